"""Shapes: what the annotations of records say about references and places."""

from __future__ import annotations

from detente.case import Case
from detente.case.shape import fields, is_list, kind_at, records, references
from detente.case.step import Requirement, Step

TEXT = {
    "case": {"id": "demo", "as_of": "2025"},
    "steps": [{"id": "a", "name": "A", "requires": ["b", {"any": ["c", {"step": "d"}]}], "demanded_by": ["north"]}],
    "settlement": {"parties": [{"actor": "north", "weights": {"route": 1}, "values": {"route": {"open": 0.5}}}]},
    "conflict": {"decision_makers": [{"actor": "south", "preferences": {"weights": {"sign": 1}}}]},
    "issues": [{"id": "i", "cites": ["article ¶3"]}],
}


def test_references_are_found_wherever_an_annotation_marks_one() -> None:
    found = {(".".join(map(str, r.path)), r.id, r.sections) for r in references(records(Case.model_validate(TEXT)))}

    assert found == {
        ("steps.0.requires.0.step", "b", ("steps",)),
        ("steps.0.requires.1.any.0.step", "c", ("steps",)),
        ("steps.0.requires.1.any.1.step", "d", ("steps",)),
        ("steps.0.demanded_by.0", "north", ("actors",)),
        ("settlement.parties.0.actor", "north", ("actors",)),
        ("settlement.parties.0.weights.route", "route", ("issues",)),
        ("settlement.parties.0.values.route", "route", ("issues",)),
        ("conflict.decision_makers.0.actor", "south", ("actors",)),
        ("conflict.decision_makers.0.preferences.weights.sign", "sign", ("options",)),
        ("issues.0.cites.0.source", "article", ("sources",)),
    }


def test_kinds_are_found_by_path() -> None:
    assert kind_at(Case, ("steps", 0)) is Step
    assert kind_at(Case, ("steps", 3, "requires", 0, "any", 1)) is Requirement
    assert kind_at(Case, ("steps", 0, "name")) is None
    assert kind_at(Case, ("nothing",)) is None


def test_every_record_is_visited_with_its_path() -> None:
    found = dict(records(Case.model_validate(TEXT)))

    assert isinstance(found["steps", 0, "requires", 1, "any", 0], Requirement)
    assert found["case",] is not None


def test_keys_are_those_written_in_a_case() -> None:
    assert "from" in fields(kind_at(Case, ("formats", 0)) or Case)
    assert is_list(Case, "events")
    assert not is_list(Case, "conflict")
