"""Kinds of open questions: what they ask, what would settle them, and which weigh most."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from detente.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.situation.answers import Undetermined
    from detente.study import Moment


class Kind(Enum):
    """What is asked, and what would settle it; what the models read comes first."""

    READINGS = ("Whether it held by then", "the day from or until which it does")
    STEPS = ("Whether it was met", "the day on which it was")
    CHOICES = ("Whether it can be taken", "the day from which it can")
    TRACKS = ("Whether it goes on", "the day on which it began or ended")
    ISSUES = ("Whether it is on the agenda", "a source that names the agenda")
    COMMITMENTS = ("What became of it", "a dated status")
    POSITIONS = ("Whether it was stated by then", "the day on which it was")
    MEASURES = ("What was last observed", "the day of an observation")
    EVENTS = ("Whether it had happened, and was known", "the day on which it did")

    @property
    def asks(self) -> str:
        """What is asked."""
        return self.value[0]

    @property
    def settled_by(self) -> str:
        """What would settle it."""
        return self.value[1]


def by_kind(moment: Moment, undetermined: tuple[Undetermined, ...]) -> Mapping[Kind, tuple[str, ...]]:
    """Return the ids of open questions by what they ask, what weighs most first.

    That an issue is on the agenda is asked before whether its outcomes can be had.
    """
    found: dict[Kind, dict[str, None]] = {kind: {} for kind in Kind}
    for each in undetermined:
        kind = _kind(moment, each.id)
        if kind is Kind.ISSUES and (
            each.id in found[kind] or moment.situation.issues[each.id] is not Truth.UNDETERMINED
        ):
            kind = Kind.CHOICES
        found[kind][each.id] = None
    return {kind: tuple(names) for kind, names in found.items() if names}


def _kind(moment: Moment, name: str) -> Kind:
    situation = moment.situation
    kinds = {
        Kind.STEPS: situation.steps,
        Kind.TRACKS: situation.formats,
        Kind.ISSUES: situation.issues,
        Kind.COMMITMENTS: situation.commitments,
        Kind.EVENTS: situation.events,
        Kind.CHOICES: situation.options,
        Kind.MEASURES: {measure.id for measure in situation.case.measures},
        Kind.READINGS: {doubt.id for doubt in moment.day.doubts},
    }
    return next((kind for kind, names in kinds.items() if name in names), Kind.POSITIONS)
