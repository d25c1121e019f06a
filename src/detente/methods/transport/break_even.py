"""At which value of a lever a verdict turns over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.transport.arrays import Float

POINTS = 33
"""How many values are looked at together."""


def break_even(margin: Callable[[Float], Float], low: float, central: float, high: float) -> float | None:
    """Return the value nearest to the central one at which a margin passes 0, or ``None``.

    The range is looked through in steps of a 32nd, and the step in which the margin passes 0 once more so; within
    what is left the margin is taken for a straight line. Where it passes 0 and comes back within one step that goes
    unseen.

    Parameters
    ----------
    margin
        Works out the margin at some values at once; ``nan`` where it has none. [shape (R,) to shape (R,)]
    low, central, high
        The range looked through, and the value looked from.
    """
    start, end = low, high
    for _ in range(2):
        values = np.linspace(start, end, POINTS)
        margins = margin(values)
        above, known = margins > 0, ~np.isnan(margins)
        turns = np.flatnonzero((above[:-1] != above[1:]) & known[:-1] & known[1:])
        if not len(turns):
            return None
        turn = turns[np.argmin(np.maximum(values[turns] - central, central - values[turns + 1]))]
        start, end = values[turn], values[turn + 1]
    before, behind = margins[turn], margins[turn + 1]
    return float(start + (end - start) * before / (before - behind))
