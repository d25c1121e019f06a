"""Measures: how far things have come, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.measure import Comparator
from detente.dates import Truth
from detente.findings import Column, Depth, Finding, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.number import Number, number
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import dated
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.wording import counted
from detente.units import quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.measure import Measure, Observation
    from detente.situation import Situation

_COLUMNS = (
    Column("measure", "Measure"),
    Column("value", "Last observed"),
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
    """

    value: Number
    comparator: Comparator | None
    as_of: str | None


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
    """Return the last observation of every measure."""
    last = {name: (seen.observation, seen.as_of) for name, seen in look.situation.measures.items()}
    return Progress({n: Observed(number(seen.value), seen.comparator, as_of) for n, (seen, as_of) in last.items()})


def show(found: Progress, look: Look[ChronicleOptions]) -> Finding | None:
    """Say what was last observed, and what before."""
    situation = look.situation
    seen = [measure for measure in situation.case.measures if measure.id in found.measures]
    if not seen:
        return None
    rows = tuple(_row(situation, measure) for measure in seen)
    earlier = tuple(row for measure in seen for row in _earlier(situation, measure))
    tables = [Table("measures", "Observed quantities", _COLUMNS, rows)]
    if earlier:
        tables.append(Table("observations", "Other observations, earlier or of uncertain date", _EARLIER, earlier))
    return Finding(
        "How far it has come",
        f"{counted(len(seen), 'quantity', 'quantities')} observed by this date.",
        tables=tuple(tables),
        depth=Depth.APPENDIX,
    )


def _row(situation: Situation, measure: Measure) -> Row:
    last = situation.measures[measure.id]
    times = 1 + sum(1 for _ in _others(situation, measure))
    cells = (measure.label, _words(measure, last.observation), last.as_of, times)
    return row_of((last.observation, measure), *cells)


def _earlier(situation: Situation, measure: Measure) -> Iterator[Row]:
    for seen in _others(situation, measure):
        yield row_of((seen, measure), measure.label, _words(measure, seen), dated(situation, seen.date))


def _others(situation: Situation, measure: Measure) -> Iterator[Observation]:
    """Yield the observations besides the last one, without those that certainly lie later."""
    for seen in measure.observations:
        past = situation.calendar.happened(seen.date).by(situation.as_of.interval) is not Truth.FALSE
        if past and seen is not situation.measures[measure.id].observation:
            yield seen


def _words(measure: Measure, seen: Observation) -> str:
    return quantity(seen.value.low, seen.value.high, measure.unit, comparator=seen.comparator)


CHAPTER = Chapter("measures", 60, find, show)
