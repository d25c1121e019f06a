"""Scenarios: named changes to a case, and what they reach."""

from __future__ import annotations

import pytest
from tests.case_text import problems
from tests.conftest import Opener

CASE = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
steps:
  - {id: elections, name: Elections, status: scheduled, date: 2026-06}
  - {id: vote, name: Vote, requires: [elections, {any: [elections, other]}, {any: [elections]}]}
  - {id: other, name: Other}
events: [{id: summit, date: 2025-07-10, what: w, assumption: a}]
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign}, {id: amend, available: "step:elections"}]
      preferences: {assumption: a, statements: [{id: n1, when: sign}, {id: n2, when: not amend}]}
    - actor: south
      options: [{id: pay}]
      preferences: {assumption: a, statements: [{id: s1, when: not pay}, {id: s2, when: sign}]}
  infeasible: [{when: amend and not pay}]
  status_quo: [pay]
  named_states: {deal: [sign, pay]}
scenarios:
  - {id: x, title: What if, changes: [%s]}
"""


def test_a_dropped_statement_no_longer_counts(opened: Opener) -> None:
    case = opened(CASE % "{drop: conflict.south.s1}")
    before, after = case.at().conflict().document, case.at(scenario="x").conflict().document

    assert before["rank"]["south"] == {"NNN": 2, "NNY": 4, "YNN": 1, "YNY": 3}
    assert after["rank"]["south"] == {"NNN": 2, "NNY": 2, "YNN": 1, "YNY": 1}
    assert (before["scenario"], after["scenario"]) == (None, "x")


SHARED = """settlement:
  parties:
    - {actor: north, assumption: a, conditions: [{id: own, when: done, weight: 1}, {statement: n1, weight: 1}]}
    - {actor: south, assumption: a, conditions: [{statement: s1, weight: 1}, {statement: s2, weight: 1}]}
issues:
  - {id: treaty, outcomes: [{id: done, takes: [sign]}, {id: undone}]}
  - {id: money, outcomes: [{id: paid, takes: [pay]}, {id: unpaid}]}
