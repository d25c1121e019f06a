"""Perceptions that cannot be applied are diagnostics at their places; those that can change one model only."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_text import marked, problems
from tests.conftest import Opener

from detente.case import Case
from detente.case.conflict import Statement
from detente.session import CaseError, open_case
from detente.situation import perceived

CASE = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}, {id: east, name: E, kind: state}]
steps: [{id: vote, name: Vote, status: scheduled, date: 2026-06}]
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign}, {id: amend, available: 2025-01}]
      preferences: {assumption: a, statements: [{id: n1, when: not strike}, {id: n2, when: not sign}]}
    - actor: south
      options: [{id: strike}, {id: buy, available: false}]
      preferences: {assumption: a, statements: [{id: s1, when: not strike}, {id: s2, when: sign}]}
  infeasible: [{when: strike and buy}]
  status_quo: [sign]
  named_states: {deal: [sign, amend]}
  perceptions:
"""


def one(changes: str, by: str = "north") -> str:
    return f"    - {{by: {by}, assumption: a, changes: [{changes}]}}\n"


ADDS = "DT710 a perception cannot add, remove or rename options, joint acts or decision makers"
BROKEN = {
    "an actor who is none": (one("{drop: conflict.s1}", by="»west"), "DT201 no actor has the id 'west'"),
    "an actor who does not decide": (one("{drop: conflict.s1}", by="»east"), "DT710 'east' is not a decision maker"),
    "a path outside the conflict": (
        one("»{set: steps.vote.status, to: met}"),
        "DT710 a perception changes only the conflict, not 'steps'",
    ),
    "a path to nothing": (
        one("{drop: conflict.s1}, »{drop: conflict.south.s9}"),
        "DT710 'conflict.south.s9' names nothing in the case",
    ),
    "an option more": (one("{drop: conflict.s1}, »{add: conflict.south.options, record: {id: pay}}"), ADDS),
    "other options": (one("»{set: conflict.south.options, to: [{id: strike}]}"), ADDS),
    "an option renamed": (one("»{set: conflict.south.options.buy.id, to: sell}, {drop: conflict.s1}"), ADDS),
    "a decision maker more": (one("»{add: conflict.decision_makers, record: {actor: east}}"), ADDS),
    "another status quo": (one("»{set: conflict.status_quo, to: []}"), "DT710 a perception cannot change 'status_quo'"),
    "an option that is taken now": (one("»{drop: conflict.sign}"), "DT710 a perception cannot change 'status_quo'"),
    "other outcomes asked about": (
        one("»{set: conflict.named_states.deal, to: [sign]}"),
        "DT710 a perception cannot change 'named_states'",
    ),
    "merged states": (one("»{set: conflict.coalesce, to: ['{Y---}']}"), "DT710 a perception cannot change 'coalesce'"),
    "a perception inside": (
        one("»{add: conflict.perceptions, record: {by: south, changes: [{drop: conflict.s1}]}}"),
        "DT710 a perception cannot change 'perceptions'",
    ),
    "a value that does not fit": (
        one("{set: conflict.strike.direction, to: up}").replace("{by", "»{by"),
        "DT710 the changed case is not valid: 'conflict.decision_makers.south.options.strike.direction' is 'up'",
    ),
    "a model that cannot be": (
        one("{set: conflict.s1.when, to: not strke}").replace("{by", "»{by"),
        "DT710 under the reading of 'north': no option has the id 'strke'",
    ),
    "a status quo that it rules out": (
        one("{add: conflict.infeasible, record: {when: sign}}").replace("{by", "»{by"),
        "DT710 under the reading of 'north': the status quo cannot be: it is ruled out as infeasible",
    ),
    "no changes": (
        "    - {by: north, assumption: a, changes: »[]}\n",
        "DT103 conflict: perceptions.0.changes: expected at least one change, such as {drop: conflict.south.s2}",
    ),
    "neither a reading nor changes": (
        "    - »{by: north, assumption: a, why: it fears}\n",
        "DT105 conflict: perceptions.0: a perception needs reads, changes or both: how somebody reads the conflict, or "
        "what that changes in it",
    ),
    "an option of another time": (
        one("»{set: conflict.south.options.buy.from, to: 2026}"),
        "DT710 a perception cannot change 'from'",
    ),
    "a change in two ways": (one("»{drop: conflict.s1, set: conflict.s2.when, to: sign}"), "DT105 conflict"),
    "no evidence": ("    - »{by: north, changes: [{drop: conflict.s1}]}\n", "DT410 a perception with neither"),
    "an id used twice": (
        one("{drop: conflict.s1}").replace("{by", "{id: »buy, by"),
        "DT200 the id 'buy' is used twice",
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_a_perception_that_cannot_be_is_reported_at_its_place(text: str, expected: str, opened: Opener) -> None:
    text, places = marked(CASE + text)

    found = problems(opened(text))

    assert len(found) == 1
    assert found[0].startswith(f"{places[0]} {expected}"), found


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (one("{drop: conflict.s1}", by="east"), "the decision makers are north, south"),
        (one("{drop: confict.s1}"), "did you mean 'conflict'?"),
        (one("{drop: steps.vote}"), "begin with 'conflict.'; the rest is for scenarios to change"),
        (
            one("{add: conflict.south.options, record: {id: pay}}"),
            "write the option in the case with 'available: false', and let the perception set its 'available' to null",
        ),
        (
            one("{set: conflict.status_quo, to: []}"),
            "all models speak of the same states, so that they can be compared",
        ),
    ],
)
def test_hints_say_what_to_write_instead(text: str, hint: str, opened: Opener) -> None:
    assert [found.hint for found in opened(CASE + text).diagnostics] == [hint]


