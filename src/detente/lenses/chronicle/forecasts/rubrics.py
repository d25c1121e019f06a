"""Rubrics: how forecasts are decided, and how likely their authors hold each band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.chronicle.words import amount, filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.forecast import Forecast
    from detente.case.rubric import Band
    from detente.findings.table import Cell
    from detente.situation import Situation

_COLUMNS = (
    Column("question", "Question"),
    Column("by", "Decided by"),
    Column("bands", "What may come"),
    Column("observable", "Told by"),
    Column("partial", "Where it is partly so"),
)


def rubrics(situation: Situation, forecasts: Sequence[Forecast]) -> Table:
    """Return how those of some forecasts that say so are decided."""
    rows = tuple(Row(_cells(situation, each)) for each in forecasts if each.resolves or each.question)
    return filled(Table("rubrics", "How forecasts are decided", _COLUMNS, rows))


def _cells(situation: Situation, forecast: Forecast) -> tuple[Cell, ...]:
    rubric = forecast.resolves
    asked = forecast.question or forecast.label
    if rubric is None:
        return asked, None, None, None, None
    bands = tuple(_band(forecast, band) for band in rubric.bands)
    return asked, situation.names[rubric.by], bands, rubric.observable, rubric.partial


def _band(forecast: Forecast, band: Band) -> str:
    """Return a band with its numbers, and how likely it is held."""
    given = forecast.probability
    likely = amount(given[band.id], None) if isinstance(given, dict) and band.id in given else None
    details = [*_range(band), *([f"probability {likely}"] if likely else [])]
    return f"{band.label} ({'; '.join(details)})" if details else band.label


def _range(band: Band) -> Iterator[str]:
    if band.from_ is not None:
        yield f"from {band.from_:g}"
    if band.to is not None:
        yield f"below {band.to:g}"
