"""Proper scores: nobody expects a better one by saying anything but what they hold."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]


def brier(chances: Floats, came: Floats) -> float:
    """Return the Brier score of one question: the squared errors, summed over its bands.

    Parameters
    ----------
    chances
        The probability of each band. [0..1, shape (bands,)]
    came
        1 for the band that came and 0 for the others, or the share of each where it is partly so. [0..1, shape
        (bands,)]

    Returns
    -------
    float
        0 at best, 2 at worst.

    Raises
    ------
    ValueError
        If the shapes disagree.

    References
    ----------
    Brier1950
    """
    _alike(chances, came)
    return float(np.square(chances - came).sum())


def logarithmic(chances: Floats, came: Floats) -> float:
    """Return the logarithmic score of one question: the negative natural logarithm of the chance of what came.

    Where it is partly so, the logarithms are weighed by the shares.

    Parameters
    ----------
    chances, came
        As for :func:`brier`.

    Returns
    -------
    float
        0 at best; infinite where no chance was given to what came.

    Raises
    ------
    ValueError
        If the shapes disagree.

    References
    ----------
    GneitingRaftery2007
    """
    _alike(chances, came)
    seen = came > 0
    if (chances[seen] <= 0).any():
        return float("inf")
    return float(abs((came[seen] * np.log(chances[seen])).sum()))


def _alike(chances: Floats, came: Floats) -> None:
    if chances.ndim != 1 or chances.shape != came.shape:
        msg = f"expected one number for each band in both, got {chances.shape} and {came.shape}"
        raise ValueError(msg)