"""


@pytest.mark.parametrize(
    ("target", "north", "south"),
    [
        ("conflict.south.s1", ["own", "n1"], ["s2"]),
        ("conflict.n1", ["own"], ["s1", "s2"]),
        ("conflict.south", ["own", "n1"], []),
        ("conflict.pay", ["own", "n1"], ["s1", "s2"]),
    ],
)
def test_a_dropped_statement_is_no_condition_of_a_party_either(
    target: str, north: list[str], south: list[str], opened: Opener
) -> None:
    opening = opened(SHARED + CASE % f"{{drop: {target}}}")
    assert opening.errors == ()
    settlement = opening.at(scenario="x").situation.case.settlement

    assert settlement is not None
    left = [[condition.statement or condition.id for condition in party.conditions] for party in settlement.parties]
    assert left == [north, south]


def test_a_statement_is_found_anywhere_below_its_section(opened: Opener) -> None:
    short, long = opened(CASE % "{drop: conflict.s1}"), opened(CASE % "{drop: conflict.south.preferences.s1}")

    assert short.at(scenario="x").conflict().document == long.at(scenario="x").conflict().document


def test_a_step_met_in_a_scenario_is_met_at_once_and_opens_options(opened: Opener) -> None:
    case = opened(CASE % "{set: steps.elections.status, to: met}")

    assert case.at().chronicle().document["steps"]["elections"] == {"met": "false"}
    assert case.at(scenario="x").chronicle().document["steps"]["elections"] == {"met": "true"}
    assert case.at().conflict().document["states"]["list"] == ["NNN", "NNY", "YNN", "YNY"]
    assert case.at(scenario="x").conflict().document["states"]["list"] == ["NNN", "NNY", "NYY", "YNN", "YNY", "YYY"]


def test_a_dropped_option_stays_in_the_names_as_not_taken(opened: Opener) -> None:
    found = opened(CASE % "{drop: conflict.pay}").at(scenario="x").conflict().document

    assert found["options"] == ["sign", "amend", "pay"]
    assert found["status_quo"] == "NNN"
    assert found["states"]["list"] == ["NNN", "YNN"]


def test_a_dropped_decision_maker_can_do_nothing(opened: Opener) -> None:
    found = opened(CASE % "{drop: conflict.south}").at(scenario="x").conflict().document

    assert found["decision_makers"] == ["north", "south"]
    assert found["states"]["list"] == ["NNN", "YNN"]
    assert found["rank"]["south"] == {"NNN": 1, "YNN": 1}


def test_a_dropped_step_frees_those_that_waited_for_it(opened: Opener) -> None:
    situation = opened(CASE % "{drop: steps.elections}").at(scenario="x").situation

    vote = next(step for step in situation.case.steps if step.id == "vote")
    assert [part.step for part in vote.requirements() if part.step] == ["other"]
    assert situation.options["amend"].open


def test_a_record_can_be_added(opened: Opener) -> None:
    record = "{add: steps, record: {id: mediation, name: Mediation, status: met}}"

    assert opened(CASE % record).at(scenario="x").chronicle().document["steps"]["mediation"] == {"met": "true"}


def test_a_list_that_the_case_leaves_out_can_be_begun(opened: Opener) -> None:
    rule = "{add: conflict.infeasible, record: {when: sign}}"
    case = opened((CASE % rule).replace("  infeasible: [{when: amend and not pay}]\n", ""))

    assert case.diagnostics == ()
    assert "YNN" not in case.at(scenario="x").conflict().document["states"]["list"]


def test_changes_are_made_in_order(opened: Opener) -> None:
    changes = "{set: events.summit.what, to: first}, {set: events.summit.what, to: second}"

    assert opened(CASE % changes).at(scenario="x").situation.case.events[0].what == "second"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("{drop: conflict.south.s9}", "DT700 'conflict.south.s9' names nothing in the case"),
        ("{drop: confict.south.s1}", "DT700 unknown section 'confict'"),
        ("{drop: conflict}", "DT700 'conflict' names a whole section; say which record in it"),
        ("{drop: conflict.preferences}", "DT700 'conflict.preferences' names 2 things; write a longer path"),
        ("{add: nothing, record: {id: e}}", "DT700 unknown section 'nothing'"),
        ("{drop: actors.north}", "DT700 after the changes of 'x': no actor has the id 'north'"),
        ("{drop: a, set: b, to: c}", "DT105 scenarios 'x': changes.0: a change is"),
        ("{set: steps.vote.name}", "DT105 scenarios 'x': changes.0: a change is"),
    ],
)
def test_a_change_that_cannot_be_made_is_reported_at_its_place(change: str, message: str, opened: Opener) -> None:
    found = problems(opened(CASE % change))

    assert found
    line, words = found[0].split(" ", 1)
    assert words.startswith(message)
    assert line.startswith("20:")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("{set: steps.elections.status, to: done}", "'steps.elections.status' is 'done', not one of met, agreed"),
        ("{set: steps.elections.colour, to: red}", "'steps.elections' has an unknown key 'colour'"),
        ("{set: steps.elections.date, to: soon}", "'steps.elections.date': 'soon' is not a date"),
        ("{set: steps.elections.name, to: [a]}", "'steps.elections.name' cannot be a list"),
        ("{set: conflict.sign.direction, to: up}", "'conflict.decision_makers.north.options.sign.direction' is 'up'"),
        ("{add: steps, record: {id: e}}", "'steps.e' lacks the key 'name'"),
    ],
)
def test_a_change_that_leaves_no_case_says_what_does_not_fit(change: str, words: str, opened: Opener) -> None:
    found = opened(CASE % change).diagnostics[0].message

    assert found.startswith(f"the changed case is not valid: {words}")


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ("{drop: confict.south.s1}", "did you mean 'conflict'?"),
        ("{add: step, record: {id: e, name: E}}", "did you mean 'steps'?"),
        ("{set: steps.elections.colour, to: red}", "the keys there are cites, certainty, hedge, assumption"),
        ("{set: steps.elections.stat, to: met}", "did you mean 'status'?"),
        ("{set: steps.elections.status, to: mett}", "did you mean 'met'?"),
        ("{add: steps, record: {id: other, name: Again}}", ""),
        ("{set: steps.vote.demanded_by, to: [nort]}", "did you mean 'north'?"),
    ],
)
def test_hints_help_and_none_points_back_at_the_scenario(change: str, hint: str, opened: Opener) -> None:
    found = opened(CASE % change).diagnostics

    assert [problem.code for problem in found] == ["DT700"]
    assert found[0].hint.startswith(hint)
    assert bool(found[0].hint) == bool(hint)


@pytest.mark.parametrize(
    ("planned", "kept"),
    [
        ("2025-06", "2025-06"),
        ("2025-07-10", "2025-07-10"),
        ("2025-07", "2025-07-01/2025-07-10"),
        ("2026-06", "../2025-07-10"),
        ("2024-08/..", "2024-08-01/2025-07-10"),
        ("{after: summit, by: 2 days}", "../2025-07-10"),
        ("{before: summit, by: 2 days}", "2 days before summit"),
    ],
)
def test_a_step_met_in_a_scenario_keeps_a_date_to_count_from(planned: str, kept: str, opened: Opener) -> None:
    """A plan for later becomes a date no later than the case's own, so that what is dated from it can be placed."""
    text = f"""
        case: {{id: demo, as_of: 2025-07-10}}
        steps:
          - {{id: elections, name: Elections, status: scheduled, date: {planned}}}
          - {{id: vote, name: Vote, date: {{after: elections, by: 1 month}}}}
        events: [{{id: summit, date: 2025-07-10, what: w, assumption: a}}]
        scenarios: [{{id: x, changes: [{{set: steps.elections.status, to: met}}]}}]
    """
    case = opened(text)
    situation = case.at(scenario="x").situation

    assert case.diagnostics == ()
    assert str(situation.case.steps[0].date) == kept
    assert situation.steps["elections"] == "true"


