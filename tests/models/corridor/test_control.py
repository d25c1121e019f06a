"""Readings of two sides against all arrangements, classes and the rules they break, and what follows from options."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from tests.conftest import Opener

from detente.case.corridor.control import Control
from detente.methods.control.arrangements import Cell, Held
from detente.models.corridor.control.chain import needed, outcomes_with, regimes_under
from detente.models.corridor.control.model import model_control
from detente.models.corridor.control.table import meetings
from detente.models.flaw import FlawedModelError

CONTROL = Control.model_validate(
    {
        "functions": ["checks", "dues"],
        "rights": ["law"],
        "holders": ["upper", "firm", "nobody"],
        "rules": [
            {"id": "own-law", "by": "upper", "when": "law held by upper"},
            {"id": "own-word", "by": "upper", "reading": ["middle", "strict"], "when": "checks decided by upper"},
            {"id": "own-dues", "by": "upper", "reading": "strict", "when": "every function decided by upper"},
            {"id": "as-it-was", "by": "upper", "reading": "weak", "when": "no law held by firm"},
            {"id": "none", "by": "lower", "reading": "literal", "when": "checks decided by nobody"},
            {"id": "free", "by": "lower", "reading": "literal", "when": "dues decided by nobody"},
            {"id": "not-there", "by": "lower", "reading": "off", "when": "no function on the route"},
            {"id": "not-theirs", "by": "lower", "reading": "faces", "when": "no function met by upper"},
            {"id": "not-its-law", "by": "lower", "reading": "elsewhere", "when": "no law held by upper"},
        ],
        "classes": [
            {"id": "posts", "text": "Posts", "when": "checks decided by upper and checks met by upper"},
            {"id": "empty", "text": "Empty", "when": "checks decided by upper and checks decided by firm"},
        ],
    }
)


def accepted(word: str, checks: tuple[str, str, bool], dues: tuple[str, str, bool], law: str) -> bool:
    """Return whether a reading, by its word, accepts an arrangement: the rules above, written out by hand."""
    return {
        "weak": law == "upper",
        "middle": law == "upper" and checks[0] == "upper",
        "strict": law == "upper" and checks[0] == dues[0] == "upper",
        "literal": checks[0] == dues[0] == "nobody",
        "off": not checks[2] and not dues[2],
        "faces": "upper" not in (checks[1], dues[1]),
        "elsewhere": law != "upper",
    }[word]


HOLDERS = ("upper", "firm", "nobody")
CELLS = [
    cell for cell in product(HOLDERS, HOLDERS, (True, False)) if cell[0] != "nobody" or cell[1:] == ("nobody", False)
]


def test_the_table_is_that_of_all_arrangements() -> None:
    """A pair of readings leaves something exactly where some arrangement, of all, meets both; and the example does."""
    found = {(each.row.word, each.column.word): each for each in meetings(model_control(CONTROL))}
    assert list(found) == list(product(["middle", "strict", "weak"], ["literal", "off", "faces", "elsewhere"]))
    for (row, column), meeting in found.items():
        every = product(CELLS, CELLS, HOLDERS)
        both = [each for each in every if accepted(row, *each) and accepted(column, *each)]
        assert bool(both) == (meeting.example is not None)
        if meeting.example is not None:
            checks, dues, law = meeting.example.values()
            assert isinstance(law, Held)
            assert (checks, dues, law.by) in both
            assert meeting.given_up == ()


def test_what_empties_a_cell_is_named_from_both_sides() -> None:
    """Of one clash either rule opens the cell alone; of two clashes it takes one rule of each, or one in both."""
    found = {
        (each.row.word, each.column.word): [{rule.id for rule in some} for some in each.given_up]
        for each in meetings(model_control(CONTROL))
        if each.example is None
    }
    assert found[("middle", "literal")] == [{"own-word"}, {"none"}]
    # own-word and own-dues both want checks decided; giving up 'none' leaves dues, so two rules have to go
    pairs = [set(some) for some in combinations(["own-word", "own-dues", "none", "free"], 2)]
    opening = [some for some in pairs if some in ({"own-word", "own-dues"}, {"own-dues", "none"}, {"none", "free"})]
    assert found[("strict", "literal")] == opening
    assert found[("weak", "elsewhere")] == [{"own-law"}, {"not-its-law"}]
    assert set(found) == {
        ("middle", "literal"),
        ("strict", "literal"),
        *product(["weak", "middle", "strict"], ["elsewhere"]),
    }


def test_the_plainest_keeps_who_decides() -> None:
    """Where only the face may not be the first holder's, it goes on deciding, on the route, and all else stays."""
    found = {(each.row.word, each.column.word): each.example for each in meetings(model_control(CONTROL))}
    face = Cell("upper", "firm", on=True)
    assert found[("weak", "faces")] == {"checks": face, "dues": face, "law": Held("upper")}
    off = Cell("upper", "upper", on=False)
    assert found[("strict", "off")] == {"checks": off, "dues": off, "law": Held("upper")}


