"""Exchanges: both gain, both gain the same, and none is missed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from detente.methods.bargaining.spatial.exchange import exchanges
from detente.methods.bargaining.spatial.rule import Numbers


@st.composite
def disputes(draw: st.DrawFn) -> tuple[Numbers, Numbers, Numbers]:
    """Positions, capabilities and saliences of 2-4 actors on 2-3 issues."""
    shape = (draw(st.integers(2, 4)), draw(st.integers(2, 3)))
    tenths = st.integers(1, 10).map(lambda number: number / 10)
    positions, capability, salience = (draw(arrays(np.float64, shape, elements=tenths)) for _ in range(3))
    return positions, capability, salience


def outcomes(positions: Numbers, weights: Numbers) -> Numbers:
    return np.asarray((weights * positions).sum(axis=0) / weights.sum(axis=0))


@given(disputes())
def test_a_swap_does_what_it_says_to_the_compromises(dispute: tuple[Numbers, Numbers, Numbers]) -> None:
    positions, capability, salience = dispute
    weights = capability * salience
    before = outcomes(positions, weights)
    for swap in exchanges(*dispute, 10**6).best:
        moved = positions.copy()
        moved[swap.giver, swap.given] += swap.moves[0]
        moved[swap.taker, swap.got] += swap.moves[1]
        after = outcomes(moved, weights)
        shifts = (after - before)[[swap.given, swap.got]]
        assert np.allclose(shifts, swap.shifts)
        for actor in (swap.giver, swap.taker):
            nearer = np.abs(before - positions[actor]) - np.abs(after - positions[actor])
            assert float((salience[actor] * nearer).sum()) == pytest.approx(swap.gain, abs=1e-12)
        assert swap.gain > 0


@given(disputes())
def test_nobody_moves_beyond_the_other(dispute: tuple[Numbers, Numbers, Numbers]) -> None:
    positions = dispute[0]
    for swap in exchanges(*dispute, 10**6).best:
        for (mover, other), issue, move in zip(
            ((swap.giver, swap.taker), (swap.taker, swap.giver)), (swap.given, swap.got), swap.moves, strict=True
        ):
            gap = positions[other, issue] - positions[mover, issue]
            assert 0 <= move / gap <= 1 + 1e-9


@given(disputes())
def test_every_pair_that_could_gain_is_found_once(dispute: tuple[Numbers, Numbers, Numbers]) -> None:
    positions, capability, salience = dispute
    sides = positions - outcomes(positions, capability * salience)
    found = {(frozenset((s.giver, s.taker)), frozenset((s.given, s.got))) for s in exchanges(*dispute, 10**6).best}
    assert len(found) == len(exchanges(*dispute, 10**6).best)
    actors, issues = positions.shape
    for i in range(actors):
        for j in range(i):
            for p in range(issues):
                for q in range(p):
                    apart = max(sides[i, p] * sides[j, p], sides[i, q] * sides[j, q]) < -1e-9
                    differ = abs(salience[i, p] * salience[j, q] - salience[i, q] * salience[j, p]) > 1e-9
                    assert ((frozenset((i, j)), frozenset((p, q))) in found) == (apart and differ)


def test_two_who_care_for_different_issues_give_all_of_what_they_do_not_care_for() -> None:
    """Equal weights: each moves the whole way on the other's issue, and the compromise lands at the other's position.

    Weights are capability times salience; capabilities are chosen so that both weigh 1 on both issues.
    """
    positions = np.array([[0.0, 0.0], [1.0, 1.0]])
    salience = np.array([[0.9, 0.1], [0.1, 0.9]])
    (swap,) = exchanges(positions, 1 / salience, salience, 200).best
    assert (swap.giver, swap.taker, swap.given, swap.got) == (1, 0, 0, 1)
    assert swap.moves == pytest.approx((-1.0, 1.0))
    assert swap.shifts == pytest.approx((-0.5, 0.5))
    assert swap.gain == pytest.approx(0.5 * 0.9 - 0.5 * 0.1)
