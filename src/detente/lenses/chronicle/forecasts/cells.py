"""Cells: a forecast as a row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column
from detente.lenses.chronicle.words import amount, dated
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.central_interval import CentralInterval
    from detente.case.forecast import Forecast
    from detente.findings.table import Cell
    from detente.situation import Situation

EXPECTED = Column("then", "Expected")
CLAIM = (Column("if", "If"), Column("by", "Says"))
SHOWN_BY = (
    Column("until", "Until", "date"),
    Column("probability", "Probability"),
    Column("interval", "Held to lie within"),
    Column("observable", "What would show it"),
    Column("outcome", "What came of it"),
)

_OUTCOMES = {"true": "it came about", "false": "it did not come about", "undetermined": "it cannot be told"}


def expected(forecast: Forecast) -> str:
    """Return what is expected."""
    return forecast.label


def claim(situation: Situation, forecast: Forecast) -> tuple[Cell, ...]:
    """Return on what condition a forecast is made, and by whom."""
    return forecast.if_, situation.names.get(forecast.by or "", "")


def shown_by(situation: Situation, forecast: Forecast) -> tuple[Cell, ...]:
    """Return by when a forecast should show, how likely it or its number is held, what would show it, what came."""
    return (
        dated(situation, forecast.until),
        None if isinstance(forecast.probability, dict) else amount(forecast.probability, None),
        _interval(forecast.interval),
        forecast.observable,
        _OUTCOMES.get(forecast.outcome or ""),
    )


def _interval(interval: CentralInterval | None) -> str | None:
    """Return where a number is held to come, and with what chance."""
    if interval is None:
        return None
    return f"{quantity(interval.low, interval.high, interval.unit)}, with probability {interval.level:g}"
