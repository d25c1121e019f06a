"""Sobol sequences against scipy's, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import qmc

from detente.methods.sobol import MOST_INPUTS, scrambled
from detente.methods.uniforms import uniforms


@pytest.mark.parametrize("inputs", [1, 2, 3, 7, 40, 300, MOST_INPUTS])
@pytest.mark.parametrize("seed", [0, 1, 20_250_710])
def test_the_points_are_those_of_scipy(inputs: int, seed: int) -> None:
    expected = qmc.Sobol(inputs, rng=np.random.default_rng(seed)).random(256)
    found = scrambled(inputs, np.random.default_rng(seed))

    assert np.array_equal(found.points(0, 256), expected)
    for start, count in ((0, 1), (1, 1), (128, 128), (192, 64), (255, 1), (96, 32)):
        assert np.array_equal(found.points(start, count), expected[start : start + count])


def test_a_generator_gives_one_sequence_after_the_other_as_with_scipy() -> None:
    ours, theirs = np.random.default_rng(5), np.random.default_rng(5)
    for _ in range(3):
        assert np.array_equal(scrambled(4, ours).points(0, 8), qmc.Sobol(4, rng=theirs).random(8))


def test_points_far_along_are_those_of_scipy() -> None:
    engine = qmc.Sobol(3, rng=np.random.default_rng(2))
    engine.fast_forward(1 << 20)

    assert np.array_equal(scrambled(3, np.random.default_rng(2)).points(1 << 20, 64), engine.random(64))


def test_with_more_inputs_than_there_are_numbers_for_the_sequence_is_scipys() -> None:
    expected = qmc.Sobol(MOST_INPUTS + 1, rng=np.random.default_rng(1)).random(8)
    [block] = uniforms(MOST_INPUTS + 1, 8, np.random.default_rng(1))

    assert np.array_equal(block.T, expected)
