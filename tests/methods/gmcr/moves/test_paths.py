"""Status quo paths equal those of a slow search over whole sequences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.gmcr.conflicts import graph_forms, option_forms
from tests.methods.gmcr.stability.test_certificates import plain
from tests.methods.gmcr.twin import Plain

from detente.methods.gmcr.engines.engine import Engine
from detente.methods.gmcr.engines.graph_form import GraphForm
from detente.methods.gmcr.moves import sequences
from detente.methods.gmcr.moves.paths import paths_for, paths_from
from detente.methods.gmcr.moves.sequences import Manner, Move, Reach, search

CONFLICTS = st.one_of(option_forms(most_options=5), graph_forms())
Cost = tuple[int, int]


def slow(twin: Plain, start: int, manners: list[Manner]) -> dict[int, Cost]:
    """Return losses and length of the best sequence to each state, by relaxing until nothing changes.

    The pair of a state and its last mover has a cost; -1 has moved last at the start.
    """
    best: dict[tuple[int, int], Cost] = {(start, -1): (0, 0)}
    changed = True
    while changed:
        changed = False
        for (s, last), (losses, length) in list(best.items()):
            for j in set(range(len(twin.payoff))) - {last}:
                for t in twin.moves[j][s]:
                    gains = twin.payoff[j][t] > twin.payoff[j][s]
                    cost = (losses + (manners[j] is Manner.RELUCTANT and not gains), length + 1)
                    if (gains or manners[j] is not Manner.GAINING) and cost < best.get((t, j), (99, 99)):
                        best[t, j] = cost
                        changed = True
    return {s: min(cost for (t, _), cost in best.items() if t == s) for s, _ in best}


def check(twin: Plain, reach: Reach, manners: list[Manner]) -> None:
    """Assert that the ways are those of the slow search, and that each can be walked."""
    expected = slow(twin, reach.start, manners)
    assert reach.reached().tolist() == sorted(expected)
    for t in twin.states:
        path = reach.path(t)
        assert (path is None) == (t not in expected)
        if path is not None:
            assert expected[t] == (walk(twin, path, manners, here=reach.start, there=t), len(path))


def walk(twin: Plain, path: tuple[Move, ...], manners: list[Manner], *, here: int, there: int) -> int:
    """Play a sequence through and return how many moves lose, where that counts."""
    last, losses = -1, 0
    for move in path:
        assert move.source == here
        assert move.by != last
        assert move.target in twin.moves[move.by][here]
        gains = twin.payoff[move.by][move.target] > twin.payoff[move.by][here]
        assert gains or manners[move.by] is not Manner.GAINING
        losses += manners[move.by] is Manner.RELUCTANT and not gains
        here, last = move.target, move.by
    assert here == there
    return losses


@given(conflict=CONFLICTS, data=st.data())
def test_paths_equal_the_slow_search(conflict: Engine, data: st.DataObject) -> None:
    twin = plain(conflict)
    if not twin.states:
        return
    start = data.draw(st.sampled_from(twin.states))
    paths = paths_from(conflict, start)
    number = len(conflict.payoffs)

    check(twin, paths.by_moves, [Manner.ANY] * number)
    check(twin, paths.by_improvements, [Manner.GAINING] * number)
    check(twin, paths.least_reluctant, [Manner.RELUCTANT] * number)
    for i in range(number):
        manners = [Manner.GAINING] * number
        manners[i] = Manner.RELUCTANT
        check(twin, paths_for(conflict, start, willing=i), manners)


@given(conflict=CONFLICTS, data=st.data())
def test_listing_the_moves_piece_by_piece_changes_nothing(conflict: Engine, data: st.DataObject) -> None:
    states = np.flatnonzero(conflict.feasible).tolist()
    if not states:
        return
    start = data.draw(st.sampled_from(states))
    manners = {i: data.draw(st.sampled_from(Manner)) for i in range(len(conflict.payoffs))}
    whole = search(conflict, start, manners)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequences, "PIECE", 1)
        pieces = search(conflict, start, manners)

    assert np.array_equal(whole.length, pieces.length)
    assert np.array_equal(whole.losses, pieces.losses)


@given(CONFLICTS)
def test_moves_from_several_states_are_those_from_each(conflict: Engine) -> None:
    states = np.flatnonzero(conflict.feasible)

    for i in range(len(conflict.payoffs)):
        each = [[s, t] for s in states.tolist() for t in conflict.moves(i, s).tolist()]
        assert conflict.moves_from(i, states).tolist() == each


def chain(length: int) -> GraphForm:
    """Return a corridor in which two decision makers must take turns, one step each."""
    arcs = np.array([[s, s + 1] for s in range(length)])
    payoffs = np.tile(np.arange(length + 1, dtype=np.int32), (2, 1))
    return GraphForm((arcs[::2], arcs[1::2]), payoffs)


def test_paths_have_no_limit_on_their_length() -> None:
    paths = paths_from(chain(500), 0)

    for reach in (paths.by_moves, paths.by_improvements, paths.least_reluctant):
        path = reach.path(500)
        assert path == tuple(Move(s % 2, s, s + 1) for s in range(500))
    assert paths_from(chain(500), 3).by_moves.path(2) is None
    assert paths_from(chain(500), 3).by_moves.path(3) == ()


def test_nobody_moves_twice_in_a_row() -> None:
    alone = GraphForm((np.array([[0, 1], [1, 2]]),), np.zeros((1, 3), dtype=np.int32))

    assert paths_from(alone, 0).by_moves.reached().tolist() == [0, 1]


DETOUR = GraphForm(
    arcs=(np.array([[0, 3], [0, 1], [2, 3]]), np.array([[1, 2]])),
    payoffs=np.array([[1, 2, 0, 1], [0, 0, 1, 0]], dtype=np.int32),
)
"""From 0 the first can go to 3, which it likes no better; or both gain, by turns, on the way there by 1 and 2."""

PATHS: list[tuple[Callable[[], Reach], int]] = [
    (lambda: paths_from(DETOUR, 0).by_moves, 1),
    (lambda: paths_from(DETOUR, 0).by_improvements, 3),
    (lambda: paths_from(DETOUR, 0).least_reluctant, 3),
]


@pytest.mark.parametrize(("reach", "length"), PATHS)
def test_a_detour_may_cost_nobody_anything(reach: Callable[[], Reach], length: int) -> None:
    assert len(reach().path(3) or ()) == length
