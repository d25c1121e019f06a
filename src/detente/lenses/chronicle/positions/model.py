"""The model for exports: positions, saliences and capabilities at a date, in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.number import Number, number
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look

if TYPE_CHECKING:
    from detente.case.issue import Issue


@dataclass(frozen=True, slots=True)
class ScaledIssue:
    """An issue with a scale.

    Attributes
    ----------
    id, name
        Its id, and what to call it.
    low, high, unit
        The ends of the scale, and what it counts; ``null`` for no unit.
    """

    id: str
    name: str
    low: float
    high: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an actor stands on an issue.

    Attributes
    ----------
    value
        The place on the scale.
    salience
        How much of its attention it gives the issue; ``null`` where nobody says.
    """

    value: Number
    salience: Number | None


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """An actor with a number on a scale, or a capability.

    Attributes
    ----------
    id, name, note
        Its id, what to call it, and what the case notes of it.
    capability
        What it has on every issue; ``null`` where nobody says.
    positions, capabilities
        By issue: where it stands, and what it has there instead.
    """

    id: str
    name: str
    note: str | None
    capability: Number | None
    positions: Mapping[str, Place]
    capabilities: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class PositionsModel(Result):
    """Who stands where on which scale, in numbers; for exports.

    Attributes
    ----------
    title
        That of the case.
    issues, actors
        The issues with a scale, and the actors with a number there or a capability, as the case orders them.
    """

    under: ClassVar[str] = "model"

    title: str
    issues: tuple[ScaledIssue, ...]
    actors: tuple[Stakeholder, ...]


def find(look: Look[ChronicleOptions]) -> PositionsModel | None:
    """Return the numbers, where they are asked for."""
    if not look.options.model:
        return None
    header = look.case.case
    return PositionsModel(header.label, tuple(_issues(look.case.issues)), tuple(_actors(look)))


def _issues(issues: tuple[Issue, ...]) -> Iterator[ScaledIssue]:
    for issue in issues:
        if scale := issue.continuum:
            yield ScaledIssue(issue.id, issue.label, scale.low, scale.high, scale.unit)


def _actors(look: Look[ChronicleOptions]) -> Iterator[Stakeholder]:
    scales = [issue.id for issue in look.case.issues if issue.continuum]
    powers = {(power.actor, power.issue): number(power.value) for power in look.case.capabilities}
    for actor in look.case.actors:
        held = look.situation.positions.get(actor.id, {})
        stands = {issue: held[issue].counts for issue in scales if issue in held}
        places = {
            issue: Place(number(stand.value), number(stand.salience) if stand.salience else None)
            for issue, stand in stands.items()
            if stand.value is not None
        }
        general = powers.get((actor.id, None))
        on_issue = {issue: powers[actor.id, issue] for issue in scales if (actor.id, issue) in powers}
        if places or general is not None or on_issue:
            yield Stakeholder(actor.id, actor.name, actor.note, general, places, on_issue)


CHAPTER = Chapter("model", 1000, find)
