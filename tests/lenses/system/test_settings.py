"""Settings: what the other lenses say under states of the region, held against cases in which the same is written."""

from __future__ import annotations

import json
from copy import deepcopy
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.conftest import Opener

from detente.findings.figures.grid import Change, Grid
from detente.session import OpenCase, open_case

CASE = """
case: {id: ford, title: The ford, as_of: 2025-07-10}
sources: [{id: gazette, title: Gazette, kind: newspaper}]
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
issues:
  - {id: ford, name: The ford, outcomes: [{id: shut, text: Shut}, {id: shared, text: Shared, takes: [pay]}]}
conflict:
  from: 2020
  decision_makers:
    - actor: north
      options: [{id: open, text: Open the ford}]
      preferences: {statements: [{id: n1, when: pay, why: It needs money, assumption: a}]}
    - actor: south
      options: [{id: pay, text: Pay for it}]
      preferences: {statements: [{id: s1, when: pay, why: It wants to be liked, assumption: a}]}
  status_quo: []
settlement:
  parties:
    - {actor: north, batna: 0.3, weights: {ford: 1}, values: {ford: {shut: 0.1, shared: 0.8}}, assumption: a}
    - {actor: south, batna: 0.3, weights: {ford: 1}, values: {ford: {shut: 0.1, shared: 0.8}}, assumption: a}
system:
  from: 2020
  descriptors:
    - id: talks
      name: The talks
      states: [{id: mediated, text: with an envoy}, {id: direct, text: face to face}]
      history: [{is: mediated, from: 2020-11, cites: [gazette ¶1]}, {is: direct, from: 2024-10, cites: [gazette ¶2]}]
    - id: war
      name: The war next door
      kind: context
      states: [{id: raging, text: raging}, {id: ended, text: over}]
      history: [{is: raging, from: 2020-02, cites: [gazette ¶1]}]
    - id: ferry
      name: The ferry
      kind: output
      states: [{id: full, text: full}, {id: empty, text: empty}]
      history: [{is: full, from: 2020-02, cites: [gazette ¶1]}]
  impacts:
    - {from: war.raging, on: talks.direct, effect: 2, why: No envoy is free, cites: [gazette ¶4]}
    - {from: war.ended, on: talks.mediated, effect: [-1, 2], why: The envoy is free again, cites: [gazette ¶4]}
    - {from: talks.mediated, on: ferry.empty, effect: 2, why: The bridge opens, cites: [gazette ¶4]}
    - {from: talks.direct, on: ferry.full, effect: 2, why: The bridge stays shut, cites: [gazette ¶4]}
  gates:
    - {when: talks is direct, closes: conflict.pay, why: Only an envoy can take money, cites: [gazette ¶5]}
  shocks:
    - {id: peace, name: Peace next door, set: {war: ended}, assumption: a truce}
    - {id: envoy, name: The envoy comes, set: {talks: mediated}, for: held, assumption: an order}
"""
"""South would pay at once, and cannot while the talks are face to face."""


def document(case: OpenCase, lens: str = "system", day: str | None = None) -> Any:
    return case.at(day).look(lens).document


def settings(case: OpenCase) -> dict[str, Any]:
    return {each["id"]: each for each in document(case)["settings"]}


def test_the_dispute_under_each_state_of_the_region(opened: Opener) -> None:
    found = settings(opened(CASE))

    assert found["2025-07-10"] == {
        "id": "2025-07-10",
        "states": {"talks": "direct", "war": "raging", "ferry": "full"},
        "share": 1,
        "closed": ["conflict.pay"],
        "conflict": {"status_quo_holds": True, "why_not": None},
        "packages": {"possible": 0, "acceptable": 0, "best": []},
    }
    assert found["2020-11-30"]["conflict"]["status_quo_holds"] is False
    assert found["2020-11-30"]["packages"] == {"possible": 1, "acceptable": 1, "best": [{"ford": "shared"}]}
    assert found["envoy"]["closed"] == []
    assert found["envoy"]["states"]["ferry"] == "empty"


def test_ends_of_a_shock_are_told_by_what_they_close(opened: Opener) -> None:
    """Peace brings the envoy where its effect is above nothing: 1 or 2, of the four that it may be."""
    found = settings(opened(CASE))

    assert found["peace"]["share"] + found["peace:2"]["share"] == pytest.approx(1)
    assert found["peace"]["share"] == pytest.approx(0.5, abs=0.01)
    assert {tuple(found[name]["closed"]) for name in ("peace", "peace:2")} == {(), ("conflict.pay",)}


def test_what_would_unlock_it_with_its_share(opened: Opener) -> None:
    ways = document(opened(CASE))["unlocking"]

    assert set(ways) == {"global", "incremental", "local"}
    assert {"shocks": ["envoy"], "share": 1} in ways["global"]


def test_nothing_unlocks_what_does_not_hold(opened: Opener) -> None:
    found = document(opened(CASE.replace("closes: conflict.pay", "closes: conflict.open")))

    assert found["unlocking"] is None
    assert found["settings"][0]["conflict"]["status_quo_holds"] is False


