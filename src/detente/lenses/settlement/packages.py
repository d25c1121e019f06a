"""Packages: which combinations of outcomes beat no deal for everybody, and who blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Finding
from detente.lenses.settlement import (
    packages_blocked,
    packages_document,
    packages_now,
    packages_picked,
    packages_stable,
    packages_sure,
    packages_traded,
    packages_what_if,
    packages_zone,
)
from detente.lenses.settlement.packages_found import find
from detente.lenses.settlement.part import Part
from detente.methods.bargaining.limits import MOST_PACKAGES
from detente.models.settlement.model import model_settlement
from detente.models.settlement.outline import outline_settlement

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation

_CHAPTERS = (
    packages_zone,
    packages_now,
    packages_blocked,
    packages_picked,
    packages_stable,
    packages_traded,
    packages_sure,
    packages_what_if,
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
        return Part((_refusal(outline.refusal),), {"packages": packages_document.refused(outline.count, MOST_PACKAGES)})
    found = find(situation, model_settlement(situation.case), options)
    chapters = (chapter.finding(found) for chapter in _CHAPTERS)
    return Part(
        tuple(chapter for chapter in chapters if chapter is not None), {"packages": packages_document.document(found)}
    )


def _refusal(why: str) -> Finding:
    return Finding(
        "settlement",
        "packages",
        "What beats no deal",
        f"Packages are not worked out: {why}.",
    )
