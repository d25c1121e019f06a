"""Partial dates: EDTF level 1 as intervals of days."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dates import DateError, parse_edtf

# The examples of the standard (https://www.loc.gov/standards/datetime/, levels 0 and 1) with the days they allow.
STANDARD = [
    ("1985-04-12", "1985-04-12/1985-04-12"),
    ("1985-04", "1985-04-01/1985-04-30"),
    ("1985", "1985-01-01/1985-12-31"),
    ("1964/2008", "1964-01-01/2008-12-31"),
    ("2004-06/2006-08", "2004-06-01/2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01/2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01/2005-02-28"),
    ("2005/2006-02", "2005-01-01/2006-02-28"),
    ("2001-21", "2001-03-01/2001-05-31"),
    ("1984?", "1984-01-01/1984-12-31"),
    ("201X", "2010-01-01/2019-12-31"),
    ("20XX", "2000-01-01/2099-12-31"),
    ("2004-XX", "2004-01-01/2004-12-31"),
    ("1985-04-XX", "1985-04-01/1985-04-30"),
    ("1985-XX-XX", "1985-01-01/1985-12-31"),
    ("1985-04-12/..", "1985-04-12/None"),
    ("1985-04/", "1985-04-01/None"),
    ("../1985-04-12", "None/1985-04-12"),
    ("/1985", "None/1985-12-31"),
    ("2004-06-XX/2004-07-03", "2004-06-01/2004-07-03"),
]


@pytest.mark.parametrize(("text", "expected"), STANDARD)
def test_the_examples_of_the_standard(text: str, expected: str) -> None:
    found = parse_edtf(text).interval

    assert f"{found.earliest}/{found.latest}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-08~", "2024-07-01/2024-09-30"),
        ("2004-06~", "2004-05-01/2004-07-31"),
        ("1984~", "1983-01-01/1985-12-31"),
        ("2004-06-11%", "2004-06-10/2004-06-12"),
        ("2024-24", "2024-12-01/2025-02-28"),
        ("0001~", "0001-01-01/0002-12-31"),
    ],
)
def test_what_the_standard_leaves_open_is_read_as_documented(text: str, expected: str) -> None:
    found = parse_edtf(text).interval

    assert f"{found.earliest}/{found.latest}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2025-13",
        "2025-00",
        "2025-02-29",
        "2025-04-31",
        "25-01-01",
        "2025-1-1",
        "2025-07-10T00:00",
        "0000",
        "2026/2025",
        "2025-XX-03",
        "201X-05",
        "-0400",
        "Y170000002",
        "2025-07-10/soon",
        "2025 July",
        "٢٠٢٥",
    ],
)
def test_impossible_dates_are_refused_in_words(text: str) -> None:
    with pytest.raises(DateError, match=r"."):
        parse_edtf(text)


@pytest.mark.parametrize(
    "text", ["20XX-12", "XXXX-12", "XXXX-13", "XXXX-02-30", "XXXX-12-25", "2025/XXXX-06", "XXXX-21"]
)
def test_a_month_needs_its_year(text: str) -> None:
    with pytest.raises(DateError, match="gives a month without its whole year"):
        parse_edtf(text)


@pytest.mark.parametrize("text", ["XXXX", "XXXX-XX", "XXXX-XX-XX", "XXXX/.."])
def test_nothing_is_known_of_an_unknown_year(text: str) -> None:
    assert str(parse_edtf(text).interval) == "../.."


def test_approximate_and_uncertain_are_kept() -> None:
    assert parse_edtf("2024-08~").approximate
    assert parse_edtf("2024?").uncertain
    assert parse_edtf("2024%").approximate
    assert parse_edtf("2024%").uncertain
    assert not parse_edtf("2024-08").approximate


@given(st.dates())
def test_every_day_is_its_own_interval(day: date) -> None:
    found = parse_edtf(day.isoformat()).interval

    assert (found.earliest, found.latest) == (day, day)
    assert found.is_day


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_holds_exactly_its_days(year: int, month: int) -> None:
    found = parse_edtf(f"{year:04d}-{month:02d}").interval

    assert found.earliest is not None
    assert found.latest is not None
    assert (found.latest - found.earliest).days + 1 == calendar.monthrange(year, month)[1]


@given(st.text(max_size=24))
def test_any_other_text_is_a_date_error_and_nothing_else(text: str) -> None:
    try:
        parse_edtf(text)
    except DateError as error:
        assert str(error)
