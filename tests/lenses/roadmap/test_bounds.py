"""Bounds are no more precise than the dates and durations that they come from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener

from detente.dates.words import MONTHS, plain_part
from detente.lenses.look import Look
from detente.lenses.roadmap.bounds import bound
from detente.lenses.roadmap.course import course_of
from detente.lenses.roadmap.options import RoadmapOptions

ROAD = """
    case: {id: c, as_of: 2025-07-10}
    steps:
      - {id: x, name: X, FIRST}
      - {id: g, name: G, requires: [x], THEN}
      - {id: h, name: H}
    roadmap: {goal: g}
"""


def said(opened: Opener, first: str, then: str) -> str:
    look = Look(opened(ROAD.replace("FIRST", first).replace("THEN", then)).at().moment, RoadmapOptions())
    course = look.once(course_of)
    return bound(course, course.paths[0])


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        ("date: 2026-06-07", "duration: 0", "7 June 2026"),
        ("date: 2026-06-07", "duration: 50", "27 July 2026"),
        ("date: 2026-06-07", "status: open", "7 June 2026 at the soonest"),
        ("date: 2026-06-07/2026-06-20", "status: open", "7 June 2026 at the soonest"),
        ("date: 2026-06-07/2026-06-20", "duration: 1", "between 8 June 2026 and 21 June 2026"),
        ("date: 2026-06-07", "duration: 50, assumption: a", "late July 2026, on an assumption"),
        ("date: 2026-06-07", "duration: [10, 60]", "between mid-June 2026 and early August 2026"),
        ("date: 2026-06", "duration: 0", "June 2026"),
        ("date: 2026-06", "duration: 50", "between late July 2026 and mid-August 2026"),
        ("date: 2026-06", "status: open", "June 2026 at the soonest"),
        ("date: 2026-01/2026-03", "status: open", "January 2026 at the soonest"),
        ("date: 2026", "status: open", "January 2026 at the soonest"),
        ("date: 2026", "duration: 50", "between February 2026 and February 2027"),
        ("date: 2026-06-07~", "duration: 0", "June 2026, counting from “X”, dated about 7 June 2026"),
        ("duration: 40", "duration: 0", "19 August 2025"),
        ("duration: [40, 60]", "duration: 0", "between mid-August 2025 and early September 2025"),
        ("duration: [40, 200]", "status: open", "August 2025 at the soonest"),
        ("status: open", "status: open", "no date"),
        ("status: open", "duration: 30", "no date, but 30 days after “X”"),
    ],
)
def test_a_bound_is_as_precise_as_what_it_is_counted_from(first: str, then: str, words: str, opened: Opener) -> None:
    assert said(opened, first, then) == words


@given(st.dates(min_value=date(1, 2, 1)))
def test_a_part_of_a_month_holds_its_days_and_begins_no_later(day: date) -> None:
    part, rest = plain_part(day)[: -len(f"{MONTHS[day.month - 1]} {day.year}")], plain_part(day)
    begin = {"early ": 1, "mid-": 11, "late ": 21}[part]

    assert rest.endswith(f"{MONTHS[day.month - 1]} {day.year}")
    assert begin <= day.day
    assert part == "late " or day.day <= begin + 9
    assert plain_part(day - timedelta(days=day.day - begin)) == plain_part(day)
