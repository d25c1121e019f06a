"""Evenly spread random numbers, for every method that draws what is uncertain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from detente.methods.sobol import MOST_INPUTS, scrambled

BLOCK = 1 << 13
"""How many draws are followed together at most."""

MOST_HELD = 1 << 24
"""How many numbers of a block are held together at most, so that memory stays bounded."""

MOST_SOBOL = 21_201
"""Above this number of uncertain inputs the numbers are plainly random rather than spread evenly."""


def uniforms(inputs: int, draws: int, rng: np.random.Generator, *, held: int = 1) -> Iterator[npt.NDArray[np.float64]]:
    """Yield blocks of random numbers in 0..1 from a scrambled Sobol sequence [each shape (inputs, up to ``BLOCK``)].

    The same generator gives the same numbers, however large the blocks are.

    Parameters
    ----------
    held
        How many numbers are held for each draw while a block is worked on; the more, the smaller the blocks.

    References
    ----------
    Owen1998
    """
    points = _points(inputs, rng)
    block = min(BLOCK, 1 << (max(1, MOST_HELD // max(inputs, held, 1)).bit_length() - 1))
    for start in range(0, draws, block):
        size = min(block, draws - start)
        whole = 1 << (size - 1).bit_length()  # the points spread evenly in powers of two
        yield points(start, whole)[:size].T


def _points(inputs: int, rng: np.random.Generator) -> Callable[[int, int], npt.NDArray[np.float64]]:
    """Return what draws so many points from that number on, one piece of the sequence after the other."""
    if not 0 < inputs <= MOST_SOBOL:
        return lambda _, count: rng.random((count, inputs))
    if inputs <= MOST_INPUTS:
        return scrambled(inputs, rng).points
    from scipy.stats import qmc

    sobol = qmc.Sobol(inputs, rng=rng)
    return lambda _, count: sobol.random(count)