def test_shocks_in_a_row_are_found(opened: Opener) -> None:
    """Neither shock alone ends it where the gate needs both."""
    text = CASE.replace("talks is direct, closes", "talks is direct or war is raging, closes").replace("[-1, 2]", "2")
    text = text.replace("set: {war: ended}", "set: {war: ended}, for: held").replace(
        "{from: war.ended, on: talks.mediated", "{from: war.ended, on: talks.direct"
    )
    ways = document(opened(text))["unlocking"]

    assert [each["shocks"] for each in ways["global"]] == [["peace", "envoy"]]  # let go, the talks are face to face
    both = text.replace("{from: war.ended, on: talks.direct", "{from: war.ended, on: ferry.full")
    assert [each["shocks"] for each in document(opened(both))["unlocking"]["global"]] == [
        ["envoy", "peace"],
        ["peace", "envoy"],
    ]


def test_other_lenses_see_what_the_region_closes(opened: Opener) -> None:
    case = opened(CASE)

    assert "NY" not in document(case, "conflict")["states"]["list"]
    assert "NY" in document(case, "conflict", "2022-01-01")["states"]["list"]


def test_without_gates_every_setting_is_as_today(opened: Opener) -> None:
    text = "\n".join(line for line in CASE.splitlines() if "gates:" not in line and "closes:" not in line)
    found = document(opened(text))["settings"]

    assert len({json.dumps([each["conflict"], each["packages"]]) for each in found}) == 1


def test_the_finding_names_what_differs(opened: Opener) -> None:
    findings = opened(CASE).at().look("system")
    found = next(each for told in findings.chapters for each in told.findings if each.id == "settings")

    assert "“The envoy comes”" in found.headline
    assert "“Pay for it” cannot be had while “The talks: face to face”" in found.because[0].text
    [table] = found.tables
    assert [column.key for column in table.columns] == [
        "setting",
        "closed",
        "impasse",
        "possible",
        "acceptable",
    ]


# A twin: the same closed by hand, in a case that has no region.


def _statement(draw: Random, options: list[str]) -> str:
    one, other = draw.sample(options, 2)
    return draw.choice([one, f"not {one}", f"{one} and not {other}", f"{one} or {other}", f"not ({one} and {other})"])


def _random_case(draw: Random) -> dict[str, Any]:
    options = ["a", "b", "c", "d"]
    makers = [
        {
            "actor": actor,
            "options": [{"id": each, "text": each} for each in own],
            "preferences": {
                "statements": [
                    {"id": f"{actor}-{k}", "when": _statement(draw, options), "assumption": "drawn"} for k in range(2)
                ]
            },
        }
        for actor, own in (("north", ["a", "b"]), ("south", ["c", "d"]))
    ]
    outcomes: list[dict[str, Any]] = [
        {"id": "x", "text": "x", "takes": ["a"]},
        {"id": "y", "text": "y", "takes": ["c"]},
        {"id": "z", "text": "z"},
    ]
    outcomes[2]["takes"] = []
    parties = [
        {
            "actor": actor,
            "batna": 0.3,
            "weights": {"issue": 1},
            "values": {"issue": {each: draw.choice([0.1, 0.5, 0.9]) for each in "xyz"}},
            "assumption": "drawn",
        }
        for actor in ("north", "south")
    ]
    targets = [*(f"conflict.{each}" for each in options), "issue.x", "issue.y"]
    conditions = ["p is p0", "q is q1", "p is p0 and q is q1", "not (p is p0)", "p is p2 or q is q0"]
    gates = [
        {"when": draw.choice(conditions), draw.choice(["closes", "opens"]): target, "assumption": "drawn"}
        for target in draw.sample(targets, 3)
    ]
    states = {"p": ["p0", "p1", "p2"], "q": ["q0", "q1"]}
    shocks = [
        {"id": f"{p}-{q}", "set": {"p": p, "q": q}, "for": "held", "assumption": "drawn"}
        for p, q in product(*states.values())
    ]
    descriptors = [
        {
            "id": name,
            "states": [{"id": each} for each in own],
            "history": [{"is": own[0], "from": "2020", "assumption": "drawn"}],
        }
        for name, own in states.items()
    ]
    return {
        "case": {"id": "drawn", "as_of": "2025-01-01"},
        "actors": [{"id": each, "name": each, "kind": "state"} for each in ("north", "south")],
        "issues": [{"id": "issue", "name": "Issue", "outcomes": outcomes}],
        "conflict": {"decision_makers": makers, "status_quo": []},
        "settlement": {"parties": parties},
        "system": {"from": "2020", "descriptors": descriptors, "gates": gates, "shocks": shocks},
    }


def _is_so(condition: str, here: dict[str, str]) -> bool:
    p, q = here["p"], here["q"]
    return {
        "p is p0": p == "p0",
        "q is q1": q == "q1",
        "p is p0 and q is q1": p == "p0" and q == "q1",
        "not (p is p0)": p != "p0",
        "p is p2 or q is q0": p == "p2" or q == "q0",
    }[condition]


