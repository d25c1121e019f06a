"""Sensitivity: quantiles as another library has them, and functions whose indices are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from detente.methods.bargaining.spatial.rule import Numbers
from detente.methods.bargaining.spatial.sensitivity import Inputs, band, tornado, total_shares

NONE = np.nan


def inputs(*rows: tuple[float, float, float]) -> Inputs:
    return Inputs(*np.array(rows, dtype=np.float64).T)


@given(st.floats(0, 1), st.sampled_from([0.0, 1.0, 2.5, 4.0]))
def test_quantiles_are_those_of_the_triangular_distribution(quantile: float, mode: float) -> None:
    found = inputs((0, mode, 4), (2, NONE, 2), (10, NONE, 20)).at(np.array([[quantile], [quantile]]))
    assert found[0, 0] == pytest.approx(stats.triang.ppf(quantile, mode / 4, 0, 4), abs=1e-9)
    assert found[1, 0] == 2
    assert found[2, 0] == pytest.approx(10 + 10 * quantile)


def test_the_centre_is_the_mean() -> None:
    assert inputs((0, 1, 5), (2, NONE, 2), (10, NONE, 20)).centre.tolist() == [2, 2, 15]


def test_a_tornado_turns_one_input_at_a_time() -> None:
    def settle(values: Numbers) -> Numbers:
        return np.asarray(values[0] + 10 * values[1] * values[2])

    found = tornado(inputs((0, NONE, 2), (1, NONE, 3), (1, NONE, 1)), settle)
    assert found.tolist() == [[20, 22], [11, 31], [21, 21]]


def test_shares_of_a_sum_are_those_of_the_variances() -> None:
    """Variances of uniform numbers on 0..1, 0..2 and 0..4: 1, 4 and 16 parts of 21."""
    doubtful = inputs((0, NONE, 1), (5, NONE, 5), (0, NONE, 2), (0, NONE, 4))
    found = total_shares(doubtful, lambda values: np.asarray(values.sum(axis=0)), 1024, np.random.default_rng(1))
    assert found == pytest.approx(np.array([1, 0, 4, 16]) / 21, abs=0.02)


def test_shares_of_a_product_add_up_to_more_than_one() -> None:
    """Ishigami would do as well: of a product of two centred numbers each has a part in all of the spread."""
    doubtful = inputs((-1, NONE, 1), (-1, NONE, 3))
    found = total_shares(doubtful, lambda values: np.asarray(values[0] * values[1]), 4096, np.random.default_rng(1))
    first, both = (1 / 3) * 1, (1 / 3) * (4 / 3)
    assert found == pytest.approx([1.0, both / (first + both)], abs=0.03)


def test_what_is_known_has_no_share() -> None:
    known = inputs((1, NONE, 1), (2, NONE, 2))
    assert total_shares(known, lambda values: values[0], 8, np.random.default_rng(1)).tolist() == [0, 0]
    flat = inputs((1, NONE, 3), (2, NONE, 2))
    assert total_shares(flat, lambda values: values[1], 8, np.random.default_rng(1)).tolist() == [0, 0]


def test_a_band_leaves_a_tenth_on_either_side_and_ignores_what_has_no_answer() -> None:
    draws = np.append(np.linspace(0, 100, 1001), np.nan)
    assert band(draws) == pytest.approx((10, 90))
    assert np.isnan(band(np.array([np.nan]))).all()


def test_all_of_the_spread_is_that_of_the_only_doubt() -> None:
    alone = inputs((0, NONE, 4), (2, NONE, 2))
    assert total_shares(alone, lambda values: values[0] ** 2, 8, np.random.default_rng(1)).tolist() == [1, 0]
