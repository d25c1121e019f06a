"""Sweeps find what a mover can credibly do; the twin looks at each of its moves."""

from __future__ import annotations

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.arrays import Bool, Ordinal
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines import fibers as fibers_module
from detente.methods.gmcr.engines import sweep as sweep_module
from detente.methods.gmcr.engines.fibers import fibers
from detente.methods.gmcr.engines.steps import Steps
from detente.methods.gmcr.engines.sweep import Sweep

LEAST, MOST = np.iinfo(np.int32).min, np.iinfo(np.int32).max
WAYS = [None, *Direction]


def plain_worst(directions: list[Direction | None], payoff: Ordinal, feasible: Bool, v: Ordinal) -> list[int]:
    """Return the least of ``v`` over each state and the mover's improvements, looking at them all."""
    there, can = Steps.of(directions).forward(np.arange(v.size))
    can &= feasible[there] & (payoff[there] > payoff[:, None])
    return [int(min(value, v[t[c]].min(initial=MOST))) for value, t, c in zip(v, there, can, strict=True)]


@given(
    st.lists(st.sampled_from(WAYS), max_size=7),
    st.sampled_from([1, 3, 30, 1 << 31]),
    st.sampled_from([0.0, 0.2, 0.7, 1.0]),
    st.sampled_from([1, 40, 1 << 14]),
    st.tuples(st.integers(1, 3), st.integers(0, 1 << 32)),
)
def test_a_sweep_is_its_definition(
    directions: list[Direction | None], levels: int, share: float, block: int, drawn: tuple[int, int]
) -> None:
    rows, seed = drawn
    rng = np.random.default_rng(seed)
    size = 1 << len(directions)
    feasible = rng.random(size) < share
    payoff = rng.integers(-levels, levels, size, dtype=np.int32)
    v = np.where(feasible, rng.integers(-9, 9, (rows, size), dtype=np.int32), MOST).astype(np.int32)
    before = v.copy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep_module, "BLOCK", block)
        patch.setattr(fibers_module, "SMALL", block)
        patch.setattr(fibers_module, "STRIP", 3)
        best = payoff[feasible].max(initial=LEAST)
        found = Sweep.of(fibers(directions), np.where(feasible, payoff, best)).worst(v)

    plain = np.array([plain_worst(directions, payoff, feasible, row) for row in v])
    assert found[:, feasible].tolist() == plain[:, feasible].tolist()
    assert (found[:, ~feasible] == MOST).all()
    assert np.array_equal(v, before)


@pytest.mark.slow
@pytest.mark.parametrize("n", [0, 1, 7, 8, 9, 15, 16, 17])
@pytest.mark.parametrize("extent", [2, 1 << 15, 1 << 31])
def test_one_fiber_of_any_length_is_ranked(n: int, extent: int) -> None:
    """One mover that owns every option: the numbers of its states pass 8 and 16 bits, its payoffs all 32."""
    payoff, v = np.random.default_rng(n).integers(-extent, extent, (2, 1 << n), dtype=np.int32)
    payoff[:1], payoff[-1:] = LEAST, MOST
    [found] = Sweep.of(fibers([Direction.BOTH] * n), payoff).worst(v[None])

    worst, plain = MOST, v.tolist()
    best_first = sorted(range(1 << n), key=payoff.tolist().__getitem__, reverse=True)
    for _, ties in groupby(best_first, key=payoff.tolist().__getitem__):
        states = list(ties)
        for s in states:
            plain[s] = min(plain[s], worst)
        worst = min(worst, int(v[states].min()))
    assert found.tolist() == plain


@given(st.lists(st.sampled_from(WAYS), max_size=7), st.sampled_from([1, 1 << 14]), st.integers(1, 5))
def test_fibers_hold_what_differs_in_own_options_only(
    directions: list[Direction | None], small: int, strip: int
) -> None:
    n = len(directions)
    found = fibers(directions)
    v = np.arange(2 << n, dtype=np.int32).reshape(2, -1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fibers_module, "SMALL", small)
        patch.setattr(fibers_module, "STRIP", strip)
        spread = found.spread(v)
        assert np.array_equal(found.collect(spread), v)

    others = sum(1 << (n - 1 - k) for k, direction in enumerate(directions) if direction is None)
    assert np.array_equal(spread[1], spread[0] + (1 << n))
    rows = spread[0].reshape(found.rows, -1)
    assert (rows & others == rows[:, :1] & others).all()
    assert len({int(row[0]) & others for row in rows}) == found.rows