_STATES = {"p": ("p0", "p1", "p2"), "q": ("q0", "q1")}


def _by_hand(case: dict[str, Any], here: dict[str, str]) -> dict[str, Any]:
    """Return the case with what gates close written as closed, and no region."""
    found = deepcopy(case)
    for gate in found.pop("system")["gates"]:
        if _is_so(gate["when"], here) == ("opens" in gate):
            continue
        target = gate.get("closes") or gate["opens"]
        section, _, name = target.partition(".")
        records = (
            [option for maker in found["conflict"]["decision_makers"] for option in maker["options"]]
            if section == "conflict"
            else found["issues"][0]["outcomes"]
        )
        next(each for each in records if each["id"] == name)["available"] = False
    return found


def _written(folder: Path, name: str, case: dict[str, Any]) -> OpenCase:
    place = folder / f"{name}.yaml"
    place.write_text(json.dumps(case), "utf-8")
    return open_case(place)


@pytest.mark.parametrize("seed", range(25))
def test_a_setting_is_as_if_the_same_were_written_closed(tmp_path: Path, seed: int) -> None:
    case = _random_case(Random(seed))
    found = {each["id"]: each for each in document(_written(tmp_path, "drawn", case))["settings"]}

    for p, q in product(*_STATES.values()):
        setting = found[f"{p}-{q}"]
        twin = _written(tmp_path, f"twin-{p}-{q}", _by_hand(case, {"p": p, "q": q}))
        conflict, packages = document(twin, "conflict"), document(twin, "settlement")["packages"]
        assert setting["conflict"]["status_quo_holds"] == ("NNNN" in conflict["equilibria"]["seq"])
        assert setting["packages"]["acceptable"] == sum(each["possible"] is True for each in packages["zopa"])
        able = [each for each in packages["zopa"] if each["possible"] is True]
        worst_off = [sorted(each["utilities"].values()) for each in able]
        best = [each["package"] for each, has in zip(able, worst_off, strict=True) if has == max(worst_off)]
        assert sorted(map(str, setting["packages"]["best"])) == sorted(map(str, best))
        if packages["now"] is not None:
            assert setting["packages"]["possible"] == packages["now"]["count"]


def test_bystanders_are_told_of_apart(opened: Opener) -> None:
    findings = opened(CASE).at().look("system")
    found = next(each for told in findings.chapters for each in told.findings if each.id == "bystanders")

    assert found.headline == (
        "In the model, 1 of 2 shocks would change The ferry; for 1 that hangs on the rule or the trial:"
        " “The envoy comes”."
    )
    [table] = found.tables
    assert [row.cells for row in table.rows] == [("The envoy comes", "The ferry: empty")]


def test_the_picture_shows_states_and_pushes(opened: Opener) -> None:
    findings = opened(CASE).at().look("system")
    found = next(each for told in findings.chapters for each in told.findings if each.id == "region")
    [figure] = found.figures
    spec = figure.spec

    assert isinstance(spec, Grid)
    assert spec.sides == ("November 2020", "October 2024")
    talks = next(subject for subject in spec.subjects if subject.name == "The talks")
    assert [each.change for each in talks.sayings] == [Change.PUSHED, Change.AT_REST]
    assert [each.words for each in talks.sayings] == ["with an envoy", "face to face"]
    assert talks.sayings[0].aside == "pulled to “face to face”"
    assert found.headline == (
        "In the model, nothing pushes the region out of its state."
        " Of 3 conditions of the region 1 is otherwise than in November 2020."
    )
    assert found.statements[0].text.startswith("Of 2 pushes at earlier dates 1 came about next.")


def test_what_to_watch_says_what_would_be_new(opened: Opener) -> None:
    text = CASE.replace("text: with an envoy}", "text: with an envoy, tripwire: An envoy is named}").replace(
        "text: face to face}", "text: face to face, tripwire: They meet alone}"
    )
    findings = opened(text).at().look("system")
    found = next(each for told in findings.chapters for each in told.findings if each.id == "tripwires")

    assert [row.cells for row in found.tables[0].rows] == [("The talks", "with an envoy", "An envoy is named")]
    web = next(each for told in findings.chapters for each in told.findings if each.id == "web")
    assert ("The talks", "setting, fast", "face to face", "They meet alone") in [
        row.cells for row in web.tables[0].rows
    ]


def test_a_gate_that_may_hold_leaves_the_conflict_undetermined(opened: Opener) -> None:
    """On one day of the month the gate may hold or not, and the status quo with it."""
    case = opened(CASE.replace("closes: conflict.pay,", "closes: conflict.pay, from: 2025-07,"))

    assert document(case, "conflict")["determined"] is False
    assert document(case)["determined"] is False
    assert document(case, day="2025-06-30")["determined"] is True
    assert document(case, day="2025-06-30")["settings"][0]["conflict"]["status_quo_holds"] is False
