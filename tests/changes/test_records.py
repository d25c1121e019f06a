"""Records compared: what is told is what was done, and what another differ finds; order and layout are no change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from deepdiff import DeepDiff
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.changes.edits import NAMING, TEXTS, Edited, case_of, edited, indexed
from tests.conftest import ROOT, Opener
from tests.session.test_order_of_lines import read

from detente.case import Case
from detente.case.shape import fields
from detente.changes.records import compare
from detente.session import open_case

FLAGSHIP = read(ROOT / "examples" / "south-caucasus")
SMALL: dict[str, Any] = {
    "case": {"id": "ferry", "as_of": "2025-06"},
    "actors": [{"id": "upper", "name": "Upper", "kind": "state"}, {"id": "lower", "name": "Lower", "kind": "state"}],
    "events": [{"id": "flood", "date": "2025-03", "what": "A flood"}],
    "issues": [
        {"id": "fare", "name": "Fare", "outcomes": [{"id": "free", "text": "Free"}, {"id": "dear", "takes": []}]}
    ],
    "steps": [
        {"id": "budget", "name": "Budget", "status": "open", "requires": ["vote"]},
        {"id": "vote", "name": "Vote"},
    ],
}
PART = {key: value for key, value in FLAGSHIP.items() if key in (*TEXTS, "case")}
either = st.one_of(edited(PART), edited(SMALL), edited(SMALL))


@settings(max_examples=40)
@given(either)
def test_what_is_told_is_what_was_done(case: Edited) -> None:
    found = compare(case_of(case.old), case_of(case.new))
    assert {(each.section, each.id) for each in found.added} == case.told.added
    assert {(each.section, each.id) for each in found.removed} == case.told.removed
    told = {(each.section, each.id, each.field, repr((each.old, each.new))) for each in found.changed}
    assert told == {each for each in case.told.changed if (each[0], each[1]) not in case.told.removed}


@settings(max_examples=40)
@given(either)
def test_another_differ_finds_the_same(case: Edited) -> None:
    old, new = case_of(case.old), case_of(case.new)
    found = compare(old, new)
    theirs = DeepDiff(indexed(old), indexed(new), view="tree")
    touched = {tuple(each.path(output_format="list")[:3]) for several in theirs.values() for each in several}
    ours = {(each.section, each.id) for each in (*found.added, *found.removed)}
    assert {path for path in touched if len(path) == 2} == ours
    assert {path for path in touched if len(path) == 3} == {(e.section, e.id, e.field) for e in found.changed}


@settings(max_examples=40)
@given(either)
def test_the_other_way_round_added_is_removed_and_new_is_old(case: Edited) -> None:
    old, new = case_of(case.old), case_of(case.new)
    there, back = compare(old, new), compare(new, old)
    assert {(e.section, e.id, e.name) for e in there.added} == {(e.section, e.id, e.name) for e in back.removed}
    assert {(e.section, e.id, e.name) for e in there.removed} == {(e.section, e.id, e.name) for e in back.added}
    assert sorted((e.section, e.id, e.field, repr(e.old), repr(e.new)) for e in there.changed) == sorted(
        (e.section, e.id, e.field, repr(e.new), repr(e.old)) for e in back.changed
    )


@settings(max_examples=40)
@given(either)
def test_what_changed_put_into_the_old_record_makes_the_new_one(case: Edited) -> None:
    old, new = case_of(case.old), case_of(case.new)
    records = {(section, record["id"]): dict(record) for section in TEXTS for record in case.old.get(section, ())}
    for each in compare(old, new).changed:
        records[each.section, each.id][each.field] = each.new
    kept = {(section, one.id): one for section in TEXTS for one in getattr(new, section)}
    for (section, name), record in records.items():
        if (section, name) in kept:
            kind = type(kept[section, name])
            assert kind.model_validate(record) == kept[section, name]


def test_a_case_has_not_changed_against_itself_nor_against_its_own_copy() -> None:
    case = case_of(FLAGSHIP)
    assert compare(case, case) == compare(case, case_of(FLAGSHIP)) == compare(case_of(SMALL), case_of(SMALL))
    found = compare(case, case)
    assert (found.added, found.removed, found.changed) == ((), (), ())


def test_files_and_their_layout_are_no_change(tmp_path: Path) -> None:
    whole = {key: value for key, value in FLAGSHIP.items() if key != "corridor"}
    (tmp_path / "whole.yaml").write_text(json.dumps(whole), encoding="utf-8")
    apart = tmp_path / "apart"
    apart.mkdir()
    for key, value in whole.items():
        (apart / f"{key}.yaml").write_text(json.dumps({key: value}), encoding="utf-8")
    one, other = open_case(tmp_path / "whole.yaml").case, open_case(apart).case
    found = compare(one, other)
    assert (found.added, found.removed, found.changed) == ((), (), ())


@pytest.mark.parametrize("section", sorted(set(fields(Case)) - {"case", *NAMING}))
def test_a_section_that_is_gone_is_told(section: str) -> None:
    case = case_of(FLAGSHIP)
    value = getattr(case, section)
    without = case.model_copy(update={section: () if isinstance(value, tuple) else None})
    found = compare(case, without)
    assert {each.section for each in found.removed} == ({section} if value else set())
    assert len(found.removed) == (len(value) if isinstance(value, tuple) else int(value is not None))
    assert (found.changed, found.added) == ((), ())


def changed(old: Case, new: Case) -> list[tuple[str, str, str, Any, Any]]:
    return [(each.section, each.id, each.field, each.old, each.new) for each in compare(old, new).changed]


CONFLICT = """
case: {{id: c, as_of: 2025-06}}
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
issues: [{{id: road, name: Road, outcomes: [{{id: shut}}, {{id: open, takes: [pay]}}]}}]
positions:
  - {{actor: north, issue: road, stance: {stance}, date: 2025-01, cites: [], assumption: a}}
  - {{actor: north, issue: road, stance: later, date: 2025-03, assumption: a}}
