"""Spans: the days between which something happens, in few words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from detente.dates.words import MONTHS, plain_day


def plain_span(first: date | None, last: date | None) -> str:
    """Return two days in words, whole months as months; ``None`` where nothing bounds them.

    Examples
    --------
    >>> plain_span(date(2026, 6, 1), date(2026, 6, 30)), plain_span(date(2026, 1, 1), date(2026, 3, 31))
    ('June 2026', 'Jan – Mar 2026')
    >>> plain_span(date(2026, 6, 7), date(2026, 6, 9)), plain_span(date(2026, 6, 7), None)
    ('7 – 9 June 2026', 'not before 7 June 2026')
    """
    if first is None or last is None:
        return f"not before {plain_day(first)}" if first else f"by {plain_day(last)}" if last else "no date"
    if first == last:
        return plain_day(first)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    days = ("", "") if whole else (f"{first.day} ", f"{last.day} ")
    if (first.year, first.month) == (last.year, last.month):
        month = f"{MONTHS[last.month - 1]} {last.year}"
        return month if whole else f"{first.day} – {last.day} {month}"
    begin = f"{days[0]}{MONTHS[first.month - 1][:3]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{begin} – {days[1]}{MONTHS[last.month - 1][:3]} {last.year}"
