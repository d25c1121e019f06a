"""Calibration: of what was held to be 30 per cent likely, how much came."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from detente.methods.scoring.proper import Floats

BINS = 10
_NORMAL = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution."""

_DIGITS = 9


class Bin(NamedTuple):
    """Probabilities that are much alike, and how much of what they were given to came.

    Attributes
    ----------
    low, high
        The bounds of the bin, of which the lower belongs to it, and in the last one both. [0..1]
    n
        How many probabilities lie in it.
    share
        The share of them that came; ``None`` where there are none. [0..1]
    least, most
        Between which shares the true one lies in 95 of 100 such cases, by Wilson's interval. [0..1]
    """

    low: float
    high: float
    n: int
    share: float | None
    least: float | None
    most: float | None


def calibration(chances: Floats, came: Floats) -> tuple[Bin, ...]:
    """Return the probabilities of many bands by tenths, each with the share that came.

    Parameters
    ----------
    chances
        Probabilities. [0..1, shape (m,)]
    came
        Whether each came, or the share of it that did. [0..1, shape (m,)]

    Raises
    ------
    ValueError
        If the shapes disagree.

    References
    ----------
    Wilson1927
    """
    if chances.shape != came.shape:
        msg = f"expected as many probabilities as outcomes, got {chances.shape} and {came.shape}"
        raise ValueError(msg)
    # 0.7 is the middle of [0.6, 0.8] in tenths, and a hair less in binary: it is meant to begin a bin
    places = np.minimum(np.floor(np.round(chances * BINS, _DIGITS)).astype(int), BINS - 1)
    return tuple(_bin(place, came[places == place]) for place in range(BINS))


def _bin(place: int, came: Floats) -> Bin:
    low, high = place / BINS, (place + 1) / BINS
    if not came.size:
        return Bin(low, high, 0, None, None, None)
    share = float(came.mean())
    return Bin(low, high, came.size, share, *wilson(share, came.size))


def wilson(share: float, n: int) -> tuple[float, float]:
    """Return between which bounds the true share lies in 95 of 100 such cases.

    Parameters
    ----------
    share
        The share that was seen. [0..1]
    n
        Of how many; at least one.

    References
    ----------
    Wilson1927
    """
    spread = _NORMAL**2 / n
    middle = (share + spread / 2) / (1 + spread)
    half = _NORMAL / (1 + spread) * np.sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))
