"""The weighted median: the position that no weighted majority would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.rule import Rule

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers

_ROUNDING = 1e-12


def settle(bargain: Bargain) -> Numbers:
    """Return the least position up to which half of the weight stands [shape (...)].

    References
    ----------
    Black1948
    """
    return weighted_median(bargain.positions, bargain.weights)


def weighted_median(positions: Numbers, weights: Numbers) -> Numbers:
    """Return the least position whose cumulative weight reaches half [shapes (..., actors) to (...)]."""
    order = np.argsort(positions, axis=-1)
    reached = np.cumsum(np.take_along_axis(weights, order, axis=-1), axis=-1)
    middle = (reached >= reached[..., -1:] * (0.5 - _ROUNDING)).argmax(axis=-1)
    place = np.take_along_axis(order, middle[..., None], axis=-1)
    return np.asarray(np.take_along_axis(positions, place, axis=-1)[..., 0])


RULE = Rule(
    key="median",
    order=20,
    title="Weighted median",
    meaning="The position at which half of all weight stands on either side, so that no majority wants to leave it.",
    references=("Black1948",),
    settle=settle,
)
