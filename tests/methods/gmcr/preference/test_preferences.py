"""Payoffs order the feasible states as the preferences say, densely, with ties."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.preference.preferences import (
    INFEASIBLE,
    PreferenceError,
    from_ranking,
    from_statements,
    from_weights,
)


def dense(keys: list[object], feasible: Bool) -> list[int]:
    """Return the keys of the feasible states numbered from the least up."""
    levels = sorted({key for key, counts in zip(keys, feasible, strict=True) if counts})  # type: ignore[type-var]
    pairs = zip(keys, feasible, strict=True)
    return [levels.index(key) if counts else INFEASIBLE for key, counts in pairs]


@given(st.integers(0, 5), st.integers(0, 120), st.floats(0, 1), st.integers(0, 1 << 32))
def test_statements_compare_truth_vectors(n: int, count: int, share: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    truths = rng.random((count, 1 << n)) < rng.random((count, 1))
    feasible = rng.random(1 << n) < share
    vectors: list[object] = [tuple(truths[:, s].tolist()) for s in range(1 << n)]

    payoffs = from_statements(iter(truths), feasible)

    assert payoffs.dtype == np.int32
    assert payoffs.tolist() == dense(vectors, feasible)


@given(st.lists(st.integers(1, 6), max_size=30), st.floats(0, 1), st.integers(0, 1 << 32))
def test_statements_that_count_alike_compare_by_how_many_are_true(runs: list[int], share: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    truths = rng.random((sum(runs), 16)) < rng.random((sum(runs), 1))
    feasible = rng.random(16) < share
    ends = np.cumsum([0, *runs]).tolist()
    counts: list[object] = [tuple(int(truths[a:b, s].sum()) for a, b in pairwise(ends)) for s in range(16)]

    assert from_statements(iter(truths), feasible, runs).tolist() == dense(counts, feasible)
    assert from_statements(truths, feasible, [1] * len(truths)).tolist() == from_statements(truths, feasible).tolist()


@pytest.mark.parametrize("many", [127, 128, 700])
def test_many_statements_may_count_alike(many: int) -> None:
    """In front of 40 others that are worth nothing against it: one more of them decides."""
    block = [np.array([True, k > 0, False, k > 1]) for k in range(many)]
    rest = [np.array([False, True, True, True])] * 40

    found = from_statements(block + rest, np.ones(4, dtype=np.bool_), [many] + [1] * 40)

    assert found.tolist() == [3, 2, 0, 1]


def test_two_hundred_statements_do_not_overflow() -> None:
    alternating = [np.array([False, True]), np.array([True, False])]
    same = [np.array([True, True])] * 198

    assert from_statements(same + alternating, np.array([True, True])).tolist() == [0, 1]
    assert from_statements(alternating[1:] + same + alternating, np.array([True, True])).tolist() == [1, 0]


@given(
    st.lists(st.one_of(st.integers(-9, 9), st.sampled_from([0.1, 0.2, 0.3, -0.3, 1e-6, 2.5])), max_size=6),
    st.integers(0, 1 << 32),
)
def test_weights_compare_exact_sums(weights: list[float], seed: int) -> None:
    n = len(weights)
    feasible = np.random.default_rng(seed).random(1 << n) < 0.7
    exact = [Fraction(str(weight)) for weight in weights]
    sums: list[object] = [sum(w for k, w in enumerate(exact) if s >> (n - 1 - k) & 1) for s in range(1 << n)]

    assert from_weights(weights, feasible).tolist() == dense(sums, feasible)


def test_decimal_weights_tie_as_they_read() -> None:
    payoffs = from_weights([0.1, 0.2, 0.3], np.ones(8, dtype=np.bool_))

    assert payoffs[0b110] == payoffs[0b001]


@pytest.mark.parametrize(
    ("weights", "message"),
    [([1.0], "1 weights cannot order 4 states"), ([1e300, 1e-300], "too many digits")],
)
def test_weights_that_cannot_be_added_are_refused(weights: list[float], message: str) -> None:
    with pytest.raises(PreferenceError, match=message):
        from_weights(weights, np.ones(4, dtype=np.bool_))


def test_a_ranking_runs_from_the_best_group_down() -> None:
    feasible = np.array([True, True, False, True, True])

    assert from_ranking([[4], [], [0, 3], [1]], feasible).tolist() == [1, 0, INFEASIBLE, 1, 2]


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ([[0], [1]], r"missing \[3\]"),
        ([[0, 1], [2, 3]], r"not feasible \[2\]"),
        ([[0, 1], [3], [1]], "1 repeated"),
        ([[0, 1], [3], [9]], r"not feasible \[9\]"),
    ],
)
def test_a_ranking_covers_the_feasible_states_exactly(groups: list[list[int]], message: str) -> None:
    with pytest.raises(PreferenceError, match=message):
        from_ranking(groups, np.array([True, True, False, True]))
