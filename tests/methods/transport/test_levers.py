"""Draws of levers, and the value at which a verdict turns over."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import triang

from detente.methods.transport.arrays import Float
from detente.methods.transport.break_even import break_even
from detente.methods.transport.draws import lever_draws


@settings(max_examples=50)
@given(st.lists(st.floats(-100, 100), min_size=3, max_size=3, unique=True).map(sorted))
def test_draws_are_those_of_the_triangular_distribution(numbers: list[float]) -> None:
    low, mode, high = numbers
    uniform = np.linspace(0, 1, 41)[:, None]
    found = lever_draws(np.array([low]), np.array([mode]), np.array([high]), uniform)

    wanted = triang.ppf(uniform, (mode - low) / (high - low), loc=low, scale=high - low)
    assert found == pytest.approx(wanted, abs=1e-6)


def test_ends_of_the_range_levers_without_mode_and_those_that_do_not_move() -> None:
    low, high = np.array([1.0, 1, 1, 5]), np.array([3.0, 3, 3, 5])
    mode = np.array([np.nan, 1, 3, 5])
    found = lever_draws(low, mode, high, np.array([[0.0] * 4, [0.25] * 4, [1.0] * 4]))

    assert found[[0, 2]].tolist() == [[1, 1, 1, 5], [3, 3, 3, 5]]
    assert found[1] == pytest.approx([1.5, 3 - 2 * 0.75**0.5, 1 + 2 * 0.25**0.5, 5])


@pytest.mark.parametrize(("low", "mode", "high"), [(2, np.nan, 1), (1, 3, 2), (1, 0, 2), (np.nan, 1, 2)])
def test_a_range_out_of_order_is_refused(low: float, mode: float, high: float) -> None:
    with pytest.raises(ValueError, match="in order"):
        lever_draws(np.array([low]), np.array([mode]), np.array([high]), np.array([[0.5]]))


@settings(max_examples=50)
@given(low=st.floats(-50, 0), wide=st.floats(1, 100), at=st.floats(0.01, 0.99), sign=st.sampled_from([-1, 1]))
def test_the_break_even_is_where_the_margin_is_nothing(low: float, wide: float, at: float, sign: int) -> None:
    wanted = low + at * wide

    found = break_even(lambda values: sign * (values - wanted) * (1 + values**2), low, low + wide / 3, low + wide)

    assert found == pytest.approx(wanted, abs=wide * 1e-4)


def test_the_one_nearest_to_the_central_value_counts() -> None:
    def margin(values: Float) -> Float:
        return (values - 1) * (values - 4) * (values - 9)

    assert [break_even(margin, 0, central, 10) for central in (0, 2, 3, 6, 7, 10)] == pytest.approx(
        [1, 1, 4, 4, 9, 9], abs=1e-4
    )


def test_a_jump_is_found_too() -> None:
    found = break_even(lambda values: np.where(values < 0.7, -3.0, 1.0), 0, 0, 1)

    assert found == pytest.approx(0.7, abs=1e-3)


def test_what_does_not_turn_has_no_break_even() -> None:
    assert break_even(lambda values: values + 1, 0, 0.5, 1) is None
    assert break_even(lambda values: np.where(values < 0.5, np.nan, 1.0), 0, 0.5, 1) is None
    assert break_even(lambda values: np.where(values < 0.5, -1, np.where(values > 0.6, 1, np.nan)), 0, 0, 1) is None
