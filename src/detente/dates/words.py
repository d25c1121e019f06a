"""Dates in words, as a reader who is new to all this reads them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)")
_MARKS = {"": "", "?": " (uncertain)", "~": "about ", "%": "about "}


def plain_day(day: date) -> str:
    """Return a day in words: ``10 July 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain_month(day: date) -> str:
    """Return the month of a day in words: ``July 2025``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def plain_part(day: date) -> str:
    """Return the third of a month that a day lies in, in words: ``early``, ``mid-`` or ``late July 2025``."""
    return f"{('early ', 'mid-', 'late ')[min((day.day - 1) // 10, 2)]}{plain_month(day)}"


def plain_date(text: str) -> str:
    """Return an ISO or EDTF date in words, with what follows it in brackets; anything else as it is.

    Examples
    --------
    >>> plain_date("2025-03~"), plain_date("2021-12/.."), plain_date("before the summit")
    ('about March 2025', 'since December 2021', 'before the summit')
    """
    when, bracket, remark = text.partition(" (")
    if bracket:
        return f"{plain_date(when)} ({remark}"
    if "/" not in text:
        return _plain_point(text) or text
    first, last = (end if end not in ("", "..") else "" for end in text.split("/", 1))
    start, end = _plain_point(first), _plain_point(last)
    if (first and not start) or (last and not end):
        return text
    if start and end:
        return f"{start} – {end}"
    return f"since {start}" if start else f"by {end}" if end else "at some time"


def _plain_point(text: str) -> str:
    found = _POINT.fullmatch(text.strip())
    if not found:
        return ""
    year, month, day, mark = found.groups(default="")
    if month in _SEASONS and not day:
        words = f"{_SEASONS[month]} {year}"
    elif month and not 1 <= int(month) <= 12:
        return ""
    else:
        name = MONTHS[int(month) - 1] if month else ""
        words = " ".join(part for part in (day.lstrip("0"), name, year) if part)
    return words + _MARKS[mark] if mark == "?" else _MARKS[mark] + words
