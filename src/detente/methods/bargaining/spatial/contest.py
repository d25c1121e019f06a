"""Contests: places challenge each other again and again, and win as often as they have support."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.methods.bargaining.spatial.rule import Bargain, Numbers
from detente.methods.bargaining.spatial.votes import support

_HELD = 1 << 20
"""How many pairs of places are looked at together, so that memory stays bounded."""


def prevailing(bargain: Bargain, *, merged: bool) -> Numbers:
    """Return how likely each actor's position prevails in the long run.

    Position ``a`` beats ``b`` with probability ``S_ab / (S_ab + S_ba)``, where ``S_ab`` is the support of ``a`` against
    ``b``; nobody's support is an even chance. Whatever prevails is challenged by one of the challengers, each as
    likely, itself among them; the answer is the limit of that chain.

    Parameters
    ----------
    merged
        Whether each place challenges once, however many hold it, rather than each actor. Then the first of those who
        hold a place speaks for it, and the others prevail with probability 0.

    Returns
    -------
    Numbers
        Probabilities. [shape (..., actors)]

    References
    ----------
    WiseLesterEfird2015, KTABCode2015
    """
    actors = bargain.positions.shape[-1]
    places, weights = (np.reshape(values, (-1, actors)) for values in (bargain.positions, bargain.weights))
    block = max(1, _HELD // actors**2)
    parts = [slice(start, start + block) for start in range(0, len(places), block)]
    found = [_limit(_victories(places[part], weights[part]), _speaks(places[part], merged=merged)) for part in parts]
    return np.concatenate(found or [places]).reshape(bargain.positions.shape)


def _speaks(places: Numbers, *, merged: bool) -> npt.NDArray[np.bool_]:
    """Return whose position is a challenger of its own [shape (bargains, actors)]."""
    if not merged:
        return np.ones(places.shape, dtype=bool)
    order = np.argsort(places, axis=-1, kind="stable")
    ascending = np.take_along_axis(places, order, axis=-1)
    first = np.diff(ascending, axis=-1, prepend=-np.inf) > 0
    found = np.empty(places.shape, dtype=bool)
    np.put_along_axis(found, order, first, axis=-1)
    return found


def _victories(positions: Numbers, weights: Numbers) -> Numbers:
    """Return the probability with which each position beats each other one [shape (bargains, actors, actors)]."""
    backing = support(np.abs(positions[..., :, None] - positions[..., None, :]), weights)
    both = backing + np.swapaxes(backing, -1, -2)
    return np.divide(backing, both, out=np.full_like(both, 0.5), where=both > 0)


def _limit(wins: Numbers, speaks: npt.NDArray[np.bool_]) -> Numbers:
    """Return the limit of the chain of challenges [shapes (bargains, actors, actors) to (bargains, actors)].

    Of any two challengers one can follow the other, so that the chain has one limit wherever it begins. The equation
    that is left out as the sum of the others gives way to that all probabilities sum to one.
    """
    bargains, count, _ = wins.shape
    inside = wins * (speaks[:, :, None] & speaks[:, None, :])
    challengers = speaks.sum(axis=-1)[:, None]
    flow = inside / challengers[..., None]  # into a, from b
    leaves = speaks - inside.sum(axis=-1) / challengers
    system = flow
    each = np.arange(count)
    system[:, each, each] -= leaves + ~speaks
    last = count - 1 - speaks[:, ::-1].argmax(axis=-1)
    rows = np.arange(bargains)
    system[rows, last] = speaks
    right = np.zeros((bargains, count, 1))
    right[rows, last] = 1.0
    return np.asarray(np.linalg.solve(system, right)[..., 0])
