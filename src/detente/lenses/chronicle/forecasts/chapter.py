"""The forecasts on record: those that are told by whom they affect, only with what would show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.forecast import Forecast
from detente.findings import Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.forecasts.affected import affecting
from detente.lenses.chronicle.forecasts.cells import CLAIM, EXPECTED, SHOWN_BY, claim, expected, shown_by
from detente.lenses.chronicle.forecasts.rubrics import rubrics
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.situation import Situation


def find(look: Look[ChronicleOptions]) -> tuple[Forecast, ...] | None:
    """Return the claims about what comes next."""
    return look.moment.past.forecasts or None


def show(forecasts: tuple[Forecast, ...], look: Look[ChronicleOptions]) -> Finding | None:
    """Say what the sources expect; of what is told elsewhere, what would show it."""
    told = [forecast for forecast, _ in look.once(affecting)]
    ids = {forecast.id for forecast in told}
    others = [forecast for forecast in forecasts if forecast.id not in ids]
    tables = (_others(look.situation, others), _shown(look.situation, told), rubrics(look.situation, forecasts))
    shown = tuple(table for table in tables if table.rows)
    if not shown:
        return None
    return Finding("What is expected", _headline(others, told), tables=shown, depth=Depth.APPENDIX)


def _others(situation: Situation, forecasts: Sequence[Forecast]) -> Table:
    columns = (EXPECTED, *CLAIM, *SHOWN_BY)
    cells = ((expected(each), *claim(situation, each), *shown_by(situation, each)) for each in forecasts)
    rows = tuple(row(each, *cell) for each, cell in zip(forecasts, cells, strict=True))
    return filled(Table("forecasts", "What is expected", columns, rows))


def _shown(situation: Situation, forecasts: Sequence[Forecast]) -> Table:
    """Return what would show the forecasts that are told by whom they affect."""
    said = (row(each, expected(each), *shown_by(situation, each)) for each in forecasts)
    rows = tuple(Row(each.cells, each.cites, note=each.note) for each in said if each.note or any(each.cells[1:]))
    return filled(Table("shown-by", "What would show the others", (EXPECTED, *SHOWN_BY), rows))


def _headline(others: Sequence[Forecast], told: Sequence[Forecast]) -> str:
    if not others:
        return f"What would show {counted(len(told), 'forecast')} told above."
    conditional = sum(forecast.if_ is not None for forecast in others)
    noun = "other forecast" if told else "forecast"
    return f"{counted(len(others), noun)} on record, {_conditional(conditional, len(others))}."


def _conditional(some: int, every: int) -> str:
    if every == 1:
        return "and it is conditional" if some else "and it is not conditional"
    return f"{some if 0 < some < every else 'all' if some else 'none'} of them conditional"


CHAPTER = Chapter("forecasts", 90, find, show)
