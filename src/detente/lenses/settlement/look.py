"""Look at a situation as a bargain: what could be agreed issue by issue, and in packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.evidence import references
from detente.lenses.settlement.issues import unread
from detente.lenses.settlement.options import SettlementOptions
from detente.lenses.settlement.packages import refused
from detente.lenses.transition import Old as Findings
from detente.lenses.transition import document_head

if TYPE_CHECKING:
    from detente.situation import Situation


def look(situation: Situation, options: SettlementOptions | None = None) -> Findings:
    """Return what both sides could take.

    Raises
    ------
    FlawedModelError
        If the numbers of the case make no bargain.
    """
    options = options or SettlementOptions()
    parts = (unread.part(situation, options), refused.part(situation, options))
    document = document_head("detente.settlement/1", situation)
    for part in parts:
        document |= part.document
    chapters = tuple(finding for part in parts for finding in part.findings)
    return Findings("settlement", "What could both sides take?", chapters, references(situation.case), document)
