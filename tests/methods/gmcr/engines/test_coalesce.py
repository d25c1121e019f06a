"""Coalescing: states that are one to everybody become one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import option_forms
from tests.methods.gmcr.twin import plain_options

from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.coalesce import CoalesceError, coalesce
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.truth import truth_table


def war_or_talks() -> OptionForm:
    """North may attack for good or offer; South may accept. Once attacked, nothing else matters."""
    directions = (Direction.TAKE_ONLY, Direction.BOTH, Direction.BOTH)
    payoffs = np.array([[1, 2, 3, 4, 0, 0, 0, 0], [1, 1, 2, 3, 0, 0, 0, 0]], dtype=np.int32)
    return OptionForm((0, 0, 1), directions, np.ones(8, dtype=np.bool_), payoffs)


def pattern(marks: str) -> Bool:
    """Return the states that a pattern over three options matches."""
    return truth_table(parse(marks), ["attack", "offer", "accept"])


def test_states_of_a_pattern_become_one() -> None:
    merged = coalesce(war_or_talks(), [pattern("{Y--}")])

    assert [states.tolist() for states in merged.members] == [[0], [1], [2], [3], [4, 5, 6, 7]]
    assert merged.place.tolist() == [0, 1, 2, 3, 4, 4, 4, 4]
    assert merged.engine.payoffs.tolist() == [[1, 2, 3, 4, 0], [1, 1, 2, 3, 0]]
    assert merged.engine.arcs[0].tolist() == [[0, 2], [0, 4], [1, 3], [1, 4], [2, 0], [2, 4], [3, 1], [3, 4]]
    assert merged.engine.arcs[1].tolist() == [[0, 1], [1, 0], [2, 3], [3, 2]]


@given(option_forms(most_options=5), st.integers(0, 1 << 32))
def test_moves_are_united(conflict: OptionForm, seed: int) -> None:
    labels = np.random.default_rng(seed).integers(0, 6, conflict.feasible.size)
    level = labels.astype(np.int32)[None].repeat(len(conflict.payoffs), axis=0)
    tied = OptionForm(conflict.owners, conflict.directions, conflict.feasible, level)
    merged = coalesce(tied, [labels == label for label in range(3)])
    twin = plain_options(tied)

    for i, arcs in enumerate(merged.engine.arcs):
        pairs = {(merged.place[s], merged.place[t]) for s in twin.states for t in twin.moves[i][s]}
        assert {(s, t) for s, t in arcs.tolist()} == {(s, t) for s, t in pairs if s != t}
    assert sorted(s for states in merged.members for s in states.tolist()) == twin.states


def test_states_that_someone_prefers_to_each_other_do_not_merge() -> None:
    conflict = war_or_talks()
    level = conflict.payoffs.copy()
    level[0] = 7  # North no longer cares; South does
    careless = OptionForm(conflict.owners, conflict.directions, conflict.feasible, level)

    with pytest.raises(CoalesceError, match="decision maker 1 prefers some of these states") as caught:
        coalesce(careless, [pattern("{N-Y}")])

    assert caught.value.group == 0


def test_groups_that_overlap_do_not_merge() -> None:
    with pytest.raises(CoalesceError, match="state 5 is in two groups") as caught:
        coalesce(war_or_talks(), [pattern("{Y--}"), pattern("{NNN}"), pattern("{YNY}")])

    assert caught.value.group == 2


def test_groups_may_overlap_where_no_state_can_be() -> None:
    conflict = war_or_talks()
    feasible = ~pattern("{YNY}")
    possible = OptionForm(conflict.owners, conflict.directions, feasible, conflict.payoffs)
    merged = coalesce(possible, [pattern("{Y--}"), pattern("{-NY}") & ~pattern("{N--}")])

    assert merged.place.tolist() == [0, 1, 2, 3, 4, -1, 4, 4]


def test_a_conflict_without_feasible_states_has_none_after_either() -> None:
    conflict = war_or_talks()
    nowhere = OptionForm(conflict.owners, conflict.directions, pattern("{---}") & False, conflict.payoffs)

    assert coalesce(nowhere, []).members == ()
