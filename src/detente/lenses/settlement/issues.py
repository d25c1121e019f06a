"""Issue by issue: where a settlement would lie on each scale, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.settlement import swaps
from detente.lenses.settlement.issue_chapter import chapter
from detente.lenses.settlement.issue_document import document
from detente.lenses.settlement.issue_reading import readings
from detente.lenses.settlement.part import Part

if TYPE_CHECKING:
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation


def part(situation: Situation, options: SettlementOptions) -> Part:
    """Return what can be said of the issues that have a scale.

    Raises
    ------
    FlawedModelError
        If nobody has weight on an issue.
    """
    found = list(readings(situation, options))
    exchanged = swaps.swaps_of(found)
    chapters = [chapter(situation, reading, opens=reading is found[0]) for reading in found]
    swapped = swaps.finding(situation, found, exchanged)
    return Part(
        (*chapters, swapped) if swapped else tuple(chapters),
        {
            "issues": {reading.model.issue.id: document(reading) for reading in found},
            "exchanges": swaps.document(found, exchanged),
        },
    )
