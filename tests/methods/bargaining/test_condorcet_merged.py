"""Equal positions merged: the definition read aloud, and what merging must and must not change."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.bargaining.bargains import bargains

from detente.methods.bargaining.spatial.contest import prevailing
from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain, Numbers
from detente.methods.bargaining.spatial.votes import support

MERGED, BY_ACTOR = shipped_rules()["condorcet_merged"], shipped_rules()["condorcet"]


def walked(bargain: Bargain) -> float:
    """Return the mean after a long walk over the distinct places, as KTAB walks it: from all alike, by halves."""
    places = sorted(set(bargain.positions.tolist()))
    people = list(zip(bargain.positions.tolist(), bargain.weights.tolist(), strict=True))

    def backing(a: float, b: float) -> float:
        return float(sum(w * max(0.0, abs(x - b) - abs(x - a)) for x, w in people))

    def wins(a: float, b: float) -> float:
        pro, contra = backing(a, b), backing(b, a)
        return pro / (pro + contra) if pro + contra else 0.5

    chance = {(a, b): wins(a, b) for a in places for b in places}
    likely = dict.fromkeys(places, 1 / len(places))
    for _ in range(600):
        after = {a: sum(chance[a, b] * (likely[a] + likely[b]) for b in places) / len(places) for a in places}
        likely = {a: (likely[a] + after[a]) / 2 for a in places}
    return float(sum(a * share for a, share in likely.items()))


@given(bargains(most=5))
def test_it_is_the_long_walk_over_distinct_places(bargain: Bargain) -> None:
    assert float(MERGED.settle(bargain)) == pytest.approx(walked(bargain), abs=1e-4)


@given(bargains(most=5), st.data())
def test_splitting_an_actor_in_two_changes_nothing(bargain: Bargain, data: st.DataObject) -> None:
    who = data.draw(st.integers(0, bargain.positions.size - 1))
    half = bargain.weights.copy()
    half[who] /= 2
    positions = np.append(bargain.positions, bargain.positions[who])
    split = Bargain(positions, np.append(half, half[who]), bargain.ends)
    assert float(MERGED.settle(split)) == pytest.approx(float(MERGED.settle(bargain)), abs=1e-6)


@given(bargains(most=6))
def test_without_equal_positions_both_are_the_same(bargain: Bargain) -> None:
    apart = replace(bargain, positions=np.linspace(0, 100, bargain.positions.size))
    assert float(MERGED.settle(apart)) == pytest.approx(float(BY_ACTOR.settle(apart)), abs=1e-9)


def test_draws_are_merged_one_by_one() -> None:
    positions = np.array([[0.0, 0.0, 100.0], [0.0, 50.0, 100.0], [100.0, 100.0, 100.0]])
    together = MERGED.settle(Bargain(positions, np.ones((3, 3)), (0, 100)))
    alone = [float(MERGED.settle(Bargain(row, np.ones(3), (0, 100)))) for row in positions]
    assert together == pytest.approx(alone)
    assert together[2] == pytest.approx(100)


def counted(losses: Numbers, weights: Numbers) -> Numbers:
    """Return the votes, voter by voter."""
    count = losses.shape[-1]
    found = np.zeros((count, count))
    for loss, weight in zip(losses, weights, strict=True):
        for a in range(count):
            for b in range(count):
                found[a, b] += weight * max(0.0, loss[b] - loss[a])
    return found


@pytest.mark.parametrize("actors", [3, 15, 16, 24])
def test_votes_are_counted_alike_however_many_vote(actors: int) -> None:
    rng = np.random.default_rng(actors)
    losses, weights = rng.random((2, actors, actors)).round(1), rng.random((2, actors))
    losses[:, 0] = 0.0
    for draw in range(2):
        assert np.allclose(support(losses, weights)[draw], counted(losses[draw], weights[draw]))


def test_who_has_no_support_has_none_among_many() -> None:
    """Sixteen stand at 0 and one without weight at 100: 0 always beats 100, to the last digit."""
    bargain = Bargain(np.array([0.0] * 16 + [100.0]), np.array([1.0] * 16 + [0.0]), (0, 100))
    assert prevailing(bargain, merged=False)[-1] == pytest.approx(0, abs=1e-15)
    assert float(MERGED.settle(bargain)) == pytest.approx(0, abs=1e-12)
