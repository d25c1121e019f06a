"""The interval score: narrow intervals are good, and what falls outside of them costs."""

from __future__ import annotations

import numpy as np

from detente.methods.scoring.proper import Floats


def interval_scores(low: Floats, high: Floats, level: Floats, came: Floats) -> Floats:
    """Return the score of each of many central intervals: its width, and 2 / (1 - level) times how far off it was.

    It is proper: who holds a number as likely to fall below the interval as above, and within it by the chance of
    ``level``, expects no better score from any other bounds. It has the unit of the number.

    Parameters
    ----------
    low, high
        The bounds. [unit of the number, shape (n,)]
    level
        The chance that each is given to hold what comes. [above 0, below 1, shape (n,)]
    came
        The number that came. [unit of the number, shape (n,)]

    Returns
    -------
    Floats
        0 at best; less is better. [unit of the number, shape (n,)]

    Raises
    ------
    ValueError
        If the shapes disagree, an interval falls, or a level is none.

    References
    ----------
    GneitingRaftery2007
    """
    if not low.shape == high.shape == level.shape == came.shape:
        msg = f"expected as many of each, got {low.shape}, {high.shape}, {level.shape} and {came.shape}"
        raise ValueError(msg)
    if (low > high).any() or (level <= 0).any() or (level >= 1).any():
        msg = "expected intervals that rise, and levels above 0 and below 1"
        raise ValueError(msg)
    off = np.maximum(low - came, 0) + np.maximum(came - high, 0)
    return np.asarray(high - low + 2 / (1 - level) * off)
