"""Measures: how far things have come, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chronicle.words import dated
from detente.lenses.evidence import row_of
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


def finding(situation: Situation) -> Finding | None:
    """Return the last observation of every measure."""
    seen = [measure for measure in situation.case.measures if measure.id in situation.measures]
    if not seen:
        return None
    rows = tuple(_row(situation, measure) for measure in seen)
    earlier = tuple(row for measure in seen for row in _earlier(situation, measure))
    tables = [Table("measures", "Observed quantities", _COLUMNS, rows)]
    if earlier:
        tables.append(Table("observations", "Other observations, earlier or of uncertain date", _EARLIER, earlier))
    return Finding(
        "chronicle",
        "measures",
        "How far it has come",
        f"{counted(len(seen), 'quantity', 'quantities')} observed by this date.",
        tables=tuple(tables),
        depth=Depth.APPENDIX,
    )


def _row(situation: Situation, measure: Measure) -> Row:
    last = situation.measures[measure.id]
    number = 1 + sum(1 for _ in _others(situation, measure))
    cells = (measure.label, _words(measure, last.observation), last.as_of, number)
    return row_of((last.observation, measure), *cells)


def _earlier(situation: Situation, measure: Measure) -> Iterator[Row]:
    for seen in _others(situation, measure):
        yield row_of((seen, measure), measure.label, _words(measure, seen), dated(situation, seen.date))


def _others(situation: Situation, measure: Measure) -> Iterator[Observation]:
    """Yield the observations besides the last one, without those that certainly lie later."""
    for seen in measure.observations:
        past = situation.calendar.of(seen.date).by(situation.as_of.interval) is not Truth.FALSE
        if past and seen is not situation.measures[measure.id].observation:
            yield seen


def _words(measure: Measure, seen: Observation) -> str:
    return quantity(seen.value.low, seen.value.high, measure.unit, comparator=seen.comparator)
