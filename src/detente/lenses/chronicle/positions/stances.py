"""Positions: what each side wants, and what it has given up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.position import Kind
from detente.findings import Depth, Finding, Result
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.number import Number, number
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.tables import doubtful, given_up, standing
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from detente.findings import Table
    from detente.situation.answers import Held, HeldPosition


@dataclass(frozen=True, slots=True)
class Beside:
    """A position that stands beside the latest.

    Attributes
    ----------
    id
        Its id; ``null`` where it has none.
    kind
        What it is.
    stance, value, since
        What the actor wants in words and on the scale of the issue, and since when.
    """

    id: str | None
    kind: Kind
    stance: str | None
    value: Number | None
    since: str | None


@dataclass(frozen=True, slots=True)
class Stance:
    """What an actor wants on an issue: its latest position that stands, and the others that do.

    Attributes
    ----------
    stance
        In words.
    value
        On the scale of the issue.
    since
        Since when.
    kind
        What it is: of several of one date a demand before any other kind.
    beside
        Its other positions that nothing superseded, the latest first.
    """

    stance: str | None
    value: Number | None
    since: str | None
    kind: Kind
    beside: tuple[Beside, ...]


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


def _stance(held: Held) -> Stance:
    latest, *others = map(_beside, held.standing)
    return Stance(latest.stance, latest.value, latest.since, latest.kind, tuple(others))


def _beside(held: HeldPosition) -> Beside:
    said = held.position
    return Beside(said.id, said.kind, said.stance, number(said.value) if said.value else None, held.since)


def show(found: Stances, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which positions stand, demands first, which were given up, and which may have been taken."""
    tables = [table(look.situation) for table in (standing, given_up, doubtful)]
    if not any(table.rows for table in tables):
        return None
    shown = tuple(table for table in tables if table.rows)
    return Finding("What each side wants", _headline(found, *tables), tables=shown, depth=Depth.APPENDIX)


def _headline(found: Stances, now: Table, then: Table, open_: Table) -> str:
    held, demands = len(now.rows), sum(each == "demand" for each in _kinds(found))
    said = f"{counted(held, 'stated position')} of {counted(len(found.positions), 'actor')}"
    said = said if held else "No position is certainly held at this date"
    said += f", {_of_them(demands, held)}" if demands else ""
    said += f"; {len(then.rows)} given up" if then.rows else ""
    if open_.rows:
        many = len(open_.rows)
        which = f"{many} more" if held else f"{many}"
        said += f"; of {which} it cannot be said whether {one_or_many(many, 'it was', 'they were')} taken by this date"
    return f"{said}."


def _of_them(demands: int, every: int) -> str:
    if demands == every:
        return one_or_many(every, "a demand", "all of them demands")
    return f"{demands} of them {one_or_many(demands, 'a demand', 'demands')}"


def _kinds(found: Stances) -> list[Kind]:
    stances = [stance for by_issue in found.positions.values() for stance in by_issue.values()]
    return [kind for stance in stances for kind in (stance.kind, *(each.kind for each in stance.beside))]


CHAPTER = Chapter("positions", 30, find, show)
