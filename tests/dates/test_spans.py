"""Spans of days in words."""

from __future__ import annotations

from datetime import date

import pytest

from detente.dates.spans import plain_span


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-06-07", "2026-06-07", "7 June 2026"),
        ("2026-06-07", "2026-06-09", "7 – 9 June 2026"),
        ("2028-02-01", "2028-02-29", "February 2028"),
        ("2028-02-01", "2028-02-28", "1 – 28 February 2028"),
        ("2026-01-01", "2026-03-31", "Jan – Mar 2026"),
        ("2026-07-21", "2026-08-19", "21 Jul – 19 Aug 2026"),
        ("2026-12-01", "2027-01-31", "Dec 2026 – Jan 2027"),
        ("2026-12-24", "2027-01-06", "24 Dec 2026 – 6 Jan 2027"),
        ("2026-06-07", None, "not before 7 June 2026"),
        (None, "2026-06-07", "by 7 June 2026"),
        (None, None, "no date"),
    ],
)
def test_two_days_in_words(first: str | None, last: str | None, words: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]

    assert plain_span(*days) == words
