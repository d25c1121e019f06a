"""Dates as other programs write them, read as EDTF; what may mean two days is not read.

``13/03/2025`` can only be 13 March. ``03/04/2025`` may be 3 April or 4 March: where it stands in a column, the others
may show which comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from detente.dates.edtf import DateError, parse_edtf

Order = Literal["day", "month"]

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WORD = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_YEAR = r"(?P<year>\d{4})"
_ABOUT = re.compile(r"(?:c\.|ca\.|circa|about)\s*(?P<rest>\d.*)", re.IGNORECASE)
_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?"
_BIG_FIRST = re.compile(rf"{_YEAR}([-/.])(?P<month>\d{{1,2}})(?:\2(?P<day>\d{{1,2}}))?{_TIME}", re.ASCII)
_DOTTED = re.compile(rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_TIME}", re.ASCII)
_SLASHED = re.compile(rf"(?P<first>\d{{1,2}})([-/])(?P<second>\d{{1,2}})\2{_YEAR}{_TIME}", re.ASCII)
_OF_YEAR = re.compile(rf"(?P<month>\d{{1,2}})[-/]{_YEAR}", re.ASCII)
_WORDED = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"{_DAY}[\s-]*{_WORD},?[\s-]*{_YEAR}",
        rf"{_WORD}\s*{_DAY},?\s+{_YEAR}",
        rf"{_WORD}[\s,-]*{_YEAR}",
        rf"{_YEAR}[\s-]+{_WORD}(?:[\s-]+{_DAY})?",
    )
)
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})", re.ASCII)
_COUNTED = re.compile(r"[1-9]\d{4}(?:\.\d+)?", re.ASCII)
_SHORT = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}", re.ASCII)

_DAY_NUMBER_0 = date(1899, 12, 30)
_FIRST_COUNTED, _LAST_COUNTED = date(1930, 1, 1), date(2100, 1, 1)
_HINT = "write it as 2025-03-13"


@dataclass(frozen=True, slots=True)
class Given:
    """A date that another program wrote.

    Attributes
    ----------
    text
        As a case writes it.
    how
        How it was read, where that is more than another way of writing it; else empty.
    """

    text: str
    how: str = ""


def order_of(texts: Iterable[str]) -> Order | None:
    """Return what stands first in dates such as ``13/03/2025``, where some show it and none the contrary."""
    found: set[Order] = set()
    for match in filter(None, (_SLASHED.fullmatch(text.strip()) for text in texts)):
        if int(match["first"]) > 12:
            found.add("day")
        elif int(match["second"]) > 12:
            found.add("month")
    return found.pop() if len(found) == 1 else None


def given_date(text: str, order: Order | None = None) -> Given:
    """Return the date that another program wrote.

    Parameters
    ----------
    order
        What stands first in dates of two small numbers, where other dates of the same table show it.

    Raises
    ------
    DateError
        If it is no date, may mean two days, or names a day that no calendar has; says what to write.
    """
    text = " ".join(text.split())
    if about := _ABOUT.fullmatch(text):
        return Given(_checked(f"{given_date(about['rest'], order).text}~", text))
    if _COUNTED.fullmatch(text):
        return _counted(text)
    if match := _SLASHED.fullmatch(text):
        return _slashed(text, match, order)
    for pattern in (_BIG_FIRST, _DOTTED, _OF_YEAR):
        if match := pattern.fullmatch(text):
            named = match.groupdict()
            return Given(_checked(_joined(named["year"], named["month"], named.get("day")), text))
    for pattern in _WORDED:
        if (match := pattern.fullmatch(text)) and (month := _month(match["month"])):
            return Given(_checked(_joined(match["year"], str(month), match.groupdict().get("day")), text))
    if match := _YEARS.fullmatch(text):
        return Given(_checked(f"{match[1]}/{match[2]}", text))
    if _SHORT.fullmatch(text):
        raise DateError(f"'{text}' has a year of two digits; {_HINT}")
    return Given(_checked(text, text))


def _counted(text: str) -> Given:
    """Return the day that a spreadsheet program counts so."""
    day = _DAY_NUMBER_0 + timedelta(days=int(text.partition(".")[0]))
    if not _FIRST_COUNTED <= day < _LAST_COUNTED:
        raise DateError(f"'{text}' is not a date; {_HINT}")
    return Given(day.isoformat(), f"'{text}' is read as {day.isoformat()}: spreadsheet programs count days so")


def _slashed(text: str, match: re.Match[str], order: Order | None) -> Given:
    first, second, year = match["first"], match["second"], match["year"]
    own = order_of([text])
    if own is None and order is None and first != second:
        one, other = _joined(year, second, first), _joined(year, first, second)
        raise DateError(f"'{text}' may be {one} or {other}; write the one that is meant")
    day, month = (second, first) if (own or order) == "month" else (first, second)
    found = _checked(_joined(year, month, day), text)
    return Given(found, "" if own or first == second else f"'{text}' is read as {found}, as other dates here show")


def _joined(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _month(word: str) -> int | None:
    """Return the number of a month, or of a season, that an English word names."""
    word = word.lower()
    if word in _SEASONS:
        return _SEASONS[word]
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(word)), None)


def _checked(found: str, text: str) -> str:
    """Return a date that a case can hold."""
    try:
        return parse_edtf(found).text
    except DateError as error:
        if found != text:
            raise DateError(f"'{text}' is not a date; {_HINT}") from error
        raise
