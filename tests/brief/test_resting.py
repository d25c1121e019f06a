"""The assumptions that a day hangs on: each that is named moves the day, and each that moves it is named."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.brief.reading import said
from tests.conftest import Opener

from detente.findings import Question
from detente.session.sight import Sight

HEAD = """
    case: {id: demo, as_of: 2025-06-01}
    sources: [{id: paper, title: A paper}]
    steps:
      - {id: p, name: Task p, status: met, date: 2025-02-10, cites: [paper ¶1]}
"""
GOAL = "    roadmap: {goal: s}\n"
SWALLOWED = (
    HEAD
    + """
      - {id: q, name: Task q, requires: [p], duration: 30, assumption: x}
      - {id: s, name: Task s, requires: [p, q], duration: 5, assumption: x}
"""
    + GOAL
)


def first_path(sight: Sight) -> Any:
    return sight.roadmap().document["paths"][0]


def named(sight: Sight) -> list[str]:
    [answer] = [each for each in sight.brief().sentences if each.answers is Question.WHEN]
    return list(answer.assumptions)


def test_a_length_that_today_swallows_is_not_what_the_day_hangs_on(opened: Opener) -> None:
    sight = opened(SWALLOWED).at()
    brief = sight.brief()
    assert first_path(sight)["earliest"] == date(2025, 6, 6).isoformat()
    assert said(brief, Question.WHEN).endswith(", on an assumption of 5 days for “Task s”.")
    assert named(sight) == ["s"]
    assert brief.least_certain is not None
    assert brief.least_certain.input == "steps.s.duration"
    [finding] = sight.edition("detente report").gathered
    assert ["Task s" in str(row.cells[0]) for row in finding.tables[0].rows] == [True]


def test_a_length_that_may_be_over_or_go_on_is_not_at_once(opened: Opener) -> None:
    sight = opened(SWALLOWED.replace("duration: 30", "duration: [5, 300]").replace("duration: 5,", "duration: 0,")).at()
    path = first_path(sight)
    assert path["earliest"] == "2025-06-01" < path["latest"]
    assert "at once" not in said(sight.brief(), Question.WHEN)
    assert "between" in said(sight.brief(), Question.WHEN)


def test_where_today_swallows_every_length_no_assumption_is_named(opened: Opener) -> None:
    sight = opened(SWALLOWED.replace("duration: 5, assumption: x", "duration: 5, cites: [paper ¶2]")).at()
    assert "assumption" not in said(sight.brief(), Question.WHEN)
    assert named(sight) == []
    assert sight.brief().least_certain is None


@pytest.mark.parametrize(
    ("step", "about"),
    [
        ("requires: [p], date: 2025-09-01, assumption: x", "“Task q”"),
        ("requires: [p], date: 2025-09-01, duration: 30, assumption: x", "“Task q”"),
        ("requires: [p], duration: 0, assumption: x", "“Task q”"),
    ],
)
def test_what_is_assumed_of_no_length_names_its_step(opened: Opener, step: str, about: str) -> None:
    text = (
        f"{HEAD}      - {{id: q, name: Task q, {step}}}\n      - {{id: s, name: Task s, requires: [q], duration: 5}}\n"
    )
    sight = opened(text + GOAL).at()
    assert said(sight.brief(), Question.WHEN).endswith(f", on an assumption about {about}.")
    assert named(sight) == ["q"]


def test_of_two_ways_to_wait_for_what_has_no_date_the_longer_one_counts(opened: Opener) -> None:
    text = (
        HEAD
        + """
      - {id: a, name: Task a}
      - {id: b, name: Task b, requires: [a], duration: 10, assumption: x}
      - {id: c, name: Task c, requires: [a], duration: 90, assumption: x}
      - {id: s, name: Task s, requires: [b, c], duration: 0}
"""
        + GOAL
    )
    assert named(opened(text).at()) == ["c"]


def test_what_one_of_two_alternatives_makes_up_for_moves_nothing(opened: Opener) -> None:
    text = (
        HEAD
        + """
      - {id: a, name: Task a, duration: 30, assumption: x}
      - {id: b, name: Task b, duration: 30, assumption: x}
      - {id: u, name: Task u, requires: [{any: [a, b]}], duration: 10, assumption: x}
      - {id: v, name: Task v, requires: [a, b], duration: 0}
      - {id: s, name: Task s, requires: [u, v], duration: 0}
"""
        + GOAL
    )
    assert named(opened(text).at()) == ["u"]


TASKS = st.lists(
    st.tuples(
        st.sets(st.integers(0, 3), max_size=2),
        st.sampled_from(["", ", date: 2025-07-01", ", date: 2025-05/2025-08"]),
        st.sampled_from([None, 1, 5, 30, 100, 130, [3, 40]]),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def written(tasks: list[tuple[set[int], str, Any, bool]], longer: int | None = None) -> str:
    """Return a case of such tasks in a row of needs; the length of one of them made longer by a day."""
    lines = []
    for k, (needs, day, takes, assumed) in enumerate(tasks):
        before = ", ".join(
            ["p", *(f"t{n}" for n in sorted(needs) if n < k)] if k % 2 else sorted(f"t{n}" for n in needs if n < k)
        )
        more = 1 if k == longer else 0
        lasts = [each + more for each in takes] if isinstance(takes, list) else takes and takes + more
        length = f", duration: {lasts}" if lasts is not None else ""
        marked = ", assumption: x" if assumed else ""
        lines.append(f"      - {{id: t{k}, name: Task {k}, requires: [{before}]{day}{length}{marked}}}\n")
    ends = ", ".join(f"t{k}" for k in range(len(tasks)))
    return f"{HEAD}{''.join(lines)}      - {{id: s, name: Task s, requires: [{ends}], duration: 0}}\n{GOAL}"


@settings(suppress_health_check=list(HealthCheck))
@given(tasks=TASKS)
def test_the_length_that_is_named_moves_the_day(opened: Opener, tasks: list[tuple[set[int], str, Any, bool]]) -> None:
    case = opened(written(tasks))
    assume(not case.errors)
    sight = case.at()
    path, text = first_path(sight), said(sight.brief(), Question.WHEN)
    found = re.search(r"on an assumption of .* for “?Task (\d)", text, re.IGNORECASE)
    timed = [k for k, (_, _, takes, assumed) in enumerate(tasks) if assumed and takes is not None]
    moving = [k for k in timed if days(first_path(opened(written(tasks, k)).at())) != days(path)]
    if found is not None:
        assert int(found[1]) in moving
    elif text.startswith("In the model"):
        assert not moving


def days(path: Any) -> Any:
    """Return the soonest day of a path, and how long after what has none it is."""
    return path["earliest"], path["after"]