def test_a_class_breaks_what_all_its_arrangements_break() -> None:
    """Posts break that nobody checks and that nobody meets the user, not that it is off the route; nothing, nothing."""
    model = model_control(CONTROL)
    broken = {each.named.id: [rule.id for rule in model.breaks(each)] for each in model.classes}
    assert broken == {"posts": ["none", "not-theirs"], "empty": []}


def test_what_is_too_large_or_too_entangled_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, at the section; never half an answer."""
    many = CONTROL.model_copy(update={"holders": tuple(f"h{k}" for k in range(30))})
    with pytest.raises(FlawedModelError, match="3 functions and rights for 30 holders are too many"):
        model_control(many)
    monkeypatch.setattr("detente.methods.control.search.MOST_BRANCHES", 0)
    with pytest.raises(FlawedModelError, match="too entangled") as caught:
        meetings(model_control(CONTROL))
    assert [flaw.rule.code for flaw in caught.value.flaws] == ["DT958"]


def test_readings_that_exclude_each_other_in_too_many_ways_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By how many rules all questions of the table are asked of together."""
    meetings(model_control(CONTROL))
    monkeypatch.setattr("detente.models.corridor.control.table.MOST_ASKED", 20)
    with pytest.raises(FlawedModelError, match="too many ways to tell which rules empty the table") as caught:
        meetings(model_control(CONTROL))
    assert [flaw.rule.code for flaw in caught.value.flaws] == ["DT958"]


CHAIN = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
conflict:
  joint: [{id: share, by: [north, south]}]
  decision_makers:
    - {actor: north, options: [{id: give}], preferences: {statements: [give], assumption: a}}
    - {actor: south, options: [{id: take}], preferences: {statements: [take], assumption: a}}
issues:
  - {id: way, outcomes: [{id: closed, takes: []}, {id: shared, takes: [share]}, {id: given, takes: [give]}]}
corridor:
  regimes: [{id: shut, takes: []}, {id: shared, takes: [share]}, {id: give}, {id: other}]
"""


def test_regimes_follow_from_options(opened: Opener) -> None:
    """A regime holds where its options are taken and no other's are; a joint act needs every consent."""
    found = opened(CHAIN).case
    names = {each.id: each for each in found.corridor.regimes} if found.corridor else {}
    under = {
        taken: [each.id for each in regimes_under(found, taken)]
        for taken in ((), ("take",), ("share@north",), ("share",), ("share@south", "share@north"), ("give", "take"))
    }
    assert under == {
        (): ["shut"],
        ("take",): ["shut"],
        ("share@north",): [],
        ("share",): ["shared"],
        ("share@south", "share@north"): ["shared"],
        ("give", "take"): ["give"],
    }
    assert needed(found, names["other"]) is None
    assert [outcome.id for _, outcome in outcomes_with(found, names["give"])] == ["given"]
    assert outcomes_with(found, names["other"]) == ()
