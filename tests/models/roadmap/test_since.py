"""Since when steps are met: no earlier than what they required, and not a day later than that tells."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener

from detente.dates import Interval
from detente.methods.schedule.requirements import AllOf, AnyOf, Requirement, Step
from detente.models.roadmap.since import met_since

FIRST, DAYS = date(2025, 7, 1), 5
"""The days that are tried."""


def holds(part: Requirement, met: tuple[bool, ...], day: tuple[int, ...], own: int) -> bool:
    """Whether a step on a day of its own may have been met with a requirement, as far as that is met."""
    if isinstance(part, Step):
        return not met[part.number] or day[part.number] + part.gap <= own
    if isinstance(part, AllOf):
        return all(holds(each, met, day, own) for each in part.parts)
    wholly = [each for each in part.parts if is_met(each, met)]
    return not wholly or any(holds(each, met, day, own) for each in wholly)


def is_met(part: Requirement, met: tuple[bool, ...]) -> bool:
    if isinstance(part, Step):
        return met[part.number]
    return (all if isinstance(part, AllOf) else any)(is_met(each, met) for each in part.parts)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[AllOf], tuple[bool, ...], dict[int, Interval]]:
    """Up to four steps without circles, who is met, and on which days; some dates that clash are among them."""
    size = draw(st.integers(1, 4))
    met = tuple(draw(st.lists(st.sampled_from([True, True, True, False]), min_size=size, max_size=size)))
    found = []
    for k in range(size):
        steps = st.builds(Step, st.integers(0, max(k - 1, 0)), st.integers(0, 1))
        parts = st.recursive(
            steps,
            lambda inner: st.one_of(
                st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
                st.builds(AllOf, st.lists(inner, min_size=1, max_size=2).map(tuple)),
            ),
            max_leaves=4,
        )
        found.append(AllOf(tuple(draw(st.lists(parts, max_size=2 if k else 0)))))
    days = {}
    for k in range(size):
        if met[k] and draw(st.sampled_from([True, True, False])):
            first = draw(st.integers(0, DAYS - 1))
            last = draw(st.integers(first, DAYS - 1))
            days[k] = Interval(FIRST + timedelta(first), FIRST + timedelta(last))
    return found, met, days


@given(histories())
def test_the_days_are_those_of_every_course_that_events_can_have_taken(
    history: tuple[list[AllOf], tuple[bool, ...], dict[int, Interval]],
) -> None:
    requirements, met, days = history
    span = Interval(FIRST, FIRST + timedelta(DAYS + len(met)))  # later than any date, for steps without one
    ranges = [inside(days.get(k, span)) for k in range(len(met))]
    courses = [
        day
        for day in product(*ranges)
        if all(not met[k] or holds(each, met, day, day[k]) for k, each in enumerate(requirements))
    ]
    found = met_since(requirements, met, days)

    assert found.keys() == days.keys()
    for k, each in found.items():
        assert each.latest == days[k].latest
        if courses:  # else the dates clash, of which 'check' tells
            assert each.earliest == FIRST + timedelta(min(day[k] for day in courses))


def inside(days: Interval) -> range:
    assert days.earliest is not None
    assert days.latest is not None
    return range((days.earliest - FIRST).days, (days.latest - FIRST).days + 1)


def test_steps_in_a_circle_tell_nothing() -> None:
    days = {0: Interval(FIRST, FIRST + timedelta(3)), 1: Interval(FIRST + timedelta(2), FIRST + timedelta(3))}
    requirements = [AllOf((Step(1),)), AllOf((Step(0, 1),))]

    assert met_since(requirements, (True, True), days) == days


@pytest.mark.parametrize(
    ("signed", "earliest"),
    [
        ("[text]", "2025-07-25"),  # 20 days after the 5th, although "July" would allow the 21st
        ("[{step: text, strict: true}]", "2025-07-26"),
        ("[{any: [text, offer]}]", "2025-07-23"),
        ("[{any: [text, {all: [offer, never]}]}]", "2025-07-25"),
        ("[{step: text, accelerates: true}]", "2025-07-21"),
        ("[never]", "2025-07-21"),  # told by 'check'
    ],
)
def test_days_are_counted_from_when_a_met_step_can_have_been(signed: str, earliest: str, opened: Opener) -> None:
    text = f"""
    case: {{id: demo, as_of: 2025-07-10}}
    steps:
      - {{id: text, name: Text, status: met, date: 2025-07-05}}
      - {{id: offer, name: Offer, status: met, date: 2025-07-03}}
      - {{id: never, name: Never}}
      - {{id: signed, name: Signed, status: met, date: 2025-07, requires: {signed}}}
      - {{id: force, name: In force, requires: [signed], duration: 20, assumption: x}}
    roadmap: {{goal: force}}
    """
    (path,) = opened(text).at().look("roadmap").document["paths"]

    assert (path["earliest"], path["latest"]) == (earliest, "2025-07-30")
