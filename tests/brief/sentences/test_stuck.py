"""Why it is stuck: the demand and the refusal, by whom; then what the model makes of the status quo."""

from __future__ import annotations

import pytest
from tests.brief.reading import said
from tests.brief.small import ACTORS, NAMED, conflict
from tests.conftest import ROOT, Opener

from detente.findings import Answer, Question
from detente.session import OpenCase, open_case

ISSUES = """
    issues: [{id: road, name: The road}, {id: water, name: The water}, {id: gone, name: A quarrel, on_agenda: false}]
"""


def answer(case: OpenCase, as_of: str | None = None) -> Answer | None:
    return next((one for one in case.at(as_of).brief().sentences if one.answers is Question.STUCK), None)


def stuck(opened: Opener, text: str) -> str:
    return said(opened(text).at().brief(), Question.STUCK)


def positions(*lines: str) -> str:
    return ACTORS + ISSUES + "    positions:\n" + "".join(f"      - {{{line}, assumption: x}}\n" for line in lines)


def test_a_demand_comes_with_what_another_refuses_on_the_same_issue(opened: Opener) -> None:
    text = positions(
        "actor: north, issue: water, kind: demand, stance: Half of it",
        "actor: south, issue: road, kind: demand, stance: The road opens.",
        "actor: north, issue: road, kind: refusal, stance: No road through our land",
    )
    assert stuck(opened, text) == "South demands: The road opens. North refuses: No road through our land."


def test_where_nobody_refuses_each_side_demands_what_a_step_waits_for_first(opened: Opener) -> None:
    text = positions(
        "actor: north, issue: road, kind: demand, stance: The road opens",
        "actor: north, issue: water, kind: demand, stance: 'Half of it', hedge: nearly",
        "actor: south, issue: water, kind: demand, stance: All of it",
        "actor: south, issue: gone, kind: demand, stance: Revenge",
    )
    waits = "    steps: [{id: share, name: Water shared, issue: water, demanded_by: [north], assumption: x}]\n"
    assert stuck(opened, text) == "North demands: The road opens. South demands: All of it."
    assert stuck(opened, text + waits) == "North demands: Half of it (“nearly”). South demands: All of it."


def test_what_only_others_can_bring_about_is_demanded_first(opened: Opener) -> None:
    text = positions(
        "actor: north, issue: road, kind: demand, stance: A day for it",
        "actor: south, issue: water, kind: demand, stance: All of it",
    )
    steps = """
    steps:
      - {id: day, name: Day set, issue: road, demanded_by: [north], responsible: [north, south], assumption: x}
      - {id: share, name: Shared, issue: water, demanded_by: [south], responsible: [north], assumption: x}
    """
    assert stuck(opened, text + steps) == "South demands: All of it. North demands: A day for it."


def test_where_nobody_demands_two_say_what_they_want_of_one_issue(opened: Opener) -> None:
    text = positions(
        "actor: north, issue: water, stance: All of it",
        "actor: south, issue: road, stance: Open it",
        "actor: south, issue: water, stance: What about us?",
        "actor: north, issue: gone, stance: Revenge",
        "actor: south, issue: gone, stance: Peace",
    )
    assert stuck(opened, text) == "North wants: All of it. South wants: “What about us?”."


def test_a_claim_alone_is_no_quarrel(opened: Opener) -> None:
    assert stuck(opened, positions("actor: north, issue: water, kind: claim, stance: It is ours")) == ""


@pytest.mark.parametrize(
    ("case", "verdict"),
    [
        (conflict("not go-in", "not strike-back"), "nobody gains by moving first"),
        (
            conflict("go-in and not strike-back, not go-in", "not go-in"),
            "North would gain by moving first, but fears what others may do in return",
        ),
        (
            conflict("go-in and not strike-back, not strike-back, not go-in", "strike-back iff go-in, not go-in"),
            "North would gain by moving first, but what others would then do in their own interest undoes it",
        ),
        (
            conflict("go-in", "not go-in"),
            "it need not stay so: North gains by moving first, whatever others do in return",
        ),
        (
            conflict("not go-in", "not strike-back", "[go-in]", direction="take-only"),
            "North would go back, but what is done cannot be undone",
        ),
    ],
)
def test_what_the_model_makes_of_the_status_quo(opened: Opener, case: str, verdict: str) -> None:
    sight = opened(case).at()
    [found] = [one for one in sight.brief().sentences if one.answers is Question.STUCK]
    assert found.text == f"In the model, {verdict}."
    assert (found.model, found.because[0]) == (True, "conflict-impasse")
    assert found.assumptions == ("conflict.north.preferences", "conflict.south.preferences")
    held = sight.conflict().document
    under = [key for key, states in held["equilibria"].items() if held["status_quo"] in states]
    assert ("need not stay" in verdict) == (not under)
    assert ("nobody gains" in verdict or "undone" in verdict) == ("nash" in under)
    assert ("own interest" in verdict) == ("seq" in under and "nash" not in under)


