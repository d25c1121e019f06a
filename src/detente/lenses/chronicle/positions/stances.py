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
from detente.lenses.chronicle.positions.sides import contests
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


def show(_found: Stances, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which positions others hold, demands first, which were given up, and which may have been taken."""
    situation = look.situation
    voices = [voice for among in look.once(contests) for side in among.sides for voice in (*side.voices, *side.unsure)]
    told = {id(voice.position) for voice in voices}
    tables = (standing(situation, told), given_up(situation), doubtful(situation, told))
    if not any(table.rows for table in tables):
        return None
    shown = tuple(table for table in tables if table.rows)
    return Finding("What others want, and what was given up", _headline(*tables), tables=shown, depth=Depth.APPENDIX)


def _headline(others: Table, gone: Table, doubt: Table) -> str:
    held, many = len(others.rows), len(doubt.rows)
    parts = [f"{counted(held, 'position')} of others"] if held else []
    parts += [f"{counted(len(gone.rows), 'position')} given up"] if gone.rows else []
    if many:
        it = one_or_many(many, "it was", "they were")
        parts.append(f"of {counted(many, 'more position')} it cannot be said whether {it} taken by this date")
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


CHAPTER = Chapter("positions", 30, find, show)
