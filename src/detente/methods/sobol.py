"""Scrambled Sobol sequences: points that spread evenly over many inputs at once.

The direction numbers beside this module are the first of Joe and Kuo's ``new-joe-kuo-6.21201``. The points are those of
``scipy.stats.qmc.Sobol``, to the last bit; loading that takes longer than all that is drawn here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

MOST_INPUTS = 2048
"""For so many inputs there are direction numbers."""

_BITS = 30
_BIT = np.arange(_BITS, dtype=np.uint32)
_NUMBERS = Path(__file__).with_name("joe_kuo.npz")

Words: TypeAlias = npt.NDArray[np.uint32]
"""Numbers in 0..1 as words of 30 bits, the first of which counts halves."""


class Sobol(NamedTuple):
    """A scrambled Sobol sequence.

    Attributes
    ----------
    directions
        What is added, without carrying, where a bit of a point's number in Gray's code is set, the lowest bit first.
        [shape (30, inputs)]
    shift
        The first point. [shape (inputs,)]
    """

    directions: Words
    shift: Words

    def points(self, start: int, count: int) -> npt.NDArray[np.float64]:
        """Return some points [0..1, shape (count, inputs)].

        Parameters
        ----------
        start
            The number of the first, a multiple of ``count``.
        count
            How many, a power of 2.

        References
        ----------
        AntonovSaleev1979
        """
        gray = start ^ (start >> 1)
        first = self.shift
        for bit in range(gray.bit_length()):
            if gray >> bit & 1:
                first = first ^ self.directions[bit]
        words = first[np.newaxis]
        for bit in range(count.bit_length() - 1):  # Gray's code counts up to a new bit, then down again with it
            words = np.concatenate([words, words[::-1] ^ self.directions[bit]])
        return np.multiply(words, 2.0**-_BITS, dtype=np.float64)


def scrambled(inputs: int, rng: np.random.Generator) -> Sobol:
    """Return a Sobol sequence scrambled by random lower triangular matrices and shifts.

    Parameters
    ----------
    inputs
        How many, from 1 to ``MOST_INPUTS``.
    rng
        What the generator of the scrambling is spawned from.

    References
    ----------
    JoeKuo2008, Matousek1998, Owen1998
    """
    [own] = rng.spawn(1)
    powers = np.uint32(1) << _BIT
    shift = own.integers(2, size=(inputs, _BITS), dtype=np.uint32) @ powers
    matrices = np.tril(own.integers(2, size=(inputs, _BITS, _BITS), dtype=np.uint32), -1)
    matrices += np.eye(_BITS, dtype=np.uint32)
    bits = _directions(inputs).T[:, np.newaxis] >> _BIT[::-1, np.newaxis] & 1
    mixed = (matrices.astype(np.float32) @ bits.astype(np.float32)).astype(np.uint32) & 1  # sums up to 30 are exact
    return Sobol((powers[::-1] @ mixed).T, shift)


@cache
def _directions(inputs: int) -> Words:
    """Return the direction numbers of some inputs, by the recurrence of their polynomials [shape (30, inputs)].

    References
    ----------
    JoeKuo2008
    """
    with np.load(_NUMBERS) as held:
        polynomials, initial = (held[name][:inputs].astype(np.uint32) for name in ("polynomials", "initial"))
    found = np.ones((_BITS, inputs), dtype=np.uint32)
    degrees = np.frexp(polynomials)[1] - 1
    for degree in range(1, degrees.max() + 1):
        own = degrees == degree
        taken = [polynomials[own] >> np.uint32(degree - j) & 1 for j in range(1, degree + 1)]
        made = list(initial[own, :degree].T)
        for _ in range(degree, _BITS):
            number = made[-degree]
            for j, coefficient in enumerate(taken, 1):
                number = number ^ coefficient * (made[-j] << np.uint32(j))
            made.append(number)
        found[:, own] = made
    return found << _BIT[::-1, np.newaxis]
