"""Verdicts compared: cases small enough to be judged by hand, and nothing worked out that cannot have changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conformance.counting import counted
from tests.conftest import ROOT, Opener
from tests.lenses.corridor.cases import PASS

from detente.changes import verdicts
from detente.changes.inputs import are_same
from detente.changes.result import Changes, Turned
from detente.lenses.conflict.verdicts import verdicts as conflict
from detente.lenses.corridor.verdicts import verdicts as corridor
from detente.lenses.registry import shipped
from detente.lenses.roadmap.verdicts import verdicts as roadmap
from detente.lenses.settlement.verdicts import verdicts as settlement
from detente.lenses.system.verdicts import verdicts as system
from detente.session import CaseError, OpenCase, open_case
from detente.study.corridor import study_corridor
from detente.study.verdicts import judge

FLAGSHIP = ROOT / "examples" / "south-caucasus"
RICH = [ROOT / "tests" / "fuzz" / name for name in ("rich.yaml", "region.yaml")]

CASE = """
case: {id: ferry, title: The ferry, as_of: 2025-06-01}
actors: [{id: upper, name: Upper Bank, kind: state}, {id: lower, name: Lower Bank, kind: state}]
events: [{id: flood, date: 2025-03-01, what: The flood, assumption: a}]
issues:
  - {id: fare, name: Fare, on_agenda: 2025, outcomes: [{id: free, text: Free rides}, {id: paid, text: A fare}]}
steps:
  - {id: vote, name: The vote, status: scheduled, date: 2025-09-01, assumption: a}
  - {id: run, name: The ferry runs, status: open, requires: [vote], duration: {low: 10, high: 10}, assumption: a}
roadmap: {goal: run, from: 2025-01-10}
commitments:
  - {id: promise, text: To pay, by: [upper], to: [lower], assumption: a,
     status: [{is: agreed, from: 2025-01-15, assumption: a}]}
conflict:
  from: 2025-02-01
  decision_makers:
    - actor: upper
      options: [{id: sail, text: Sail}]
      preferences: {assumption: a, statements: [{id: u, when: not sail}]}
    - actor: lower
      options: [{id: pay, text: Pay}]
      preferences: {assumption: a, statements: [{id: l, when: not pay}]}
  status_quo: []
settlement:
  from: 2025-02-01
  parties:
    - {actor: upper, batna: 0.5, weights: {fare: 1}, values: {fare: {free: 0, paid: 1}}, assumption: a}
    - {actor: lower, batna: 0.5, weights: {fare: 1}, values: {fare: {free: 1, paid: 0.6}}, assumption: a}
system:
  from: 2025-01-10
  descriptors:
    - {id: water, name: Water, states: [{id: high, text: high}, {id: low, text: low}],
       history: [{is: high, from: 2025-01-10, assumption: a}]}
    - {id: mood, name: Mood, states: [{id: calm, text: calm}, {id: tense, text: tense}],
       history: [{is: calm, from: 2025-01-10, assumption: a}]}
  impacts: [{from: water.high, on: mood.tense, effect: -1, assumption: a}]
