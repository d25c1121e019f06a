"""Every lens shares one calendar: options open when the roadmap had their step coming, and not before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Opener

import detente
from detente.dates import Interval

CASE = """
    case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
    actors: [{id: north, name: North, kind: state}]
    steps:
      - {id: elections, name: Elections, status: scheduled, date: 2026-06}
      - {id: vote, name: The vote, requires: [{step: elections, strict: true}], duration: [50, 60]}
      - {id: someday, name: Some day}
      - {id: after, name: After that, requires: [vote, someday], duration: 10}
      - {id: either, name: Either, requires: [{any: [vote, someday]}], duration: 0}
    conflict:
      decision_makers:
        - actor: north
          options:
            - {id: amend, available: step:vote}
            - {id: wait, available: step:after}
            - {id: choose, available: step:either}
          preferences: {statements: []}
"""


@pytest.mark.parametrize(
    ("as_of", "amend", "wait", "choose"),
    [
        ("2025-07-31", "closed", "closed", "closed"),  # known: the vote is not met
        ("2026-07-20", "closed", "closed", "unknown"),  # before 1 June and 50 days; what is undated may have come
        ("2026-08-01", "unknown", "unknown", "unknown"),
        ("2026-08-28", "unknown", "unknown", "unknown"),
        ("2026-08-29", "open", "unknown", "open"),  # 30 June and 60 days
    ],
)
def test_an_option_opens_when_its_step_must_have_come(
    as_of: str, amend: str, wait: str, choose: str, opened: Opener
) -> None:
    found = opened(CASE).at(as_of).situation.options

    def said(name: str) -> str:
        return "open" if found[name].open else "unknown" if found[name].undetermined else "closed"

    assert (said("amend"), said("wait"), said("choose")) == (amend, wait, choose)
    assert found["amend"].assumed is (amend == "open")


def test_the_plan_is_worked_out_on_the_last_day_that_the_case_knows(opened: Opener) -> None:
    case = opened(CASE)

    assert case.at("2025-07-31").situation.plans == {}
    plans = case.at("2026-01-01").situation.plans
    assert plans["vote"] == Interval(date(2026, 7, 21), date(2026, 8, 29))
    assert plans["someday"] == Interval(None, None)
    assert plans["after"] == Interval(date(2026, 7, 31), None)
    assert plans == case.at("2026-09-01").situation.plans


def test_steps_in_a_circle_have_no_plan(opened: Opener) -> None:
    text = CASE.replace("{id: someday, name: Some day}", "{id: someday, name: Some day, requires: [after]}")
    plans = opened(text).at("2026-09-01").situation.plans

    assert {"someday", "after"}.isdisjoint(plans)


def test_the_flagship_s_constitution_opens_with_the_referendum_of_its_roadmap(root: Path) -> None:
    case = detente.open(root / "examples" / "south-caucasus")

    assert not case.at("2026-08-18").situation.options["adopt-constitution"].open
    later = case.at("2026-08-19").situation.options["adopt-constitution"]
    assert (later.open, later.assumed) == (True, True)


@pytest.mark.parametrize(
    ("own", "stated", "asked", "met"),
    [
        ("2025-07-10", "2025", None, "true"),
        ("2025-07-10", "2025-07", None, "true"),
        ("2025-07-10", "2025-07", "2025-07-05", "undetermined"),  # it was met on one of the ten days
        ("2025-07-10", "2025-07", "2025-06-30", "false"),
        ("2025-07-10", "2025-07", "2025-07-20", "true"),
        ("2025-07", "2025-07", None, "true"),
        ("2025-07", "2025-07", "2025-07-20", "undetermined"),
    ],
)
def test_what_is_met_was_met_by_the_own_date(
    own: str, stated: str, asked: str | None, met: str, opened: Opener
) -> None:
    steps = f"[{{id: x, name: X, status: met, date: {stated}}}, {{id: g, name: G, requires: [x], duration: 10}}]"
    case = opened(f"case: {{id: demo, as_of: {own}}}\nsteps: {steps}\nroadmap: {{goal: g, from: 2020}}\n").at(asked)
    assert case.look("chronicle").document["steps"]["x"]["met"] == met
    waits = {name for path in case.look("roadmap").document["paths"] for name in path["steps"]}
    assert ("x" in waits) is (met != "true")


def test_days_are_counted_from_when_it_was_met_and_not_from_later(opened: Opener) -> None:
    """X was met between 1 and 10 July, however its date is written, so G comes between the 11th and the 20th."""
    steps = "[{id: x, name: X, status: met, date: 2025-07}, {id: g, name: G, requires: [x], duration: 10}]"
    case = opened(f"case: {{id: demo, as_of: 2025-07-10}}\nsteps: {steps}\nroadmap: {{goal: g}}\n")
    (path,) = case.at().look("roadmap").document["paths"]
    assert (path["earliest"], path["latest"]) == ("2025-07-11", "2025-07-20")
