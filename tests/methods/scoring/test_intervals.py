"""Interval scores by hand, by their twin from quantiles, and their law: honest bounds are expected to score best."""

from __future__ import annotations

import math
from itertools import accumulate, combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.scoring.intervals import interval_scores

TABLE = [
    # low, high, level, what came, and the score: the width, and what lies outside times 2 / (1 - level)
    (200, 600, 0.9, 450, 400),
    (200, 600, 0.9, 200, 400),
    (200, 600, 0.9, 600, 400),
    (200, 600, 0.9, 650, 400 + 20 * 50),
    (200, 600, 0.9, 190, 400 + 20 * 10),
    (200, 600, 0.5, 190, 400 + 4 * 10),
    (-3, -1, 0.8, 1, 2 + 10 * 2),
    (5, 5, 0.75, 5, 0),
    (5, 5, 0.75, 4, 8),
]


def test_the_scores_are_those_worked_by_hand() -> None:
    low, high, level, came, expected = np.array(TABLE, float).T

    assert interval_scores(low, high, level, came) == pytest.approx(expected)


NUMBERS = st.floats(-1e6, 1e6)
LEVELS = st.floats(0.01, 0.99)


def loss(share: float, bound: float, came: float) -> float:
    """Return the loss of a quantile by its definition: a miss costs by the share on the other side of it."""
    return share * (came - bound) if came >= bound else (1 - share) * (bound - came)


@given(st.tuples(NUMBERS, NUMBERS).map(sorted), LEVELS, NUMBERS)
def test_a_score_is_that_of_its_two_quantiles(bounds: list[float], level: float, came: float) -> None:
    low, high = bounds
    tail = (1 - level) / 2
    quantiles = (loss(tail, low, came) + loss(1 - tail, high, came)) / tail

    (score,) = interval_scores(*(np.array([each]) for each in (low, high, level, came)))

    assert score == pytest.approx(quantiles, rel=1e-9, abs=1e-6)


@st.composite
def beliefs(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """Numbers that may come, from the least, and their probabilities."""
    numbers = sorted(draw(st.sets(st.integers(-20, 20), min_size=1, max_size=7)))
    weights = draw(st.lists(st.integers(1, 9), min_size=len(numbers), max_size=len(numbers)))
    return [float(number) for number in numbers], [weight / sum(weights) for weight in weights]


def quantile(numbers: list[float], chances: list[float], share: float) -> float:
    """Return the least number up to which a share of the chances lies."""
    return next(n for n, whole in zip(numbers, accumulate(chances), strict=True) if whole >= share - 1e-12)


@given(beliefs(), st.sampled_from([0.2, 0.5, 0.8, 0.9, 0.95]))
def test_honest_bounds_are_expected_to_score_best(belief: tuple[list[float], list[float]], level: float) -> None:
    """Against every other interval whose bounds are whole or half numbers within reach."""
    numbers, chances = belief

    def expected(low: float, high: float) -> float:
        same = np.full(len(numbers), 1.0)
        scores = interval_scores(low * same, high * same, level * same, np.array(numbers))
        return math.fsum(p * score for p, score in zip(chances, scores, strict=True))

    honest = expected(*(quantile(numbers, chances, share) for share in ((1 - level) / 2, (1 + level) / 2)))

    grid = np.arange(numbers[0] - 1, numbers[-1] + 1.5, 0.5).tolist()
    assert all(honest <= expected(*bounds) + 1e-9 for bounds in combinations_with_replacement(grid, 2))


@pytest.mark.parametrize(("low", "high", "level"), [(2, 1, 0.5), (1, 2, 0), (1, 2, 1), (1, 2, 90)])
def test_what_is_no_interval_is_refused(low: float, high: float, level: float) -> None:
    with pytest.raises(ValueError, match="that rise, and levels above 0 and below 1"):
        interval_scores(*(np.array([float(each)]) for each in (low, high, level, 1)))


def test_unlike_shapes_are_refused() -> None:
    one, none = np.array([0.5]), np.array([])
    with pytest.raises(ValueError, match="as many of each"):
        interval_scores(one, one, one, none)
