"""Joint acts on the page, in scenarios, in others' eyes and in the files of other programs."""

from __future__ import annotations

import json

import pytest
from tests.case_text import problems
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows, texts

from detente.lenses.conflict.options import ConflictOptions
from detente.session import OpenCase

CASE = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
steps: [{id: vote, name: Vote, status: unmet}]
issues:
  - {id: treaty, name: Treaty, outcomes: [{id: signed, text: Signed, takes: [sign]}, {id: none, text: No, takes: []}]}
conflict:
  assumption: an example
  decision_makers:
    - actor: north
      options: [{id: pay, text: Pay}]
      preferences: {statements: ["not (pay and not sign)", {id: wants, when: sign}, not sign@north], assumption: a}
    - actor: south
      options: [{id: amend, text: Amend}]
      preferences: {statements: [pay, sign if pay, not amend], assumption: a}
  joint: [{id: sign, text: Sign the treaty, by: [north, south], assumption: both must sign%s}]
  infeasible: [{take: sign, only_if: amend}]
  status_quo: []
  named_states: {deal: [pay, amend, sign], promised: [sign@north], all-but-pay: [amend, sign]}
  perceptions: [%s]
settlement:
  parties:
    - actor: north
      assumption: a
      batna: 0.3
      values: {treaty: {signed: 1, none: 0}}
      conditions: [{when: not sign, weight: [0, 1]}]
    - {actor: south, assumption: a, batna: 0.3, values: {treaty: {signed: 1, none: 0}}}