def test_a_step_met_in_a_scenario_is_met_however_coarse_the_date_of_the_case(opened: Opener) -> None:
    text = """
        case: {id: demo, as_of: 2025-07}
        steps: [{id: elections, name: Elections, status: scheduled, date: 2025-07}, {id: vote, name: Vote}]
        scenarios:
          - {id: x, changes: [{set: steps.elections.status, to: met}, {set: steps.vote.status, to: met}]}
          - {id: y, changes: [{set: steps.elections.status, to: met}, {set: steps.elections.status, to: unmet}]}
    """

    assert opened(text).at(scenario="x").situation.steps == {"elections": "true", "vote": "true"}
    assert str(opened(text).at(scenario="y").situation.case.steps[0].date) == "2025-07"


def test_a_case_survives_being_written_out_and_read_back(opened: Opener) -> None:
    """A scenario is applied to the records written out as plain values: nothing may be lost on the way."""
    case = opened(CASE % "{drop: conflict.s1}").case

    assert type(case).model_validate(case.model_dump(by_alias=True, exclude_unset=True)) == case


def test_what_is_set_in_short_can_be_dropped_after(opened: Opener) -> None:
    """A change may write what a later one speaks of in a short form."""
    case = opened("""
        actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
        steps: [{id: s, name: S}, {id: t, name: T, requires: [s]}]
        conflict:
          decision_makers:
            - {actor: a, options: [{id: p}], preferences: {statements: [q, p], assumption: x}}
            - {actor: b, options: [{id: q}], preferences: {statements: [p, q], assumption: x}}
          status_quo: []
        scenarios:
          - id: x
            changes:
              - {set: conflict.p.available, to: step:s}
              - {set: conflict.status_quo, to: q}
              - {set: conflict.a.preferences.statements, to: [p]}
              - {set: steps.t.requires, to: [s]}
              - {drop: steps.s}
              - {drop: conflict.q}
    """)

    assert case.diagnostics == ()
    changed = case.at(scenario="x").situation.case
    assert changed.conflict is not None
    assert changed.conflict.decision_makers[0].options[0].available is None
    assert changed.conflict.status_quo == ()
    assert [step.requires for step in changed.steps] == [()]