def test_several_perceptions_of_one_apply_in_the_order_written(opened: Opener) -> None:
    case = opened(
        CASE
        + one("{set: conflict.s1.when, to: strike}")
        + one("{set: conflict.buy.available, to: null}", by="south")
        + one("{drop: conflict.s1}, {set: conflict.buy.available, to: 2026}")
    )
    assert problems(case) == []
    first, second = perceived(case.case, "north")

    assert (first.number, second.number) == (0, 2)
    assert second.before == first.case
    assert second.case.conflict is not None
    assert second.case.conflict.perceptions == ()
    assert [[wish.when for wish in _wishes(view.case)] for view in (first, second)] == [["strike", "sign"], ["sign"]]
    assert [wish.when for wish in _wishes(case.case)] == ["not strike", "sign"]
    (other,) = perceived(case.case, "south")
    assert [wish.when for wish in _wishes(other.case)] == ["not strike", "sign"]


def _wishes(case: Case) -> tuple[Statement, ...]:
    """Return the preference statements of the second decision maker."""
    preferences = case.conflict.decision_makers[1].preferences if case.conflict else None
    return (preferences.statements if preferences else None) or ()


def test_quotes_inside_a_perception_are_looked_up(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("They agreed.\nSouth will strike, North fears.\n", encoding="utf-8")
    wish = "{id: s3, when: strike, cites: [{source: s, at: ¶%s, quote: 'will strike'}]}"
    text = "sources: [{id: s, file: text.txt}]\n" + CASE
    for paragraph, expected in ((2, []), (1, ["under the reading of 'north': the quote is not in ¶1 of 's'"])):
        changes = one(f"{{add: conflict.south.preferences.statements, record: {wish % paragraph}}}")
        (tmp_path / "case.yaml").write_text(text + changes, encoding="utf-8")
        assert [found.message for found in open_case(tmp_path).diagnostics] == expected


SCENARIO = "scenarios: [{id: x, changes: [%s]}]\n"
NAMED = one("{drop: conflict.s1}").replace("{by", "{id: fear, by") + one("{drop: conflict.s2}", by="south")


def test_a_scenario_may_take_perceptions_away_or_change_them(opened: Opener) -> None:
    for change, kept in (
        ("{drop: conflict.fear}", ["south"]),
        ("{drop: conflict.perceptions}", []),
        ("{set: conflict.fear.by, to: south}", ["south", "south"]),
        (
            "{add: conflict.perceptions, record: {by: south, changes: [{drop: conflict.n1}]}}",
            ["north", "south", "south"],
        ),
    ):
        case = opened(CASE + NAMED + SCENARIO % change)
        assert problems(case) == []
        conflict = case.at(scenario="x").situation.case.conflict
        assert conflict is not None
        assert [perception.by for perception in conflict.perceptions] == kept


def test_a_scenario_that_takes_away_what_a_perception_speaks_of_is_reported(opened: Opener) -> None:
    text, places = marked(CASE + NAMED + (SCENARIO % "{drop: conflict.s1}").replace("[{id", "[»{id"))

    assert problems(opened(text)) == [
        f"{places[0]} DT700 after the changes of 'x': 'conflict.s1' names nothing in the case"
    ]


def test_what_is_wrong_without_a_scenario_is_not_repeated_for_each(opened: Opener) -> None:
    text = CASE + one("{drop: conflict.s9}") + SCENARIO % "{drop: conflict.s1}"

    assert [problem.split()[1] for problem in problems(opened(text))] == ["DT710"]


def test_a_path_does_not_reach_into_what_a_perception_writes_down(opened: Opener) -> None:
    added = one("{add: conflict.south.preferences.statements, record: {id: s7, when: buy}}")

    (found,) = opened(CASE + added + SCENARIO % "{drop: conflict.s7}").diagnostics

    assert found.message == "'conflict.s7' names nothing in the case"


def test_a_view_that_a_date_makes_impossible_is_reported_at_the_perception(opened: Opener) -> None:
    """North thinks that nobody could sign before March 2025; earlier, it could not be where it is."""
    dated = CASE.replace("conflict:\n", "conflict:\n  from: 2024\n")
    text, places = marked(dated + one("{set: conflict.sign.available, to: 2025-03}").replace("{by", "»{by"))
    case = opened(text)

    assert problems(case) == []
    case.at().conflict()
    with pytest.raises(CaseError) as refused:
        case.at("2025-02-01").conflict()
    (found,) = refused.value.diagnostics
    assert f"{found.span.line}:{found.span.column}" == places[0]
    assert (
        found.message
        == "under the reading of 'north': the status quo cannot be: its options are not available at this date"
    )


def test_a_case_with_perceptions_survives_being_written_out_and_read_back(opened: Opener) -> None:
    case = opened(CASE + NAMED + one("{set: conflict.buy.available, to: null}")).case

    assert type(case).model_validate(case.model_dump(by_alias=True, exclude_unset=True)) == case


def test_a_statement_read_in_two_ways_is_no_matter_for_the_parties_who_share_it(opened: Opener) -> None:
    """A pattern of options is a good preference, and no condition on outcomes."""
    shared = """issues: [{id: treaty, outcomes: [{id: sign}, {id: unsigned}]}]
settlement: {parties: [{actor: north, assumption: a, conditions: [{statement: n2, weight: 1}]}]}
"""
    case = opened(shared + CASE + one("{set: conflict.n2.when, to: '{Y---}'}"))

    assert problems(case) == []
    assert "perceptions" in {finding.id for finding in case.at().conflict().findings}