capabilities: [{{actor: north, value: {power}, assumption: a}}]
conflict:
  decision_makers:
    - {{actor: north, options: [{{id: sign}}], preferences: {{assumption: a, statements: [{statements}]}}}}
    - {{actor: south, options: [{{id: pay}}], preferences: {{weights: {{pay: {weight}}}, assumption: a}}}}
  infeasible: [{infeasible}]
  status_quo: []
  named_states: {{deal: [sign, pay]}}
"""
PLAIN = {
    "stance": "early",
    "power": "0.4",
    "statements": "{id: a, when: sign}, {id: b, when: pay}",
    "weight": "1",
    "infeasible": "not sign and pay, {at_most_one: [sign, pay]}",
}


def written(opened: Opener, **parts: str) -> Case:
    return opened(CONFLICT.format(**PLAIN | parts)).case


def test_what_has_no_id_is_known_by_what_it_is_about(opened: Opener) -> None:
    old = written(opened)
    assert changed(old, written(opened, stance="other")) == [
        ("positions", "north.road.stance.2025-01", "stance", "early", "other")
    ]
    assert changed(old, written(opened, power="[0.4, 0.5]")) == [("capabilities", "north", "value", 0.4, [0.4, 0.5])]
    fewer = compare(old, written(opened, infeasible="not sign and pay"))
    assert [(each.section, each.id) for each in fewer.removed] == [("conflict", "infeasible.sign pay")]


def test_tables_inside_a_record_are_told_key_by_key(opened: Opener) -> None:
    path = "decision_makers.south.preferences"
    assert changed(written(opened), written(opened, weight="3")) == [("conflict", path, "weights.pay", 1.0, 3.0)]


def test_the_order_of_wishes_is_a_change_since_it_is_their_rank(opened: Opener) -> None:
    other = written(opened, statements="{id: b, when: pay}, {id: a, when: sign}")
    path = "decision_makers.north.preferences"
    assert changed(written(opened), other) == [("conflict", path, "statements", ["a", "b"], ["b", "a"])]


def test_paths_are_those_that_scenarios_write(opened: Opener) -> None:
    old, new = written(opened), written(opened, statements="{id: a, when: sign}, {id: b, when: not pay}")
    [(section, path, key, _, value)] = changed(old, new)
    with_scenario = opened(
        CONFLICT.format(**PLAIN)
        + f"scenarios: [{{id: s, assumption: a, changes: [{{set: {section}.{path}.{key}, to: {value}}}]}}]"
    )
    after = with_scenario.at(scenario="s").moment.written
    assert changed(after.model_copy(update={"scenarios": ()}), new) == []


def test_several_that_share_a_name_are_numbered_and_those_alike_go_together(opened: Opener) -> None:
    old = opened(CONFLICT.format(**PLAIN)).case
    first, second = old.positions
    twin = first.model_copy(update={"stance": "beside"})
    three = old.model_copy(update={"positions": (twin, second, first)})
    assert [each.id for each in compare(old, three).added] == ["north.road.stance.2025-01"]
    four = old.model_copy(update={"positions": (first, second, first, twin)})
    assert [each.id for each in compare(old, four).added] == [
        "north.road.stance.2025-01#2",
        "north.road.stance.2025-01#3",
    ]


def test_a_value_written_out_that_is_meant_anyway_is_no_change(opened: Opener) -> None:
    assert changed(written(opened), written(opened, power="{low: 0.4, high: 0.4}")) == []
    long = (
        CONFLICT.format(**PLAIN)
        .replace("cites: [], ", "kind: stance, ")
        .replace("{id: pay}", "{direction: both, id: pay}")
    )
    assert changed(opened(CONFLICT.format(**PLAIN)).case, opened(long).case) == []
