"""The calendar axis of a lanes figure: where a day lies, and which days get a tick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.dates.words import MONTHS
from detente.findings.figures.lanes import Lanes

_INSET = 5.0
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day of the axis: the label, and a second line where the year must be said."""

    day: date
    label: str
    year: str = ""


def place(day: date, spec: Lanes) -> float:
    """Return where a day lies across the picture, held inside it [percent]."""
    span = max((spec.last - spec.first).days, 1)
    share = (day - spec.first).days / span
    return round(_INSET + min(max(share, 0.0), 1.0) * (100 - 2 * _INSET), 3)


def ticks(first: date, last: date) -> tuple[Tick, ...]:
    """Return at most seven ticks (four when months are named), so that labels fit a narrow screen."""
    for step in _STEPS:
        days = _multiples(first, last, step)
        if len(days) <= (7 if step >= 12 else 4):
            break
    if step >= 12:
        return tuple(Tick(day, str(day.year)) for day in days)
    years = {day.year: day for day in reversed(days)}
    return tuple(Tick(day, MONTHS[day.month - 1][:3], str(day.year) if years[day.year] == day else "") for day in days)


def _multiples(first: date, last: date, step: int) -> list[date]:
    """Return the firsts of months between two days whose month number is a multiple of ``step``."""
    start = first.year * 12 + first.month - 1 + (first.day > 1)
    start += -start % step
    end = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(start, end + 1, step)]