def test_without_a_status_quo_the_model_says_nothing_of_it(opened: Opener) -> None:
    assert stuck(opened, conflict("go-in", "strike-back", None)) == ""


def test_a_verdict_that_hangs_on_what_somebody_wants_says_on_whom(opened: Opener) -> None:
    case = opened(conflict("{when: go-in, probability: [0, 1], why: it must}", "not strike-back", extra=NAMED))
    found, brief = answer(case), case.at().brief()
    assert found is not None
    assert found.text == "In the model, whether anybody gains by moving first hangs on what North wants, which is open."
    assert "conflict-uncertainty" in found.because
    assert brief.least_certain is not None
    assert brief.least_certain.text == "Whether this moves North: “it must”."
    assert brief.least_certain.input == "conflict.north.1"


def test_a_verdict_that_is_another_one_as_somebody_reads_the_conflict_says_so(opened: Opener) -> None:
    reads = """      perceptions:
        - {by: south, assumption: x, changes: [{add: conflict.south.statements, record: {id: fear, when: strike-back}}]}
"""
    found = answer(opened(conflict("not go-in", "not go-in", extra=reads)))
    assert found is not None
    assert found.text == "In the model, nobody gains by moving first. It is otherwise as South reads it."
    assert "conflict-perceptions" in found.because


def test_an_earlier_day_does_not_know_todays_demands() -> None:
    case = open_case(ROOT / "examples" / "south-caucasus")
    today, march, june = (answer(case, as_of) for as_of in (None, "2025-03-20", "2024-06"))
    assert today is not None
    assert march is not None
    assert june is not None
    demand = "the treaty can be signed only after Armenia's constitution drops its reference to 1990."
    assert f"Azerbaijan demands: {demand}" in today.text
    assert "Armenia says: the constitution in force makes no territorial claim." in today.text
    assert march.text.startswith("What is demanded on the way there is on record only by 8 July 2025. ")
    assert (
        june.text
        == "What keeps the dispute open in June 2024 cannot be told: the case speaks of it from 13 March 2025 on."
    )
    assert (june.model, june.because) == (False, ("conflict-determination",))


@pytest.mark.parametrize("scenario", [None, "constitution-demand-dropped", "all-conditions-dropped", "conditions-met"])
@pytest.mark.parametrize("as_of", ["2025-07-10", "2025-07-31"])
def test_what_no_source_makes_the_signature_wait_for_is_no_reason(scenario: str | None, as_of: str) -> None:
    """The article never makes it wait for the route."""
    brief = open_case(ROOT / "examples" / "south-caucasus").at(as_of, scenario=scenario).brief()
    assert "route" not in said(brief, Question.STUCK)


def test_a_demand_that_nobody_refuses_comes_with_what_another_claims_of_it(opened: Opener) -> None:
    text = positions(
        "actor: north, issue: road, kind: demand, stance: The road opens",
        "actor: north, issue: road, kind: claim, stance: It is ours",
        "actor: south, issue: road, kind: claim, stance: There is no road",
        "actor: south, issue: water, kind: demand, stance: All of it",
    )
    assert stuck(opened, text) == "North demands: The road opens. South says: There is no road."


@pytest.mark.parametrize(("kind", "verb"), [("stance", "wants"), ("refusal", "refuses"), ("demand", "demands")])
@pytest.mark.parametrize("actors", [ACTORS, ACTORS.replace(", role: party", "")])
def test_what_one_alone_says_is_told(opened: Opener, actors: str, kind: str, verb: str) -> None:
    text = positions(f"actor: south, issue: road, kind: {kind}, stance: The road opens").replace(ACTORS, actors)
    assert stuck(opened, text) == f"South {verb}: The road opens."


def test_what_is_off_the_table_is_not_told_alone(opened: Opener) -> None:
    assert stuck(opened, positions("actor: south, issue: gone, kind: refusal, stance: Peace")) == ""


def test_of_many_who_gain_by_moving_three_are_named_in_the_order_of_their_numbers(opened: Opener) -> None:
    actors = ", ".join(f"{{id: a{k}, name: Actor {k}, kind: state}}" for k in range(1, 13))
    makers = "".join(
        f"        - {{actor: a{k}, options: [{{id: o{k}, text: O{k}}}],"
        f" preferences: {{assumption: x, statements: [o{k}]}}}}\n"
        for k in range(1, 13)
    )
    text = f"    actors: [{actors}]\n    conflict:\n      status_quo: []\n      decision_makers:\n{makers}"
    assert "Actor 1, Actor 2, Actor 3 and 9 more gain by moving first" in stuck(opened, text)
