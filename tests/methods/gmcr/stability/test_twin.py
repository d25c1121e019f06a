"""The kernels agree with the definitions, read aloud by the slow twin, on conflicts of every kind."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms
from tests.methods.gmcr.twin import plain_graph, plain_options, stable_states

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines import option_form
from detente.methods.gmcr.engines.coalesce import coalesce
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse, improvements


@given(st.one_of(option_forms(most_options=4), option_forms(most_options=7)))
def test_option_form_equals_the_definitions(conflict: OptionForm) -> None:
    twin = plain_options(conflict)

    for key, stable in analyse(conflict).stable.items():
        assert stable.tolist() == stable_states(twin, key, conflict.feasible.size), key


@pytest.mark.parametrize("owners", [(), (0,) * 6, (0,) * 3 + (1,) * 3, (0, 1, 0, 1, 0, 1), (2, 2, 0, 0, 1, 1)])
@pytest.mark.parametrize("possible", [0, 1, 2, 63, 64])
def test_the_fewest_and_the_most_states(owners: tuple[int, ...], possible: int) -> None:
    rng = np.random.default_rng(possible)
    size, movers = 1 << len(owners), max(owners, default=0) + 1
    feasible = rng.permutation(size) < possible
    payoffs = rng.integers(0, 9, (movers, size), dtype=np.int32)
    conflict = OptionForm(owners, (Direction.BOTH,) * len(owners), feasible, payoffs)
    twin = plain_options(conflict)

    for key, stable in analyse(conflict).stable.items():
        assert stable.tolist() == stable_states(twin, key, size), key


@given(graph_forms())
def test_graph_form_equals_the_definitions(conflict: GraphForm) -> None:
    twin = plain_graph(conflict)

    for key, stable in analyse(conflict).stable.items():
        assert stable.tolist() == stable_states(twin, key, conflict.feasible.size), key


@given(option_forms())
def test_moves_and_improvements_equal_the_definitions(conflict: OptionForm) -> None:
    twin = plain_options(conflict)

    for i in range(len(conflict.payoffs)):
        assert conflict.arcs(i).tolist() == [[s, t] for s in twin.states for t in twin.moves[i][s]]
        for s in twin.states:
            assert conflict.moves(i, s).tolist() == twin.moves[i][s]
            assert improvements(conflict, i, s=s).tolist() == twin.improving(i, s)


@given(option_forms())
def test_both_forms_of_a_conflict_agree(conflict: OptionForm) -> None:
    graph = coalesce(conflict, [])
    feasible = np.flatnonzero(conflict.feasible)

    for key, stable in analyse(graph.engine).stable.items():
        assert np.array_equal(stable, analyse(conflict).stable[key][:, feasible]), key


@given(conflict=option_forms())
def test_the_search_equals_the_sweeps(conflict: OptionForm) -> None:
    by_sweeps = analyse(conflict).stable
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(option_form, "ROUNDS", 1)
        by_search = analyse(conflict).stable

    for key, stable in by_sweeps.items():
        assert np.array_equal(stable, by_search[key]), key
