"""Rubrics: how likely the authors of forecasts hold each band, and how it is decided which of them comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.chronicle.words import amount, filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.forecast import Forecast
    from detente.case.rubric import Band
    from detente.case.value import Value
    from detente.situation import Situation

_COLUMNS = (
    Column("question", "Question"),
    Column("by", "Decided by"),
    Column("bands", "What may come"),
    Column("observable", "Told by"),
    Column("partial", "Where it is partly so"),
)


def rubrics(situation: Situation, forecasts: Sequence[Forecast]) -> Table:
    """Return how likely each band is held, of forecasts that say so band by band; programs read all rubrics."""
    rows = tuple(row for each in forecasts for row in _rows(situation, each))
    return filled(Table("rubrics", "How likely each outcome is held", _COLUMNS, rows))


def _rows(situation: Situation, forecast: Forecast) -> Iterator[Row]:
    rubric, given = forecast.resolves, forecast.probability
    if rubric is None or not isinstance(given, dict):
        return
    bands = tuple(_band(band, given[band.id]) for band in rubric.bands)
    asked = forecast.question or forecast.label
    yield Row((asked, situation.names[rubric.by], bands, rubric.observable, rubric.partial))


def _band(band: Band, likely: Value) -> str:
    """Return a band with its numbers, and how likely it is held."""
    return f"{band.label} ({'; '.join([*_range(band), f'probability {amount(likely, None)}'])})"


def _range(band: Band) -> Iterator[str]:
    if band.from_ is not None:
        yield f"from {band.from_:g}"
    if band.to is not None:
        yield f"below {band.to:g}"
