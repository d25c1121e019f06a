"""From when outcomes can be had: answered as for options, and by the same room."""

from __future__ import annotations

import pytest
from tests.case_text import problems
from tests.conftest import Opener

CASE = """
case: {id: demo, as_of: 2025-07-10, known_until: 2025-07-31}
actors: [{id: north, name: North, kind: state}]
steps:
  - {id: vote, name: The vote, status: scheduled, date: 2025-11}
  - {id: someday, name: Some day}
issues:
  - id: route
    outcomes:
      - {id: dated, available: 2025-07-20}
      - {id: vague, text: Vague, available: 2025-07}
      - {id: voted, available: "step:vote"}
      - {id: undated, available: "step:someday"}
      - {id: never, available: false}
      - {id: free, takes: []}
conflict:
  decision_makers:
    - actor: north
      options:
        - {id: o-dated, available: 2025-07-20}
        - {id: o-vague, available: 2025-07}
        - {id: o-voted, available: "step:vote"}
        - {id: o-undated, available: "step:someday"}
        - {id: o-never, available: false}
      preferences: {statements: [], assumption: a}
scenarios:
  - {id: no-vote, assumption: a, changes: [{drop: steps.vote}]}
"""


@pytest.mark.parametrize("date", ["2025-07-10", "2025-07-20", "2025-07-31", "2025-12-01", "2026-08-01"])
def test_outcomes_are_answered_as_options_are(date: str, opened: Opener) -> None:
    found = opened(CASE).at(date).situation

    answers = {name: (each.open, each.undetermined, each.assumed) for name, each in found.outcomes["route"].items()}
    assert answers == {
        name.removeprefix("o-"): (each.open, each.undetermined, each.assumed) for name, each in found.options.items()
    }
    assert answers["never"] == (False, False, False)


def test_a_plan_is_no_hindsight(opened: Opener) -> None:
    text = CASE.replace("available: 2025-07-20", "available: 2031").replace("statements: []", "weights: {}")

    assert problems(opened(text)) == []


def test_what_an_uncertain_day_leaves_open_is_an_open_question(opened: Opener) -> None:
    case = opened(CASE)

    def said(date: str) -> list[str]:
        return [each.because for each in case.at(date).situation.undetermined if "can be had" in each.because]

    assert said("2025-07-10") == [
        "whether 'Vague' can be had: it opens on 2025-07, which may lie before or after 2025-07-10"
    ]
    assert said("2025-07-31") == []


def test_what_waits_for_a_step_that_is_dropped_can_be_had_at_any_time(opened: Opener) -> None:
    case = opened(CASE)

    assert not case.at().situation.outcomes["route"]["voted"].open
    assert case.at(scenario="no-vote").situation.outcomes["route"]["voted"].open
