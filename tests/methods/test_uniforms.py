"""The one sequence of random numbers: scipy's own, in blocks."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import qmc

from detente.methods import uniforms as module
from detente.methods.uniforms import BLOCK, MOST_SOBOL, uniforms


@pytest.mark.parametrize("held", [1, 1 << 16, 1 << 23, 1 << 40])
@pytest.mark.parametrize("draws", [1, 100, 256])
def test_blocks_are_pieces_of_one_sequence(draws: int, held: int) -> None:
    whole = 1 << (draws - 1).bit_length()
    expected = qmc.Sobol(3, rng=np.random.default_rng(7)).random(whole)[:draws]
    blocks = list(uniforms(3, draws, np.random.default_rng(7), held=held))

    assert np.array_equal(np.concatenate(blocks, axis=1), expected.T)


def test_blocks_get_smaller_with_what_is_held() -> None:
    for held, size in ((1, 4096), (1 << 16, 256), (3 << 16, 64), (1 << 40, 1)):
        first = next(uniforms(3, 4096, np.random.default_rng(1), held=held))
        assert first.shape == (3, size)
    assert [block.shape[1] for block in uniforms(1, BLOCK + 5, np.random.default_rng(1))] == [BLOCK, 5]


def test_a_power_of_two_of_draws_has_one_in_each_part_of_every_input() -> None:
    numbers = np.concatenate(list(uniforms(5, 1024, np.random.default_rng(3), held=1 << 18)), axis=1)

    assert np.array_equal(np.sort(np.floor(numbers * 1024), axis=1), np.tile(np.arange(1024), (5, 1)))


def test_without_inputs_and_with_very_many_the_numbers_are_plainly_random() -> None:
    assert [block.shape for block in uniforms(0, 3, np.random.default_rng(1))] == [(0, 3)]
    many = np.concatenate(list(uniforms(MOST_SOBOL + 1, 3, np.random.default_rng(1))), axis=1)
    assert np.array_equal(many, np.random.default_rng(1).random((3, MOST_SOBOL + 1)).T)


def test_the_limit_is_that_of_the_generator() -> None:
    assert MOST_SOBOL == qmc.Sobol.MAXDIM
    assert module.MOST_HELD >= MOST_SOBOL
