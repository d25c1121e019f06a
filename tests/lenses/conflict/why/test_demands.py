"""What is demanded leads why it is stuck: of whom, in which order, and when it is in the headline."""

from __future__ import annotations

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter

CASE = """
    sources: [{id: paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    issues:
      - {id: road, name: Road, outcomes: [{id: shut, takes: []}, {id: open, takes: [open]}]}
      - {id: law, name: Law, outcomes: [{id: old, takes: []}, {id: new, takes: [change]}]}
      - {id: fees, name: Fees, on_agenda: false}
      - {id: names, name: Names}
    positions:
      - {actor: north, issue: names, kind: demand, stance: New names, date: 2025-01, assumption: a}
      - {actor: north, issue: road, kind: demand, stance: the road is open, date: 2025-03, assumption: a}
      - {actor: north, issue: law, kind: demand, stance: The law changes first, date: 2025-02, cites: [paper ¶2]}
      - {actor: north, issue: law, kind: claim, stance: It is unjust, date: 2025-04, assumption: a}
      - {actor: north, issue: fees, kind: demand, stance: No fees, date: 2025-01, assumption: a}
      - {actor: south, issue: law, stance: It stays, date: 2025-01, assumption: a}
    conflict:
      decision_makers:
        - actor: north
          options: [{id: sign, text: Sign}]
          preferences:
            statements:
              - {when: not sign or change, assumption: a}
              - {when: change, assumption: a}
              - {when: open, assumption: a}
              - {when: sign, assumption: a}
        - actor: south
          options: [{id: open, text: Open}, {id: change, text: Change}]
          preferences: {statements: [{when: not change, assumption: a}, {when: not open, assumption: a}]}
      status_quo: []
"""
ROAD = "North demands: The road is open."
LAW = "North demands: The law changes first."
NAMES = "North demands: New names."
HOLDS = "In the model, nobody gains by moving first."


def test_demands_on_the_table_stand_first_as_they_weigh(opened: Opener) -> None:
    findings = opened(CASE).at().conflict()
    found, every = chapter(findings, "impasse"), chapter(findings, "demands")

    # The first wish that speaks of a change stands above the one for an open road; no wish speaks of names.
    assert [said.text for said in every.statements] == [LAW, ROAD, NAMES]
    assert [said.text for said in found.statements if "demands" in said.text] == [LAW]
    assert [str(cite) for cite in found.statements[0].cites] == ["paper ¶2"]
    assert found.headline == HOLDS  # nothing waits for any of them


@pytest.mark.parametrize(
    ("step", "lead"),
    [
        ("{id: s, name: S, issue: road, status: unmet, demanded_by: [north]}", f"{ROAD} {HOLDS}"),
        ("{id: s, name: S, issue: road, status: met, date: 2025, demanded_by: [north]}", HOLDS),
        ("{id: s, name: S, issue: road, status: unmet, demanded_by: [south]}", HOLDS),
    ],
)
def test_the_demand_that_a_step_waits_for_leads(opened: Opener, step: str, lead: str) -> None:
    found = chapter(opened(f"{CASE}\n    steps: [{step}]").at().conflict(), "impasse")

    assert found.headline == lead
    assert (found.statements[0].text == ROAD) is lead.startswith(ROAD)


def test_where_the_status_quo_does_not_hold_no_demand_leads(opened: Opener) -> None:
    step = "{id: s, name: S, issue: law, status: unmet, demanded_by: [north]}"
    text = f"{CASE}\n    steps: [{step}]".replace("status_quo: []", "status_quo: [sign, open]")
    found = chapter(opened(text).at().conflict(), "impasse")

    assert found.headline.startswith("In the model, the status quo does not hold")
    assert found.statements[0].text == LAW


def test_a_demand_given_up_is_none(opened: Opener) -> None:
    text = CASE.replace("{actor: north, issue: law, kind: demand", "{id: first, actor: north, issue: law, kind: demand")
    text = text.replace("kind: claim, stance", "kind: claim, supersedes: [first], stance")
    found = chapter(opened(text).at().conflict(), "impasse")

    assert found.statements[0].text == ROAD
