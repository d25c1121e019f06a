"""Three-valued comparison, against the definition: every possible day is tried."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.dates import Interval, RelativeDate, Truth, parse_offset
from detente.dates.edtf import DateError, parse_edtf
from detente.dates.relative import Direction

START = date(2025, 1, 1)
DAYS = [START + timedelta(days=k) for k in range(12)]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    return Interval(first, last)


def days(interval: Interval) -> list[date]:
    return [day for day in DAYS if (interval.earliest or DAYS[0]) <= day <= (interval.latest or DAYS[-1])]


@given(intervals(), intervals())
def test_by_says_true_only_if_every_pair_of_days_does(one: Interval, moment: Interval) -> None:
    verdicts = {day <= other for day in days(one) for other in days(moment)}
    expected = Truth.UNDETERMINED if len(verdicts) == 2 else Truth.of(verdicts.pop())

    assert one.by(moment) is expected


@given(intervals(), intervals())
def test_what_an_open_side_hides_is_never_decided(one: Interval, moment: Interval) -> None:
    assert Interval(None, one.latest).by(moment) is not Truth.FALSE
    assert Interval(one.earliest, None).by(moment) is not Truth.TRUE
    assert Interval(None, None).by(moment) is Truth.UNDETERMINED


TRUTHS = st.sampled_from(Truth)


@given(TRUTHS, TRUTHS)
def test_kleene_logic_agrees_with_two_valued_logic_under_every_completion(a: Truth, b: Truth) -> None:
    def completions(value: Truth) -> list[bool]:
        return [True, False] if value is Truth.UNDETERMINED else [value is Truth.TRUE]

    def expected(results: set[bool]) -> Truth:
        return Truth.UNDETERMINED if len(results) == 2 else Truth.of(results.pop())

    assert (a & b) is expected({x and y for x in completions(a) for y in completions(b)})
    assert (a | b) is expected({x or y for x in completions(a) for y in completions(b)})
    assert (~a) is expected({not x for x in completions(a)})


@pytest.mark.parametrize(
    ("direction", "by", "expected"),
    [
        ("before", "2 days", "2025-07-08"),
        ("after", "3 weeks", "2025-07-31"),
        ("after", "1 month", "2025-08-10"),
        ("before", "1 year", "2024-07-10"),
        ("after", "8 months", "2026-03-10"),
    ],
)
def test_relative_dates_are_counted_from_their_anchor(direction: Direction, by: str, expected: str) -> None:
    anchor = parse_edtf("2025-07-10").interval

    found = RelativeDate(direction, "summit", parse_offset(by)).resolve(anchor)

    assert str(found) == expected


def test_month_ends_stay_inside_the_month() -> None:
    anchor = parse_edtf("2025-01-31").interval

    assert str(RelativeDate("after", "x", parse_offset("1 month")).resolve(anchor)) == "2025-02-28"


def test_an_order_without_a_length_excludes_the_day_itself() -> None:
    anchor = parse_edtf("2025-07").interval

    assert str(RelativeDate("before", "x").resolve(anchor)) == "../2025-07-30"
    assert str(RelativeDate("after", "x").resolve(anchor)) == "2025-07-02/.."


@given(st.sampled_from(["before", "after"]), st.integers(0, 999_999), st.sampled_from(["day", "month", "year"]))
def test_the_calendar_ends_without_an_exception(direction: Direction, count: int, unit: str) -> None:
    anchor = parse_edtf("2025-07-10").interval

    found = RelativeDate(direction, "x", parse_offset(f"{count} {unit}")).resolve(anchor)

    assert found.is_day


@pytest.mark.parametrize("text", ["", "two days", "2", "days", "-2 days", "1.5 years", "9999999 days"])
def test_a_length_of_time_is_a_whole_number_and_a_unit(text: str) -> None:
    with pytest.raises(DateError, match="length of time"):
        parse_offset(text)