def test_what_matters_to_a_party_can_be_begun(opened: Opener) -> None:
    """With a condition that weighs as much as its only issue, the half that it gets of ``x`` becomes three quarters."""
    case = opened(
        """
        actors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]
        issues: [{id: i, outcomes: [{id: x}, {id: y}]}]
        settlement:
          parties:
            - {actor: a, batna: 0, values: {i: {x: 1, y: 0}}, assumption: z}
            - {actor: b, batna: 0, values: {i: {x: 0.5, y: 1}}, assumption: z}
        scenarios:
          - {id: s, title: S, changes: [{add: settlement.b.conditions, record: {when: x, weight: 1, assumption: z}}]}
        """
    )
    assert case.errors == ()
    zone = case.at(scenario="s").look("settlement").document["packages"]["zopa"]
    assert [each["utilities"]["b"] for each in zone if each["package"]["i"] == "x"] == [0.75]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("{drop: conflict.north.actor}, {drop: conflict.south.s2}", "lacks the key 'actor'"),
        ("{drop: conflict.south.s2}, {drop: conflict.north.actor}", "lacks the key 'actor'"),
        ("{set: conflict.south.preferences, to: 3}, {drop: conflict.sign}", "cannot be '3'"),
        ("{set: conflict.decision_makers, to: [3]}, {drop: conflict.sign}", "cannot be '3'"),
        ("{set: steps.vote.requires, to: 3}, {drop: steps.other}", "steps.vote.requires"),
        ("{drop: conflict.amend.id}, {drop: conflict.north}", "lacks the key 'id'"),
    ],
)
def test_a_drop_after_a_change_that_leaves_no_case_is_reported(changes: str, words: str, opened: Opener) -> None:
    (problem,) = problems(opened(CASE % changes))

    assert " DT700 " in problem
    assert words in problem


@pytest.mark.parametrize("planned", [None, "2026-06", "2025-06", "{after: summit, by: 9 days}"])
@pytest.mark.parametrize("as_of", ["2020", "2025-02-01", "2025-06", "2025-07-10", "2025-08-01", "2027-01-01"])
def test_a_step_met_in_a_scenario_is_met_at_every_date(planned: str | None, as_of: str, opened: Opener) -> None:
    """What is supposed holds whenever the case is looked at; what waits for it opens, and all else stays as it is."""
    date = f", date: {planned}" if planned else ""
    case = opened(f"""
        case: {{id: demo, as_of: 2025-07-10}}
        issues: [{{id: i, name: I, outcomes: [{{id: o, available: "step:vote"}}]}}]
        steps:
          - {{id: vote, name: Vote, status: open{date}}}
          - {{id: other, name: Other, status: open{date}}}
        events: [{{id: summit, date: 2025-07-10, what: w, assumption: a}}]
        scenarios: [{{id: x, changes: [{{set: steps.vote.status, to: met}}]}}]
    """)
    supposed, written = case.at(as_of, scenario="x").situation, case.at(as_of).situation

    assert supposed.steps["vote"] == "true"
    assert supposed.outcomes["i"]["o"].open
    assert supposed.steps["other"] == written.steps["other"]
    assert supposed.calendar.of_step(supposed.case.steps[0]).by(supposed.as_of.interval) != "false"
