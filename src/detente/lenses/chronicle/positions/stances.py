"""Positions: what each side wants, and how that moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Depth, Finding, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.number import Number, number
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import dated
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.position import Position
    from detente.situation import Situation
    from detente.situation.answers import HeldPosition

_NOW = (
    Column("actor", "Actor"),
    Column("issue", "Issue"),
    Column("stance", "Wants"),
    Column("value", "On the scale"),
    Column("since", "Since", "date"),
)
_THEN = (*_NOW[:3], Column("date", "Stated", "date"), Column("note", "What became of it"))


@dataclass(frozen=True, slots=True)
class Stance:
    """What an actor wants on an issue.

    Attributes
    ----------
    stance
        In words.
    value
        On the scale of the issue.
    since
        Since when.
    """

    stance: str | None
    value: Number | None
    since: str | None


@dataclass(frozen=True, slots=True)
class Stances(Result):
    """What each side wants.

    Attributes
    ----------
    positions
        By actor, then by issue: what it wants.
    """

    positions: Mapping[str, Mapping[str, Stance]]


def find(look: Look[ChronicleOptions]) -> Stances:
    """Return the positions held."""
    return Stances(
        {
            actor: {issue: _stance(held) for issue, held in by_issue.items()}
            for actor, by_issue in look.situation.positions.items()
        }
    )


def show(found: Stances, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which positions are held, and which earlier ones they replaced."""
    del found
    situation = look.situation
    held = [position for by_issue in situation.positions.values() for position in by_issue.values()]
    now = tuple(_now(situation, item.position, item.since) for item in held)
    earlier = tuple(_then(situation, position) for position in _others(situation, held))
    if not held and not earlier:
        return None
    tables = [Table("positions", "Positions held", _NOW, now)] if now else []
    if earlier:
        tables.append(Table("other-positions", "Positions given up, or of uncertain date", _THEN, earlier))
    headline = "No position is certainly held at this date"
    if held:
        headline = f"{counted(len(held), 'stated position')} of {counted(len(situation.positions), 'actor')}"
    if earlier:
        headline += f"; {counted(len(earlier), 'other' if held else 'position')} given up since, or of uncertain date"
    return Finding("What each side wants", f"{headline}.", tables=tuple(tables), depth=Depth.APPENDIX)


def _stance(held: HeldPosition) -> Stance:
    wanted = held.position
    return Stance(wanted.stance, number(wanted.value) if wanted.value else None, held.since)


def _others(situation: Situation, held: list[HeldPosition]) -> list[Position]:
    """Return the positions not held at the date, without those that certainly were taken later."""
    return [
        position
        for position in situation.case.positions
        if not any(position is item.position for item in held)
        and situation.calendar.happened(position.date).by(situation.as_of.interval) is not Truth.FALSE
    ]


def _now(situation: Situation, position: Position, since: str | None) -> Row:
    called = situation.names
    scale = next((issue.continuum for issue in situation.case.issues if issue.id == position.issue), None)
    value = position.value
    return row(
        position,
        called[position.actor],
        called[position.issue],
        position.stance,
        quantity(value.low, value.high, scale.unit if scale else None) if value else None,
        since,
    )


def _then(situation: Situation, position: Position) -> Row:
    called = situation.names
    date = dated(situation, position.date)
    return row(position, called[position.actor], called[position.issue], position.stance, date, position.note)


CHAPTER = Chapter("positions", 30, find, show)
