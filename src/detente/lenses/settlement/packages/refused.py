"""Packages: which combinations of outcomes beat no deal for everybody, and who blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Finding
from detente.lenses.settlement.packages import (
    blocked,
    entries,
    logrolling,
    now,
    scenarios,
    solutions,
    stable,
    uncertainty,
)
from detente.lenses.settlement.packages.analysis import find
from detente.lenses.settlement.packages.zone import zone
from detente.lenses.settlement.part import Part
from detente.methods.bargaining.limits import MOST_PACKAGES
from detente.models.settlement.model import model_settlement
from detente.models.settlement.outline import outline_settlement

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation

_CHAPTERS = (
    zone,
    now,
    blocked,
    solutions,
    stable,
    logrolling,
    uncertainty,
    scenarios,
)


def part(situation: Situation, options: SettlementOptions) -> Part:
    """Return what can be said of the packages; nothing where no party values the outcomes of an issue.

    Raises
    ------
    FlawedModelError
        If the numbers of the case make no packages.
    """
    outline = outline_settlement(situation.case)
    if not outline.count:
        return Part((), {"packages": None})
    if outline.refusal:
        return Part((_refusal(outline.refusal),), {"packages": entries.refused(outline.count, MOST_PACKAGES)})
    found = find(situation, model_settlement(situation.case), options)
    chapters = (chapter.finding(found) for chapter in _CHAPTERS)
    return Part(tuple(chapter for chapter in chapters if chapter is not None), {"packages": entries.document(found)})


def _refusal(why: str) -> Finding:
    return Finding(
        "settlement",
        "packages",
        "What beats no deal",
        f"Packages are not worked out: {why}.",
    )
