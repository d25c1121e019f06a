"""Calibration against counting by hand, and its intervals against the equation that they solve."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.scoring.calibration import calibration, wilson


def test_probabilities_are_counted_by_tenths() -> None:
    chances = [0.0, 0.05, 0.1, 0.3, (0.6 + 0.8) / 2, 0.1 + 0.2, 0.29, 0.95, 1.0]
    came = [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.5, 1.0, 1.0]
    lower = [0, 0, 1, 3, 7, 3, 2, 9, 9]  # a tenth holds its lower bound; the last one both

    found = calibration(np.array(chances), np.array(came))

    assert [(each.low, each.high) for each in found] == [(k / 10, (k + 1) / 10) for k in range(10)]
    for place, each in enumerate(found):
        own = [o for k, o in zip(lower, came, strict=True) if k == place]
        assert each.n == len(own)
        assert each.share == (pytest.approx(sum(own) / len(own)) if own else None)
        assert (each.least is None) == (each.most is None) == (not own)


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_bounds_of_an_interval_solve_its_equation(counted: tuple[int, int]) -> None:
    """A bound is a share that lies 1.96 of its own standard errors from the one that was seen."""
    k, n = counted
    share, z = k / n, NormalDist().inv_cdf(0.975)

    low, high = wilson(share, n)

    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1
    for bound in (low, high):
        assert (share - bound) ** 2 == pytest.approx(z**2 * bound * (1 - bound) / n, abs=1e-12)


def test_unlike_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="as many probabilities"):
        calibration(np.array([0.5]), np.array([]))
