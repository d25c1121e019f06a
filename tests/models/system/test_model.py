"""The region as arrays, of examples worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from tests.conftest import Opener

from detente.case.system import System
from detente.models.flaw import FlawedModelError
from detente.models.system.model import SystemModel, model_system
from detente.models.system.targets import Target, Targets

CASE = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: paper, title: Paper}]
steps: [{id: vote, name: The vote, status: unmet}]
system:
  descriptors:
    - {id: mood, pace: slow, ordered: true, states: [{id: calm}, {id: tense}, {id: grim, closed: {why: a treaty}}],
       history: [{is: calm, from: 2020}]}
    - {id: world, kind: context, states: [{id: busy}, {id: idle}], history: [{is: busy, from: 2022}]}
    - {id: voted, reads: steps.vote, states: [{id: yes, when: met}, {id: no, when: not met}]}
    - {id: trade, kind: output, states: [{id: open}, {id: shut}], history: [{is: open, from: 2020}]}
  impacts:
    - {id: one, from: world.busy, on: mood.tense, effect: [1, 2], assumption: x}
    - {id: two, from: voted.yes, on: mood.calm, effect: -3, cites: [paper p. 1]}
    - {id: three, from: mood.tense, on: trade.shut, effect: 2, coder: ann, evidence: assumed, cites: [paper p. 2]}
    - {id: four, from: mood.tense, on: trade.shut, effect: [-1, 0], coder: bob, cites: [paper p. 2]}
  requirements:
    - {id: need, state: mood.tense, only_if: world is busy and not (voted is yes), assumption: x}
    - {id: either, state: trade.shut, only_if: mood is grim or not (mood is calm) or world is idle, assumption: x}
  background: [{id: base, on: mood.calm, effect: [1, 3], assumption: x}, {on: mood.calm, effect: -1, cites: [paper]}]
"""
STATES = "mood.calm mood.tense mood.grim world.busy world.idle voted.yes voted.no trade.open trade.shut"


@pytest.fixture
def system(opened: Opener) -> System:
    case = opened(CASE)
    assert case.errors == ()
    assert case.case.system is not None
    return case.case.system


def filled(model: SystemModel, which: str) -> dict[tuple[str, str], int]:
    """Return the impacts that are not 0, by the names of both states."""
    table = getattr(model.impact, which)
    return {(model.states[a], model.states[b]): int(table[a, b]) for a, b in np.argwhere(table)}


def test_descriptors_become_rows(system: System) -> None:
    model = model_system(system)
    assert " ".join(model.states) == STATES
    assert model.sizes.tolist() == [3, 2, 2, 2]
    assert model.closed.tolist() == [False, False, True] + [False] * 6
    assert model.slack.tolist() == [1, 0, 0, 0]
    assert model.moves.tolist() == [True, False, False, True]
    assert model.ordered.tolist() == [True, False, False, False]
    assert (model.number("voted", "no"), model.local("voted", "no")) == (6, 1)


def test_impacts_have_a_middle_and_bounds(system: System) -> None:
    """Halfway between two whole numbers the weaker counts; of coders the mean, and the widest bounds."""
    model = model_system(system)
    busy, calm, shut = ("world.busy", "mood.tense"), ("voted.yes", "mood.calm"), ("mood.tense", "trade.shut")
    assert filled(model, "low") == {busy: 1, calm: -3, shut: -1}
    assert filled(model, "central") == {busy: 1, calm: -3, shut: 1}  # the mean of 2 and -0.5 is 0.75
    assert filled(model, "high") == {busy: 2, calm: -3, shut: 2}


def test_backgrounds_add_up(system: System) -> None:
    """From 1 to 3, less 1."""
    model = model_system(system)
    found = [getattr(model.background, which)[0] for which in ("low", "central", "high")]
    assert [int(each) for each in found] == [0, 1, 2]
    assert not model.background.high[1:].any()
    assert [each.id for each in model.backgrounds[0]] == ["base", None]


def test_an_entry_tells_which_records_it_comes_from(system: System) -> None:
    model = model_system(system)
    found = {key: [each.id for each in records] for key, records in model.impacts.items()}
    assert found == {(3, 1): ["one"], (5, 0): ["two"], (1, 8): ["three", "four"]}


def test_what_is_assumed_may_be_left_out(system: System) -> None:
    """What cites a source is inferred where nothing else is said, and assumed where that is said."""
    model = model_system(system, cited_only=True)
    assert filled(model, "high") == {("voted.yes", "mood.calm"): -3}
    assert filled(model, "low") == {("voted.yes", "mood.calm"): -3, ("mood.tense", "trade.shut"): -1}
    assert int(model.background.central[0]) == -1


@pytest.mark.parametrize(("coder", "low", "high"), [("ann", 2, 2), ("bob", -1, 0)])
def test_one_coder_may_be_asked(coder: str, low: int, high: int, system: System) -> None:
    """What names no coder is everybody's."""
    model = model_system(system, coder=coder)
    assert (int(model.impact.low[1, 8]), int(model.impact.high[1, 8])) == (low, high)
    assert int(model.impact.high[3, 1]) == 2


def test_requirements_become_clauses(system: System) -> None:
    """Not to be in one state is to be in one of the others."""
    model = model_system(system)
    found = [(model.states[need.state], clause_of(model, need.clause), need.requirement.id) for need in model.needs]
    assert sorted(found) == [
        ("mood.tense", "voted.no", "need"),
        ("mood.tense", "world.busy", "need"),
        ("trade.shut", "mood.tense mood.grim world.idle", "either"),
    ]


def clause_of(model: SystemModel, clause: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> str:
    return " ".join(name for name, present in zip(model.states, clause, strict=True) if present)


def test_a_requirement_that_cannot_be_read_is_refused(system: System) -> None:
    wrong = system.requirements[0].model_copy(update={"only_if": "world is bsuy"})
    with pytest.raises(FlawedModelError, match="'world' has no state 'bsuy'"):
        model_system(system.model_copy(update={"requirements": (wrong,)}))


def test_an_empty_system_has_empty_arrays() -> None:
    model = model_system(System())
    assert (model.states, model.impact.low.shape, model.needs) == ((), (0, 0), ())


TARGETS = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}]
issues: [{id: route, outcomes: [{id: open}, {id: shut}]}, {id: fee, outcomes: [{id: none}]}]
conflict:
  decision_makers: [{actor: north, options: [{id: pay}], preferences: {statements: [pay], assumption: a}}]
  joint: [{id: seal, by: [north]}]
corridor:
  nodes: [{id: a, country: AA, assumption: x}, {id: b, country: BB, assumption: x}]
  links: [{id: ab, a: a, b: b, mode: road, km: 9, assumption: x}]
  regimes: [{id: toll, assumption: x}]
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("conflict.pay", Target("option", "pay")),
        ("conflict.seal", Target("option", "seal")),
        ("conflict.seal@north", Target("option", "seal@north")),
        ("corridor.ab", Target("link", "ab")),
        ("corridor.toll", Target("regime", "toll")),
        ("shut", Target("outcome", "shut", "route")),
        ("fee.none", Target("outcome", "none", "fee")),
    ],
)
def test_gates_lead_to_options_outcomes_regimes_and_links(text: str, expected: Target, opened: Opener) -> None:
    assert Targets.of(opened(TARGETS).case).named(text, ()) == expected
