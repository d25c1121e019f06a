"""Relative dates: so long before or after something else in the case."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from detente.dates.edtf import DateError
from detente.dates.interval import Interval

Unit = Literal["day", "week", "month", "year"]
Direction = Literal["before", "after"]
Relation = Literal["before", "after", "event", "step"]

_OFFSET = re.compile(r"(\d{1,6})\s*(day|week|month|year)s?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Offset:
    """A length of time in whole calendar units [days, weeks, months or years]."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A date stated from another one.

    Attributes
    ----------
    direction
        Whether it lies before or after the anchor, or is the day of that ``event`` or ``step`` itself.
    anchor
        Id of the event or step it is counted from.
    by
        How far; ``None`` when the source only gives the order.
    """

    direction: Relation
    anchor: str
    by: Offset | None = None

    @property
    def is_anchor(self) -> bool:
        """Whether it is the day of the event or step itself, written ``event:ID`` or ``step:ID``."""
        return self.direction in ("event", "step")

    def resolve(self, anchor: Interval) -> Interval:
        """Return the days this may be, given the days its anchor may be."""
        if self.is_anchor:
            return anchor
        if self.by is None:
            return anchor.before() if self.direction == "before" else anchor.after()
        sign = -1 if self.direction == "before" else 1
        return Interval(
            None if anchor.earliest is None else _shift(anchor.earliest, self.by, sign),
            None if anchor.latest is None else _shift(anchor.latest, self.by, sign),
        )

    def __str__(self) -> str:
        if self.is_anchor:
            return f"{self.direction}:{self.anchor}"
        far = f"{self.by} " if self.by else ""
        return f"{far}{self.direction} {self.anchor}"


def parse_offset(text: str) -> Offset:
    """Return the length of time that ``text`` writes, such as ``2 days`` or ``6 months``.

    Raises
    ------
    DateError
        If the text is not a whole number and a unit.
    """
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        raise DateError(f"'{text}' is not a length of time; write 2 days, 3 weeks, 6 months or 1 year")
    return Offset(int(match[1]), cast("Unit", match[2]))


def _shift(day: date, by: Offset, sign: int) -> date:
    """Return ``day`` moved by an offset; month ends are kept inside the month, the calendar's ends hold."""
    try:
        if by.unit in ("day", "week"):
            return day + timedelta(days=sign * by.count * (7 if by.unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + sign * by.count * (12 if by.unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return date.min if sign < 0 else date.max