"""


def both(opened: Opener, old: str, new: str, text: str = CASE) -> Changes:
    """Return what changes when a part of a case is written otherwise."""
    assert text.count(old) == 1
    before = opened(text)
    after = opened(text.replace(old, new))
    assert before.errors == after.errors == ()
    return after.at().since(before.at())


def by_name(changes: Changes) -> dict[str, Turned]:
    return {f"{each.lens}.{each.what}": each for each in changes.verdicts}


def values(changes: Changes) -> dict[str, tuple[Any, Any]]:
    return {name: (each.old, each.new) for name, each in by_name(changes).items()}


def test_a_wish_that_is_turned_around_ends_the_impasse(opened: Opener) -> None:
    found = both(opened, "when: not sail", "when: sail")
    told = values(found)
    assert told["conflict.status_quo.holds"] == (("nash", "gmr", "smr", "seq", "sseq"), ())
    assert "conflict.equilibria.nash" not in told  # one state instead of another one
    assert {each.lens for each in found.verdicts} == {"conflict"}
    text = by_name(found)["conflict.status_quo.holds"].text
    assert text.startswith("Whether the status quo holds: before, nobody gains by moving first; now, ")
    assert "Upper Bank would leave it" in text


def test_a_better_alternative_takes_the_last_package_away(opened: Opener) -> None:
    found = both(opened, "{actor: lower, batna: 0.5", "{actor: lower, batna: 0.7")
    told = values(found)
    assert told["settlement.packages.acceptable"] == (1, 0)
    assert told["settlement.packages.blockers"][0] is None
    assert {each.lens for each in found.verdicts} == {"settlement"}


def test_a_later_vote_makes_the_goal_later_by_as_much(opened: Opener) -> None:
    found = both(opened, "date: 2025-09-01", "date: 2025-10-01")
    assert values(found) == {"roadmap.earliest": ("2025-09-11", "2025-10-11")}
    assert "“The ferry runs”" in by_name(found)["roadmap.earliest"].text


def test_pressure_comes_with_an_effect_the_other_way(opened: Opener) -> None:
    found = both(opened, "effect: -1", "effect: 1")
    assert values(found) == {"system.consistent": ("true", "false"), "system.pressures.mood": ((), ("tense",))}
    assert by_name(found)["system.pressures.mood"].text == "Pressure on “Mood”: before, none; now, towards “tense”."


def test_what_is_not_determined_stays_so(opened: Opener) -> None:
    vague = both(opened, "conflict:\n  from: 2025-02-01", "conflict:\n  from: 2025-06-15")
    told = values(vague)
    assert told["conflict.determined"] == ("true", "false")
    assert {new for name, (_, new) in told.items() if name.startswith("conflict.") and "determined" not in name} == {
        "undetermined"
    }
    assert [each.what for each in vague.told if each.lens == "conflict"] == ["determined"]


def test_two_dates_of_a_case_tell_what_came_about_between_them(opened: Opener) -> None:
    case = opened(CASE)
    found = case.at("2025-06-01").since(case.at("2025-01-01"))
    told = values(found)
    assert told["chronicle.events.flood"] == ("false", "true")
    assert told["chronicle.commitments.promise"] == (None, "agreed")
    assert told["conflict.determined"] == ("false", "true")
    assert {(each.section, each.id) for each in found.records.added} >= {("conflict", "conflict")}
    assert "events" not in {
        *(each.section for each in found.records.added),
        *(each.section for each in found.records.changed),
    }


def test_a_claim_fails_once_the_way_that_it_speaks_of_is_dearer_than_the_other(opened: Opener) -> None:
    """The Pass costs 200 dollars and the Ring 300; asked 200 more, the Pass is the dearer one."""
    found = both(opened, "name: Pass free,", "name: Pass free, usd: 200,", PASS)
    assert values(found) == {"corridor.claims.ring-loses": ("true", "false")}
    text = by_name(found)["corridor.claims.ring-loses"].text
    assert "The Ring loses most of its transit" in text
    assert text.endswith(": before, it holds; now, it fails.")


@pytest.mark.parametrize("path", RICH, ids=lambda path: path.stem)
def test_what_is_not_worked_out_would_have_said_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every section is taken away or its first record, one after the other, with and without looking away."""
    case = open_case(path)
    compared = 0
    for changed in _shortened(case):
        quick = changed.at().since(case.at()).verdicts
        with monkeypatch.context() as patch:
            patch.setattr(verdicts, "are_same", lambda *_: False)
            assert changed.at().since(case.at()).verdicts == quick
        compared += 1
    assert compared > 5


def _shortened(case: OpenCase) -> list[OpenCase]:
    """Return a case without the last record of each section, or without the section, where that leaves no error."""
    found = []
    for name in type(case.case).model_fields:
        value = getattr(case.case, name)
        if name == "case" or not value:
            continue
        less = value[:-1] if isinstance(value, tuple) else None
        loaded = replace(case.loaded, case=case.case.model_copy(update={name: less}))
        try:
            other = OpenCase(case.path, loaded, (), case.texts)
            other.at().look_around()
        except (CaseError, KeyError, LookupError, ValueError):
            continue
        found.append(other)
    return found


WORKED_OUT = (conflict, corridor, roadmap, settlement, system, judge, study_corridor)


def test_nothing_is_worked_out_where_nothing_changed() -> None:
    one, other = open_case(FLAGSHIP).at(), open_case(FLAGSHIP).at()
    with counted(*WORKED_OUT) as calls:
        changes = other.since(one)
    assert changes.are_none
    assert list(map(len, calls)) == [0] * len(WORKED_OUT)


NO_REGION = CASE[: CASE.index("system:")]


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("text: To pay", "text: To pay up", {"chronicle"}),
        ("{actor: lower, batna: 0.5", "{actor: lower, batna: 0.6", {"settlement"}),
        ("when: not sail", "when: sail", {"conflict", "settlement"}),
        ("what: The flood", "what: The great flood", {"chronicle", "conflict", "settlement", "roadmap"}),
    ],
)
def test_only_lenses_whose_records_changed_are_asked(opened: Opener, old: str, new: str, asked: set[str]) -> None:
    before, after = opened(NO_REGION).at(), opened(NO_REGION.replace(old, new)).at()
    there = {key for key, lens in shipped().items() if lens.applies(before.moment.written)}
    assert asked == {key for key in there if not are_same(shipped()[key], before.moment, after.moment)}


def test_a_case_that_cannot_be_modelled_at_a_date_says_why_at_its_line(opened: Opener) -> None:
    """At first nobody could pay, and yet it says that somebody pays."""
    text = CASE.replace("text: Pay}", "text: Pay, available: 2025-05-01}").replace(
        "status_quo: []", "status_quo: [pay]"
    )
    case = opened(text)
    now, then = case.at("2025-06-01"), case.at("2025-03-01")
    with pytest.raises(CaseError) as told:
        now.since(then)
    assert [each.span.line for each in told.value.diagnostics] == [text[: text.index("status_quo")].count("\n") + 1]