scenarios: [{id: never, title: Never signed, changes: [%s]}]
"""
DROP = "{drop: conflict.sign}"


def case(opened: Opener, *, act: str = "", perception: str = "", scenario: str = DROP) -> OpenCase:
    return opened(CASE % (act, perception, scenario))


def test_what_is_done_tells_a_joint_act_once_and_a_consent_by_who_gives_it(opened: Opener) -> None:
    found = rows(chapter(case(opened).at().conflict(), "equilibria"), "named-states")

    assert {row["name"]: row["taken"] for row in found} == {
        "deal": ("North: Pay", "South: Amend", "North and South: Sign the treaty"),
        "promised": ("Sign the treaty (North only)",),
        "all but pay": ("South: Amend", "North and South: Sign the treaty"),
    }


def test_paths_say_who_consents_to_what(opened: Opener) -> None:
    told: dict[str, str] = {}
    for row in rows(chapter(case(opened).at().conflict(), "ways"), "ways"):
        told[row["name"]] = told.get(row["name"], "") + "; ".join(row["steps"])
    both, promised, *_ = told.values()

    assert "North would consent to “Sign the treaty” (against its own preference)" in promised
    assert "South would take “Amend” and consent to “Sign the treaty”" in both
    assert "no longer consent to “Sign the treaty”" in promised


def test_the_options_list_a_joint_act_once_with_whose_consent_it_needs(opened: Opener) -> None:
    found = chapter(case(opened).at().conflict(), "model")
    *_, last = rows(found, "options")

    assert [row["option"] for row in rows(found, "options")][:2] == ["Pay", "Amend"]
    assert len(rows(found, "options")) == 3
    assert (last["maker"], last["option"], last["id"]) == (
        "North and South",
        "Sign the treaty (needs the consent of both)",
        "sign",
    )
    assert last["assumed"] == "both must sign"
    assert found.headline == "A model of 2 decision makers, 2 options and 1 joint act, with 6 preference statements."


def test_conditions_are_said_in_the_words_of_the_act(opened: Opener) -> None:
    found = chapter(case(opened).at().conflict(), "model")
    wants = [row["when"] for row in rows(found, "preferences")]

    assert wants[:3] == ["not (“Pay” and not “Sign the treaty”)", "“Sign the treaty”", "not “Sign the treaty (North)”"]
    assert found.statements[-1].text == "Cannot be: “Sign the treaty” and not (“Amend”)."


def test_nobody_reads_the_id_of_a_consent(opened: Opener) -> None:
    at = case(opened).at()
    for findings in (at.conflict(robust=True, coalitions=True), at.settle()):
        assert not [text for text in texts(findings) if "sign@" in text]


def test_programs_read_consents_as_options_and_conditions_as_written(opened: Opener) -> None:
    at = case(opened).at()
    document = at.conflict().document

    assert document["options"] == ["pay", "sign@north", "amend", "sign@south"]
    assert document["named"] == {"deal": "YYYY", "promised": "NYNN", "all-but-pay": "NYYY"}
    assert '"not sign"' in json.dumps(at.settle(draws=50).document)
    assert "sign@" not in json.dumps(at.settle().document)


def test_a_dropped_act_is_closed_for_good_to_all(opened: Opener) -> None:
    never = case(opened).at(scenario="never")
    document = never.conflict().document

    assert document["options"] == ["pay", "sign@north", "amend", "sign@south"]
    assert document["states"]["list"] == ["NNNN", "NNYN", "YNNN", "YNYN"]
    assert never.conflict().document["status_quo"] == "NNNN"


@pytest.mark.parametrize("target", ["conflict.sign", "conflict.north", "conflict.south"])
def test_with_the_act_or_with_one_of_its_makers_goes_what_the_status_quo_has_of_it(target: str, opened: Opener) -> None:
    text = CASE % ("", "", f"{{drop: {target}}}")
    opening = opened(text.replace("status_quo: []", "status_quo: [amend, sign]"))

    assert opening.errors == ()
    name = opening.at(scenario="never").conflict().document["status_quo"]
    assert (name[1], name[3]) == ("N", "N")
    assert not [
        name for name in opening.at(scenario="never").conflict().document["states"]["list"] if "Y" in name[1::2]
    ]


def test_a_scenario_sets_from_when_an_act_is_available(opened: Opener) -> None:
    opening = case(opened, act=', available: "step:vote"', scenario="{set: conflict.sign.available, to: 2024}")

    assert opening.at().conflict().document["states"]["list"] == ["NNNN", "NNYN", "YNNN", "YNYN"]
    assert "YYYY" in opening.at(scenario="never").conflict().document["states"]["list"]
    [shut] = [said.text for said in chapter(opening.at().conflict(), "ways").statements if "“deal”" in said.text]
    assert shut.count("“Sign the treaty” is not open") == 1


def test_a_step_that_is_dropped_frees_the_act_that_waited_for_it(opened: Opener) -> None:
    opening = case(opened, act=', available: "step:vote"', scenario="{drop: steps.vote}")
    assert "YYYY" in opening.at(scenario="never").conflict().document["states"]["list"]


NORTH_SEES = "{by: north, assumption: p, changes: [%s]}"


def test_who_sees_it_otherwise_may_think_an_act_closed(opened: Opener) -> None:
    opening = case(opened, perception=NORTH_SEES % "{set: conflict.sign.available, to: false}")
    assert problems(opening) == []
    found = chapter(opening.at().conflict(), "perceptions")

    said = " ".join(statement.text for statement in found.statements)
    assert "North cannot consent to “Sign the treaty”" in said
    assert "South cannot consent to “Sign the treaty”" in said


def test_a_perception_adds_no_joint_act(opened: Opener) -> None:
    change = "{add: conflict.joint, record: {id: ban, by: [north, south]}}"
    [found] = problems(case(opened, perception=NORTH_SEES % change, scenario=DROP))
    assert "a perception cannot add, remove or rename options, joint acts or decision makers" in found


def test_other_programs_get_the_consents_as_options(opened: Opener) -> None:
    at = case(opened).at()
    document = json.loads(at.export("gmcr"))

    assert [option["name"] for option in document["options"]] == [
        "Pay",
        "Sign the treaty (North)",
        "Amend",
        "Sign the treaty (South)",
    ]
    assert "Sign the treaty" in at.export("graphml")
    assert "Sign the treaty" in at.export("gexf")
    free = opened((CASE % ("", "", DROP)).replace("  infeasible: [{take: sign, only_if: amend}]\n", "")).at()
    assert "Sign the treaty (South)" in free.export("nfg")
    assert "Sign the treaty (North)" in free.export("efg")


def test_a_wish_for_the_act_as_a_whole_may_be_what_it_takes(opened: Opener) -> None:
    """South wants nothing but not to amend; with the wish that both sign on top of it, the treaty holds for it."""
    text = (CASE % ("", "", "")).replace("[pay, sign if pay, not amend]", "[not amend]")
    found = opened(text).at().conflict(toward="deal").document["toward"]
    answers = found["concepts"]["nash"]["answers"]

    assert [{"by": "south", "edit": "insert", "statements": [], "wish": "sign", "before": "1"}] in answers


def test_the_other_engine_tells_the_same(opened: Opener) -> None:
    at = case(opened, scenario="").at()
    listed, sets = at.conflict().document, at.conflict(engine="symbolic").document

    assert {key: len(states) for key, states in listed["equilibria"].items()} == {
        key: found["count"] for key, found in sets["equilibria"].items()
    }
    assert listed["named"] == sets["named"]
    assert ConflictOptions().engine == "auto"


@pytest.mark.parametrize(("as_of", "there"), [("2025-08-01", False), ("2026-02-01", True)])
def test_an_act_that_is_read_of_later_days_is_not_there_before(as_of: str, there: bool, opened: Opener) -> None:
    """Nobody thought of a signature before: its word is then never true, and nothing else is lost."""
    text = (CASE % (", from: 2026-01-01", "", DROP)).replace(
        "  assumption: an example", "  from: 2024\n  assumption: a"
    )
    text = text.replace("as_of: 2025-07-10", "as_of: 2026-03-01")
    findings = opened(text).at(as_of).conflict()

    assert ("sign@north" in findings.document["options"]) is there
    assert any("Sign the treaty" in said for said in texts(findings)) is there
