"""The compromise model: the mean of the positions, weighted by capability and salience."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.rule import Rule

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers


def settle(bargain: Bargain) -> Numbers:
    """Return the weighted mean of the positions [shape (...)].

    References
    ----------
    VandenBos1991, Achen2006
    """
    return np.asarray((bargain.weights * bargain.positions).sum(axis=-1) / bargain.weights.sum(axis=-1))


def leverage(weights: Numbers) -> Numbers:
    """Return how far the compromise moves when an actor moves by one: its share of all weight [shape (..., actors)]."""
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


RULE = Rule(
    key="compromise",
    order=10,
    title="Compromise (weighted mean)",
    meaning="Everybody gives way to everybody, in proportion to capability times salience.",
    references=("VandenBos1991", "Achen2006"),
    settle=settle,
)
