"""Partial dates: Extended Date/Time Format (EDTF, ISO 8601-2:2019) level 1, read as intervals of days.

How we read what the standard leaves open: an approximate date (``~`` or ``%``) is widened by one unit of its
precision on both sides; an uncertain one (``?``) keeps its interval; seasons are meteorological, northern,
and a winter begins in the December of its year; ``XXXX`` is a date nobody stated.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from detente.dates.interval import Interval

_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%])?",
    re.ASCII,
)


class DateError(ValueError):
    """A text that is not a date, with what to write instead."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as its source states it.

    Attributes
    ----------
    text
        As written in the case.
    interval
        The days it may be.
    approximate, uncertain
        Whether the source says "about", or it is uncertain, such as by a year that is inferred.
    """

    text: str
    interval: Interval
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        return self.text


def parse_edtf(text: str) -> PartialDate:
    """Return the partial date that ``text`` writes.

    Raises
    ------
    DateError
        If the text is not EDTF level 1, or names a day that no calendar has.

    References
    ----------
    EDTF2019
    """
    text = text.strip()
    if "/" not in text:
        return PartialDate(text, _point(text), *_marks(text))
    start, _, end = text.partition("/")
    if start in ("", "..") and end in ("", ".."):
        return PartialDate(text, Interval(None, None))
    first = Interval(None, None) if start in ("", "..") else _point(start)
    last = Interval(None, None) if end in ("", "..") else _point(end)
    interval = first.span_to(last)
    if interval.earliest and interval.latest and interval.earliest > interval.latest:
        raise DateError(f"'{text}' ends before it begins")
    return PartialDate(text, interval, *_marks(text))


def _marks(text: str) -> tuple[bool, bool]:
    return any(m in text for m in "~%"), any(m in text for m in "?%")


def _point(text: str) -> Interval:
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(f"'{text}' is not a date; write 2025, 2025-03, 2025-03-13, 2024-08~ or 2021-12/..")
    year, month, day = match["year"], match["month"], match["day"]
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if year == "XXXX":
        _within(text, 1, 9999, month, day)  # what stands behind an unknown year must be unknown, too
        return Interval(None, None)
    if first == 0 and last == 0:
        raise DateError(f"'{text}' has the year 0000, which is outside the calendar Detente uses (0001 to 9999)")
    first = max(first, 1)
    interval = _within(text, first, last, month, day)
    return _widen(interval, month, day) if match["mark"] in ("~", "%") else interval


def _within(text: str, first: int, last: int, month: str | None, day: str | None) -> Interval:
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise DateError(f"'{text}' gives a day without its month")
        return Interval(date(first, 1, 1), date(last, 12, 31))
    if first != last:
        raise DateError(f"'{text}' gives a month without its whole year")
    number = int(month)
    if number in _SEASON_START and day is None:
        return _season(first, _SEASON_START[number])
    if not 1 <= number <= 12:
        raise DateError(f"'{text}' has no month {month}; months are 01 to 12, seasons 21 to 24")
    length = calendar.monthrange(first, number)[1]
    if day is None or day == "XX":
        return Interval(date(first, number, 1), date(first, number, length))
    if not 1 <= int(day) <= length:
        raise DateError(f"'{text}' does not exist: {calendar.month_name[number]} {first} has {length} days")
    return Interval.day(date(first, number, int(day)))


def _season(year: int, start: int) -> Interval:
    end_year, end_month = (year, start + 2) if start < 12 else (min(year + 1, 9999), 2)
    return Interval(date(year, start, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]))


def _widen(interval: Interval, month: str | None, day: str | None) -> Interval:
    if interval.earliest is None or interval.latest is None:
        return interval
    first, last = interval.earliest, interval.latest
    if month is None or month == "XX":
        return Interval(date(max(first.year - 1, 1), 1, 1), date(min(last.year + 1, 9999), 12, 31))
    if day is None or day == "XX":
        before = first - timedelta(days=1) if first > date.min else first
        after = last + timedelta(days=1) if last < date.max else last
        length = calendar.monthrange(after.year, after.month)[1]
        return Interval(before.replace(day=1), after.replace(day=length))
    one = timedelta(days=1)
    return Interval(max(first, date.min + one) - one, min(last, date.max - one) + one)
