"""Voicing: what a party says on an issue, as short as a picture needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings.figures.grid import Change, Saying
from detente.lenses.chronicle.words import amount, plainly
from detente.lenses.wording import shortened

if TYPE_CHECKING:
    from detente.case.issue import Issue
    from detente.case.position import Position
    from detente.lenses.chronicle.positions.sides import Side, Voice
    from detente.situation import Situation

LONGEST = 84
"""So many letters of what a party wants are shown in a picture; a table has them all."""


def saying(situation: Situation, issue: Issue, side: Side, instead: str | None = None) -> Saying:
    """Return the first that a party says on an issue; what it may have said only where nothing is sure.

    Where it says nothing, ``instead`` names an issue that belongs to the same subject, on which it asks for something.
    """
    if not side.speaks:
        return Saying(Change.SILENT, aside=f"see “{instead}”" if instead else "")
    voice = (*side.voices, *side.unsure)[0]
    change = Change.UNSURE if not side.voices else Change.MOVED if voice.instead_of else Change.HELD
    whose = "" if voice.actor == side.party else f"{voice.actor.name}: "
    words = shortened(f"{whose}{wants(issue, voice.position)}", LONGEST)
    return Saying(change, words, _aside(situation, voice, len(side.voices) + len(side.unsure) - 1))


def wants(issue: Issue, position: Position) -> str:
    """Return what a position says: its words, or else its place on the scale."""
    unit = issue.continuum.unit if issue.continuum else None
    return position.stance or amount(position.value, unit) or f"A {position.kind} without words"


def _aside(situation: Situation, voice: Voice, others: int) -> str:
    """Return of what kind a position is, when it was stated, how sure that is, and how many stand beside it."""
    position = voice.position
    parts = (
        "" if position.kind == "stance" else position.kind,
        plainly(situation, position.date),
        "inferred" if position.certainty == "inference" else "",
        f"“{position.hedge}”" if position.hedge else "",
        f"{others} more" if others else "",
    )
    return ", ".join(part for part in parts if part)
