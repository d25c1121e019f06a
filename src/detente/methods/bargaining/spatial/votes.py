"""Votes: how much weight would rather have one place than another."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.spatial.rule import Numbers

_MANY = 16
"""From so many actors on, bargains are counted one by one: less memory moves, and that is faster."""

_ROUNDING = 1e-12


def support(losses: Numbers, weights: Numbers) -> Numbers:
    """Return the support of each place against each other one.

    Actor ``k`` supports place ``a`` against place ``b`` with its weight times what it loses less at ``a``, and does
    not vote where it would lose more.

    Parameters
    ----------
    losses
        What each actor loses at each place. [shape (..., actors, places)]
    weights
        [shape (..., actors)]

    Returns
    -------
    Numbers
        ``[a, b]``: support of ``a`` against ``b``. [shape (..., places, places)]
    """
    actors, places = losses.shape[-2:]
    if actors >= _MANY:
        rows = (losses * weights[..., None]).reshape(-1, actors, places)
        return np.stack([_counted(row) for row in rows]).reshape(*losses.shape[:-2], places, places)
    total = np.zeros((*losses.shape[:-2], places, places))
    for actor in range(actors):
        loss = losses[..., actor, :]
        spared = loss[..., None, :] - loss[..., :, None]
        total += weights[..., actor, None, None] * np.maximum(spared, 0, out=spared)
    return total


def _counted(costs: Numbers) -> Numbers:
    """Return the support of one bargain [shapes (actors, places) to (places, places)].

    Votes for one place less those for another are the difference of what both cost everybody; votes for either are how
    far their costs lie apart.
    """
    from scipy.spatial.distance import pdist, squareform

    cast = squareform(pdist(costs.T, "cityblock"))
    together = costs.sum(axis=0)
    found = (cast + (together[None, :] - together[:, None])) / 2
    return np.where(found > _ROUNDING * together.max(initial=0.0), found, 0.0)
