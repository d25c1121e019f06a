"""Bounds of a mean against every choice of what counts."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.chronicle.means import bounds_of_mean

NUMBERS = st.lists(st.integers(-3, 3), max_size=5)


@given(NUMBERS, NUMBERS)
def test_bounds_are_those_over_every_choice(sure: list[float], maybe: list[float]) -> None:
    means = [
        (sum(sure) + sum(chosen)) / (len(sure) + len(chosen))
        for count in range(len(maybe) + 1)
        for chosen in combinations(maybe, count)
        if sure or chosen
    ]
    if means:
        assert bounds_of_mean(sure, maybe) == pytest.approx((min(means), max(means)))


def test_zero_has_no_sign() -> None:
    assert [str(each) for each in bounds_of_mean([1, -1], [])] == ["0.0", "0.0"]


def test_no_numbers_have_no_mean() -> None:
    with pytest.raises(ValueError, match="no mean of no numbers"):
        bounds_of_mean([], [])
