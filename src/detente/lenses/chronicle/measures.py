"""Measures: how far things have come, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Table
from detente.lenses.chronicle.words import counted
from detente.lenses.evidence import evidence
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.measure import Measure
    from detente.situation import Situation

_COLUMNS = (
    Column("measure", "Measure"),
    Column("value", "Last observed"),
    Column("as_of", "As of", "date"),
    Column("observations", "Observations", "number"),
)


def finding(situation: Situation) -> Finding | None:
    """Return the last observation of every measure."""
    seen = [measure for measure in situation.case.measures if measure.id in situation.measures]
    if not seen:
        return None
    rows = tuple(_row(situation, measure) for measure in seen)
    return Finding(
        "chronicle",
        "measures",
        "How far it has come",
        f"{counted(len(seen), 'quantity', 'quantities')} observed by this date.",
        tables=(Table("measures", "Observed quantities", _COLUMNS, rows),),
    )


def _row(situation: Situation, measure: Measure) -> Row:
    last = situation.measures[measure.id]
    seen = last.observation
    words = quantity(seen.value.low, seen.value.high, measure.unit, comparator=seen.comparator)
    cites = evidence([*seen.cites, *measure.cites])
    assumption = seen.assumption or measure.assumption or ""
    return Row((measure.label, words, last.as_of, len(measure.observations)), tuple(dict.fromkeys(cites)), assumption)
