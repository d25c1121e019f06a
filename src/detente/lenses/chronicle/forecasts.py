"""Forecasts: what the sources expect, and what would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.forecast import Forecast
from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import amount, dated, filled
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.situation import Situation

_COLUMNS = (
    Column("then", "Expected"),
    Column("if", "If"),
    Column("until", "Until", "date"),
    Column("by", "Says"),
    Column("probability", "Probability"),
    Column("observable", "What would show it"),
    Column("outcome", "What came of it"),
)

_OUTCOMES = {"true": "it came about", "false": "it did not come about", "undetermined": "it cannot be told"}


def find(look: Look[ChronicleOptions]) -> tuple[Forecast, ...] | None:
    """Return the conditional claims about what comes next."""
    return look.moment.past.forecasts or None


def show(forecasts: tuple[Forecast, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say what the sources expect."""
    conditional = sum(forecast.if_ is not None for forecast in forecasts)
    headline = f"{counted(len(forecasts), 'forecast')} on record, {_conditional(conditional, len(forecasts))}"
    table = filled(Table("forecasts", "What is expected", _COLUMNS, tuple(_row(look.situation, f) for f in forecasts)))
    return Finding("What is expected", f"{headline}.", tables=(table,), depth=Depth.APPENDIX)


def _conditional(some: int, every: int) -> str:
    if every == 1:
        return "and it is conditional" if some else "and it is not conditional"
    return f"{some if 0 < some < every else 'all' if some else 'none'} of them conditional"


def _row(situation: Situation, forecast: Forecast) -> Row:
    called = situation.names
    return row(
        forecast,
        forecast.then or forecast.id,
        forecast.if_,
        dated(situation, forecast.until),
        called.get(forecast.by or "", ""),
        amount(forecast.probability, None),
        forecast.observable,
        _OUTCOMES.get(forecast.outcome or ""),
    )


CHAPTER = Chapter("forecasts", 90, find, show)
