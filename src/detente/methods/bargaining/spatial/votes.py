"""Votes: how much weight would rather have one place than another."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.spatial.rule import Numbers


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
    total = np.zeros((*losses.shape[:-2], losses.shape[-1], losses.shape[-1]))
    for actor in range(losses.shape[-2]):  # one at a time, so that memory stays bounded
        loss = losses[..., actor, :]
        spared = loss[..., None, :] - loss[..., :, None]
        total += weights[..., actor, None, None] * np.maximum(spared, 0, out=spared)
    return total
