"""Calendars: where a day lies across a drawing, and which days get a tick."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from detente.dates.words import MONTHS
from detente.report.drawing.lettering import width
from detente.report.drawing.said import SIZE, Said

_LEAST = 46.0
"""How far ticks are apart at least [units]."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 3000, 6000, 12000, 24000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day of the axis: the label, and a second line where the year must be said."""

    day: date
    label: str
    year: str = ""


def place(day: date, days: tuple[date, date], edges: tuple[float, float]) -> float:
    """Return where a day lies between two edges that are the first and the last day, held between them [units]."""
    (first, last), (left, right) = days, edges
    share = (day - first).days / max((last - first).days, 1)
    return round(left + min(max(share, 0.0), 1.0) * (right - left), 1)


def ticks(first: date, last: date, room: float = inf) -> tuple[Tick, ...]:
    """Return at most seven ticks (four when months are named), with labels that do not touch in so much room [units].

    Examples
    --------
    >>> [tick.label for tick in ticks(date(2025, 1, 1), date(2026, 8, 1), 100)]
    ['2025', '2026']
    """
    month = room * 30 / max((last - first).days, 30)
    for step in _STEPS:
        days = _multiples(first, last, step)
        if len(days) <= (7 if step >= 12 else 4) and (step * month >= _LEAST or len(days) < 2):
            break
    if step >= 12:
        return tuple(Tick(day, str(day.year)) for day in days)
    years = {day.year: day for day in reversed(days)}
    return tuple(Tick(day, MONTHS[day.month - 1][:3], str(day.year) if years[day.year] == day else "") for day in days)


def heads(marked: Sequence[Tick], at: Callable[[date], float], edges: tuple[float, float]) -> Iterator[Said]:
    """Yield the labels over a calendar, each over its day, but held between the edges of the drawing.

    Parameters
    ----------
    marked
        The ticks.
    at
        Where a day lies [units].
    edges
        Between which places words may stand [units].
    """
    left, right = edges
    for tick in marked:
        for words, y in ((tick.label, 34), (tick.year, 16)):
            half = width(words, SIZE) / 2
            x = min(max(at(tick.day), left + half), right - half)
            yield Said(round(x, 1), y, (words,), "tick", "middle")


def _multiples(first: date, last: date, step: int) -> list[date]:
    """Return the firsts of months between two days whose month number is a multiple of ``step``."""
    start = first.year * 12 + first.month - 1 + (first.day > 1)
    start += -start % step
    end = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(start, end + 1, step)]
