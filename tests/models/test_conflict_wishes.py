"""Preferences as conditions in an order give the payoffs of the model back, and can be reordered."""

from __future__ import annotations

import numpy as np
import pytest
from tests.conftest import Opener

from detente.case.conflict import Conflict
from detente.models.conflict.model import ConflictModel, model_conflict
from detente.models.conflict.wishes import wishes_of

HEAD = """
    case: {id: demo, as_of: 2025-07-10}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
"""
STATED = """
      decision_makers:
        - actor: north
          options: [{id: a}, {id: b}]
          preferences: {statements: [{id: first, when: c}, not a, {when: b, id: last}]}
        - actor: south
          options: [{id: c}]
          preferences: {statements: [c if a]}
      infeasible: [{at_most_one: [a, b]}]
"""
MERGED = STATED.replace("when: c}", "when: c or a}").replace("c if a", "c if b") + '      coalesce: ["Y--"]\n'
RANKED = """
      decision_makers:
        - {actor: north, options: [{id: a}], preferences: {ranking: [[NY], [YN, NN]]}}
        - {actor: south, options: [{id: c}], preferences: {weights: {c: 1}}}
      infeasible: [{when: a and c}]
"""
GRAPH = """
      decision_makers:
        - {actor: north, preferences: {ranking: [[up], [left, right]]}}
        - {actor: south}
      graph: {states: [left, up, right], moves: {north: {left: [up]}}}
"""


def modelled(opened: Opener, conflict: str) -> tuple[Conflict, ConflictModel]:
    case = opened(HEAD + conflict).case
    assert case.conflict is not None
    return case.conflict, model_conflict(case.conflict)


@pytest.mark.parametrize("conflict", [STATED, MERGED, RANKED, GRAPH])
def test_all_conditions_in_their_order_are_the_preferences(opened: Opener, conflict: str) -> None:
    stated, model = modelled(opened, conflict)
    found = wishes_of(stated, model, 0)

    assert found is not None
    assert np.array_equal(found.payoffs(range(len(found.labels)), model.engine.feasible), model.engine.payoffs[0])


def test_conditions_are_called_by_their_ids_numbers_or_states(opened: Opener) -> None:
    first = wishes_of(*modelled(opened, STATED), 0)
    ranked = wishes_of(*modelled(opened, RANKED), 0)

    assert first is not None
    assert ranked is not None
    assert (first.labels, first.ranked) == (("first", "2", "last"), False)
    assert (ranked.labels, ranked.ranked) == (("NY", "NN = YN"), True)


def test_another_order_prefers_another_state(opened: Opener) -> None:
    stated, model = modelled(opened, STATED)
    found = wishes_of(stated, model, 0)

    assert found is not None
    plain = found.payoffs([0, 1, 2], model.engine.feasible)
    turned = found.payoffs([1], model.engine.feasible)  # only "not a"
    names = {name: model.number(name) for name in ("NNN", "NNY", "YNY")}
    assert plain[names["YNY"]] > plain[names["NNN"]]
    assert turned[names["YNY"]] < turned[names["NNN"]] == turned[names["NNY"]]


def test_weights_and_silence_are_no_conditions(opened: Opener) -> None:
    assert wishes_of(*modelled(opened, RANKED), 1) is None
    assert wishes_of(*modelled(opened, GRAPH), 1) is None
