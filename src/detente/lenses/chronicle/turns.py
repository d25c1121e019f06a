"""Turns of tracks: why talks began or lost their place, what that cost whom, and which tracks move together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Result, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, held, plainly
from detente.lenses.evidence import row_of, say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from detente.case.negotiation_format import Format
    from detente.findings import Row
    from detente.situation import Situation

_COLUMNS = (
    Column("format", "Track"),
    Column("is", "What"),
    Column("date", "When", "date"),
    Column("why", "Why"),
    Column("for", "In favour of"),
    Column("costs", "What it cost whom"),
)


@dataclass(frozen=True, slots=True)
class Paid:
    """What a change cost somebody.

    Attributes
    ----------
    actor
        Id of who paid.
    what
        What it lost.
    """

    actor: str
    what: str


@dataclass(frozen=True, slots=True)
class Turned:
    """Why a track began, lost its place or ended.

    Attributes
    ----------
    is_
        Which of these.
    why
        The reason.
    for_
        Id of the track that took its place, if any did.
    costs
        What that cost whom.
    """

    is_: str
    why: str
    for_: str | None
    costs: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class Coupled:
    """Two tracks that move together.

    Attributes
    ----------
    formats
        Ids of both.
    text
        How they hang together.
    """

    formats: tuple[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Turns(Result):
    """How tracks followed each other.

    Attributes
    ----------
    format_turns
        By track that had any: its turns.
    format_couplings
        Tracks that move together.
    """

    format_turns: Mapping[str, tuple[Turned, ...]]
    format_couplings: tuple[Coupled, ...]


def find(look: Look[ChronicleOptions]) -> Turns:
    """Return why tracks began or lost their place, and which move together."""
    tracks = look.moment.past.formats
    turns = {each.id: tuple(_turned(each)) for each in tracks if each.turns}
    pairs = (Coupled((each.id, other.format), other.text) for each in tracks for other in each.coupled_with)
    return Turns(turns, tuple(sorted(pairs, key=lambda pair: (pair.formats, pair.text))))


def _turned(track: Format) -> Iterator[Turned]:
    for turn in track.turns:
        yield Turned(turn.is_, turn.why, turn.for_, tuple(Paid(each.actor, each.what) for each in turn.costs))


def show(found: Turns, look: Look[ChronicleOptions]) -> Finding | None:
    """Say which track took the place of others, and what that cost whom."""
    situation, tracks = look.situation, look.moment.past.formats
    if not found.format_turns and not found.format_couplings:
        return None
    rows = tuple(row for track in tracks for row in _rows(situation, track))
    return Finding(
        "How the talks changed hands",
        _headline(situation, found),
        statements=tuple(said for track in tracks for said in _couplings(situation, track)),
        tables=(filled(Table("turns", "Why tracks began, lost their place or ended", _COLUMNS, rows)),) if rows else (),
        depth=Depth.DETAIL,
    )


def _headline(situation: Situation, found: Turns) -> str:
    called = situation.names
    turns = [turn for several in found.format_turns.values() for turn in several]
    gained = Counter(sorted(turn.for_ for turn in turns if turn.for_))
    paid = dict.fromkeys(called[cost.actor] for turn in turns for cost in turn.costs)
    parts = [f"{counted(len(turns), 'turn')} of tracks" if turns else "No turn of a track"]
    if gained:
        track, times = gained.most_common(1)[0]
        parts = [f"“{called[track]}” took the place of {counted(times, 'other track')}"]
    parts += [f"such changes cost {listed(list(paid))}"] if paid else []
    parts += [f"{counted(len(found.format_couplings), 'coupling')} between tracks"] if found.format_couplings else []
    return f"{'; '.join(parts)}."


def _rows(situation: Situation, track: Format) -> Iterator[Row]:
    for turn in track.turns:
        yield row_of(
            (turn, *turn.costs),
            track.label,
            turn.is_.replace("-", " its "),
            plainly(situation, turn.date, turn),
            turn.why,
            situation.names.get(turn.for_ or ""),
            tuple(held(f"{situation.names[each.actor]}: {each.what}", each) for each in turn.costs),
        )


def _couplings(situation: Situation, track: Format) -> Iterator[Statement]:
    for each in track.coupled_with:
        both = f"“{track.label}” and “{situation.names[each.format]}”"
        yield say(f"{both} hang together: {each.text}", each, noted=True)


CHAPTER = Chapter("turns", 12, find, show)
