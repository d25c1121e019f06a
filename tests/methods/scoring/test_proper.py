"""Scores by hand from a small table, and their law: who says what they hold expects the least."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from detente.methods.scoring.proper import Floats, brier, logarithmic

TABLE = [
    # chances, what came
    ([0.7, 0.3], [1, 0]),
    ([0.7, 0.3], [0, 1]),
    ([1.0, 0.0], [1, 0]),
    ([0.0, 1.0], [1, 0]),
    ([0.2, 0.5, 0.3], [0, 0, 1]),
    ([0.2, 0.5, 0.3], [0.25, 0.75, 0]),
]


@pytest.mark.parametrize(("chances", "came"), TABLE)
def test_the_scores_are_their_definitions(chances: list[float], came: list[float]) -> None:
    squares, logs = 0.0, 0.0
    for p, o in zip(chances, came, strict=True):
        squares += (p - o) ** 2
        if o:
            logs += math.inf if p == 0 else -o * math.log(p)

    assert brier(np.array(chances), np.array(came)) == pytest.approx(squares)
    assert logarithmic(np.array(chances), np.array(came)) == pytest.approx(logs)


def test_the_ends_of_the_scores() -> None:
    sure, wrong = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    assert (brier(sure, sure), brier(wrong, sure)) == (0, 2)
    assert (logarithmic(sure, sure), logarithmic(wrong, sure)) == (0, math.inf)
    assert math.copysign(1, logarithmic(sure, sure)) == 1  # no negative nothing in a document


def drawn(size: int) -> st.SearchStrategy[Floats]:
    weights = arrays(np.float64, size, elements=st.floats(0.01, 1))
    return weights.map(lambda each: each / each.sum())


@given(st.integers(2, 5).flatmap(lambda size: st.tuples(drawn(size), drawn(size))))
@pytest.mark.parametrize("score", [brier, logarithmic])
def test_the_honest_probability_is_expected_to_score_best(
    score: Callable[[Floats, Floats], float], pair: tuple[Floats, Floats]
) -> None:
    held, said = pair
    bands = np.eye(len(held))

    def expected(chances: Floats) -> float:
        return math.fsum(p * score(chances, band) for p, band in zip(held, bands, strict=True))

    assert expected(held) <= expected(said) + 1e-9
    if np.abs(held - said).max() > 0.01:
        assert expected(held) < expected(said)


@pytest.mark.parametrize("score", [brier, logarithmic])
def test_unlike_shapes_are_refused(score: Callable[[Floats, Floats], float]) -> None:
    with pytest.raises(ValueError, match="each band"):
        score(np.array([0.5, 0.5]), np.array([1.0]))
