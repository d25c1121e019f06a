"""Measures: how far things have come, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.case.measure import Comparator
from detente.dates import Truth
from detente.findings import UNASKED, Certainty, Column, Depth, Finding, Result, Row, Table, Unasked
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.measures.shares import Share, in_words, share
from detente.lenses.chronicle.number import Number, number
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import amount, filled, happened
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.measure import Measure, Observation
    from detente.situation import Situation

_COLUMNS = (
    Column("measure", "Measure"),
    Column("issue", "About"),
    Column("value", "Last observed"),
    Column("share", "Share"),
    Column("as_of", "As of", "date"),
    Column("observations", "Observations", "number"),
)
_EARLIER = (Column("measure", "Measure"), Column("value", "Observed"), Column("date", "Date", "date"))


@dataclass(frozen=True, slots=True)
class Observed:
    """The last observation of a measure.

    Attributes
    ----------
    value, comparator
        The number, and how its source bounds it; ``null`` where it says just that number.
    as_of
        The date it is from; ``null`` where nobody says.
    share
        What part of another measure it is, where the case says that it is one; ``null`` where that was not observed.
    """

    value: Number
    comparator: Comparator | None
    as_of: str | None
    share: Share | Unasked | None


@dataclass(frozen=True, slots=True)
class Progress(Result):
    """How far things have come.

    Attributes
    ----------
    measures
        By measure: its last observation.
    """

    measures: Mapping[str, Observed]


def find(look: Look[ChronicleOptions]) -> Progress:
    """Return the last observation of every measure, and what share it is of another."""
    measures = {measure.id: measure for measure in look.case.measures}
    return Progress({name: _observed(look.situation, measures[name]) for name in look.situation.measures})


def _observed(situation: Situation, measure: Measure) -> Observed:
    last = situation.measures[measure.id]
    seen = last.observation
    return Observed(number(seen.value), seen.comparator, last.as_of, _share(situation, measure, seen))


def _share(situation: Situation, measure: Measure, seen: Observation) -> Share | Unasked | None:
    if measure.share_of is None:
        return UNASKED
    every = situation.measures.get(measure.share_of)
    return share(measure.share_of, seen, every.observation) if every else None


def show(found: Progress, look: Look[ChronicleOptions]) -> Finding | None:
    """Say what was last observed, and what before."""
    situation = look.situation
    seen = [measure for measure in situation.case.measures if measure.id in found.measures]
    if not seen:
        return None
    rows = tuple(_row(situation, measure, found.measures[measure.id].share) for measure in seen)
    earlier = tuple(row for measure in seen for row in _earlier(situation, measure))
    tables = [filled(Table("measures", "Observed quantities", _COLUMNS, rows))]
    parts = ((measure, _of(situation, found.measures[measure.id].share)) for measure in seen)
    shares = [f"“{measure.label}” is {words}" for measure, words in parts if words]
    if earlier:
        tables.append(Table("observations", "Other observations, earlier or of uncertain date", _EARLIER, earlier))
    return Finding(
        "How far it has come",
        f"{'; '.join((counted(len(seen), 'quantity', 'quantities') + ' observed by this date', *shares))}.",
        tables=tuple(tables),
        depth=Depth.APPENDIX,
    )


def _row(situation: Situation, measure: Measure, part: Share | Unasked | None) -> Row:
    last = situation.measures[measure.id]
    times = 1 + sum(1 for _ in _others(situation, measure))
    when = happened(situation, last.observation.date) or None
    about = situation.names.get(measure.issue or "")
    cells = (measure.label, about, _words(measure, last.observation), _of(situation, part), when, times)
    return _held(row_of((last.observation, measure), *cells), measure)


def _held(found: Row, measure: Measure) -> Row:
    """Return the row of an observation, held as its source and that of the whole measure do."""
    certainty = found.certainty or (Certainty(measure.certainty) if measure.certainty else None)
    hedges = dict.fromkeys(hedge for hedge in (found.hedge, measure.hedge) if hedge)
    return replace(found, certainty=certainty, hedge="; ".join(hedges))


def _of(situation: Situation, part: Share | Unasked | None) -> str | None:
    """Return a share with what it is a share of; nothing where nobody asked for one, or its bounds tell nothing."""
    words = in_words(part) if isinstance(part, Share) else None
    return f"{words} of “{situation.names[part.of]}”" if words and isinstance(part, Share) else None


def _earlier(situation: Situation, measure: Measure) -> Iterator[Row]:
    for seen in _others(situation, measure):
        cells = (measure.label, _words(measure, seen), happened(situation, seen.date))
        yield _held(row_of((seen, measure), *cells), measure)


def _others(situation: Situation, measure: Measure) -> Iterator[Observation]:
    """Yield the observations besides the last, the latest first, without those that certainly lie later.

    The last may be made of several of one date: where they differ is told as a tension.
    """
    days = {id(seen): situation.calendar.happened(seen.date) for seen in measure.observations}
    last = situation.calendar.happened(situation.measures[measure.id].observation.date)
    for seen in sorted(measure.observations, key=lambda seen: str(days[id(seen)]), reverse=True):
        past = days[id(seen)].by(situation.as_of.interval) is not Truth.FALSE
        if past and days[id(seen)] != last:
            yield seen


def _words(measure: Measure, seen: Observation) -> str | None:
    return amount(seen.value, measure.unit, seen.comparator)


CHAPTER = Chapter("measures", 60, find, show)
