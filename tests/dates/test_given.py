"""Dates as other programs write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dates.edtf import DateError, parse_edtf
from detente.dates.given import given_date, order_of

READ = {
    "2025": "2025",
    "2025-03": "2025-03",
    "2025-3-5": "2025-03-05",
    "2025/03/13": "2025-03-13",
    "2025-03-13T10:30:00Z": "2025-03-13",
    "2025-03-13 00:00:00": "2025-03-13",
    "13.3.2025": "2025-03-13",
    "13. 3. 2025": "2025-03-13",
    "13/03/2025": "2025-03-13",
    "03/13/2025": "2025-03-13",
    "3/3/2025": "2025-03-03",
    "03/2025": "2025-03",
    "13 March 2025": "2025-03-13",
    "March 13th, 2025": "2025-03-13",
    "13-Mar-2025": "2025-03-13",
    "2025 Mar 13": "2025-03-13",
    "Sept. 2024": "2024-09",
    "Spring 2021": "2021-21",
    "ca. 2020": "2020~",
    "2019-2021": "2019/2021",
    "2024-08~": "2024-08~",
    "2021-12/..": "2021-12/..",
}


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_what_can_mean_one_date_is_read(text: str, expected: str) -> None:
    assert given_date(text).text == expected
    assert given_date(text).how == ""


def test_a_day_that_a_spreadsheet_counts_is_read_and_told() -> None:
    found = given_date("45729")  # 1 January 2025 is 45658, and 13 March is 71 days later

    assert found.text == "2025-03-13"
    assert "45729" in found.how
    assert given_date("45729.75").text == "2025-03-13"


REFUSED = {
    "3/4/2025": "may be 2025-04-03 or 2025-03-04",
    "13.3.25": "two digits",
    "soon": "not a date",
    "99999": "not a date",
    "2025-02-30": "does not exist",
    "31/04/2025": "not a date",
    "13 Foo 2025": "not a date",
    "": "not a date",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_may_mean_two_days_or_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason):
        given_date(text)


def test_other_dates_show_which_number_is_the_day() -> None:
    assert order_of(["3/4/2025", "13/4/2025"]) == "day"
    assert order_of(["3/4/2025", "4/13/2025", "2025"]) == "month"
    assert order_of(["13/4/2025", "4/13/2025"]) is None
    assert given_date("3/4/2025", "day").text == "2025-04-03"
    assert given_date("3/4/2025", "month").text == "2025-03-04"
    assert given_date("3/4/2025", "month").how != ""


@given(
    st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y"])
)
def test_a_day_is_read_back_from_every_form(day: date, form: str) -> None:
    assert given_date(day.strftime(form)).text == day.isoformat()


@given(st.text(max_size=20) | st.from_regex(r"[0-9a-zA-Z./~ -]{1,16}", fullmatch=True))
def test_any_text_is_a_date_of_a_case_or_refused(text: str) -> None:
    try:
        found = given_date(text)
    except DateError:
        return
    assert parse_edtf(found.text).text == found.text
