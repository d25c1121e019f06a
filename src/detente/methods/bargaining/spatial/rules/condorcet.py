"""Probabilistic Condorcet: positions beat each other by chance, over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.rule import Rule
from detente.methods.bargaining.spatial.votes import support

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers

BLOCK = 1 << 10
"""How many bargains are solved together, so that memory stays bounded."""


def settle(bargain: Bargain) -> Numbers:
    """Return the mean of the positions, each as likely as it prevails in the long run [shape (...)].

    References
    ----------
    WiseLesterEfird2015
    """
    return np.asarray((prevailing(bargain) * bargain.positions).sum(axis=-1))


def prevailing(bargain: Bargain) -> Numbers:
    """Return how likely each actor's position prevails in the long run.

    Position ``a`` beats ``b`` with probability ``S_ab / (S_ab + S_ba)``, where ``S_ab`` is the support of ``a`` against
    ``b``; nobody's support is an even chance. Whatever prevails is challenged by one of the positions, each as likely,
    its own among them; the answer is the limit of that chain. The choice of challenger is from memory of KTAB's
    uniform Markov process.

    Returns
    -------
    Numbers
        Probabilities. [shape (..., actors)]

    References
    ----------
    WiseLesterEfird2015
    """
    actors = bargain.positions.shape[-1]
    places, weights = (np.reshape(values, (-1, actors)) for values in (bargain.positions, bargain.weights))
    parts = [slice(start, start + BLOCK) for start in range(0, len(places), BLOCK)]
    found = [_limit(_victories(places[part], weights[part])) for part in parts]
    return np.concatenate(found or [places]).reshape(bargain.positions.shape)


def _victories(positions: Numbers, weights: Numbers) -> Numbers:
    """Return the probability with which each position beats each other one [shape (bargains, actors, actors)]."""
    backing = support(np.abs(positions[..., :, None] - positions[..., None, :]), weights)
    both = backing + np.swapaxes(backing, -1, -2)
    return np.divide(backing, both, out=np.full_like(both, 0.5), where=both > 0)


def _limit(wins: Numbers) -> Numbers:
    """Return the limit of the chain of challenges [shapes (bargains, actors, actors) to (bargains, actors)].

    Of any two positions one can follow the other, so that the chain has one limit wherever it begins.
    """
    count = wins.shape[-1]
    flow = wins / count  # into a, from b
    stays = wins.sum(axis=-1) / count
    flow[..., range(count), range(count)] += stays
    system = flow - np.eye(count)
    system[..., -1, :] = 1.0
    right = np.zeros((*system.shape[:-1], 1))
    right[..., -1, 0] = 1.0
    return np.asarray(np.linalg.solve(system, right)[..., 0])


RULE = Rule(
    key="condorcet",
    order=40,
    title="Probabilistic Condorcet",
    meaning="Positions challenge each other again and again, and win as often as they have support.",
    references=("WiseLesterEfird2015",),
    settle=settle,
)
