"""Bounds: when a path can lead to the goal, no more precisely than its dates are meant."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from detente.dates import PartialDate
from detente.dates.words import plain_day, plain_month, plain_part
from detente.lenses.roadmap.words import after, as_date, assuming, counting_from, slowest, some

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.lenses.roadmap.course import Course
    from detente.models.roadmap.parts import Path

_QUARTER, _YEAR = 92, 365
"""How many days a date may span for what is counted from it to have a part of a month, and a year by itself."""


def bound(course: Course, path: Path) -> str:
    """Return when a path can lead to the goal, and that this rests on an assumption where it does.

    Examples are "late July 2026 at the soonest, on an assumption" and "no date, but 30 days after “The vote”".
    """
    is_told = isfinite(path.earliest) or after(course, path.after)
    return f"{unmarked(course, path)}{assuming(course, path) if is_told else ''}"


def unmarked(course: Course, path: Path) -> str:
    """Return the same without the mark of an assumption."""
    lasting = some(after(course, path.after))
    if not isfinite(path.earliest):
        return f"no date{f', but {lasting}' if lasting else ''}"
    return f"{_days(course, path)}{f' and {lasting}' if lasting else ''}{counting_from(course, path)}"


def _days(course: Course, path: Path) -> str:
    """Return the first and the last day of the goal in words; one of them where they are the same in these words."""
    first, last = as_date(path.earliest), as_date(path.latest)
    if first is None:
        return "beyond the calendar"
    rough = _grain(course, path)
    if last is None:
        return f"{(plain_month if rough is _year else rough)(first)} at the soonest"
    return rough(first) if rough(first) == rough(last) else f"between {rough(first)} and {rough(last)}"


def _grain(course: Course, path: Path) -> Callable[[date], str]:
    """Return what puts days of the goal into words, as exactly as what they are counted from is known."""
    chain = slowest(course, path)
    if _is_exact(course, path, chain[0]) and not any(_is_loose(course, step) for step in chain):
        return plain_day
    begin = path.dates.earliest[chain[0]]
    width = path.dates.latest[chain[0]] - begin
    if path.earliest != begin or course.step(chain[0]).date is None:
        return plain_part if width <= _QUARTER else plain_month
    return _year if width >= _YEAR - 1 and _is_new_year(begin) else plain_month if width else plain_part


def _year(day: date) -> str:
    return str(day.year)


def _is_new_year(number: float) -> bool:
    day = as_date(number)
    return day is not None and (day.month, day.day) == (1, 1)


def _is_exact(course: Course, path: Path, first: int) -> bool:
    """Return whether the step that a day is counted from is known to the day, or not to come before one."""
    when = course.step(first).date
    if isinstance(when, PartialDate):
        return not (when.approximate or when.uncertain) and _names_a_day(when.text.partition("/")[0])
    return path.dates.earliest[first] == path.dates.latest[first]


def _names_a_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text)) and len(text) == len("2025-07-10")
    except ValueError:
        return False


def _is_loose(course: Course, number: int) -> bool:
    """Return whether how long a step takes is assumed, or known only between two bounds."""
    timing = course.model.timings[number]
    return bool(course.model.own_marks[number]) or (isfinite(timing.slow) and timing.slow != timing.quick)
