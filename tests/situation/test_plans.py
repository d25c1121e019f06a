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
