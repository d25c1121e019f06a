"""Dates that somebody asks for, beside the date of the case."""

from __future__ import annotations

from detente.dates.edtf import DateError, PartialDate, parse_edtf
from detente.dates.years import FIRST, LAST, strange_years, year_hint


def asked_date(text: str, own: PartialDate) -> PartialDate:
    """Return a date that was asked for; of a case of our times, one of our times.

    Raises
    ------
    DateError
        If it is no date, or has a year that is a slip of the pen.
    """
    if text.strip().isdecimal() and len(text.strip()) == 2:
        raise DateError(f"'{text}' is not a date; did you mean 20{text.strip()}?")
    date = parse_edtf(text)
    year = next(strange_years(date), None)
    if year is not None and not any(strange_years(own)):
        raise DateError(f"'{text}': the year {year} lies before {FIRST} or after {LAST}; {year_hint(year)}")
    return date
