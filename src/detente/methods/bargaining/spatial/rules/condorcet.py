"""Probabilistic Condorcet: positions beat each other by chance, over and over; every actor challenges with its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.contest import prevailing
from detente.methods.bargaining.spatial.rule import Rule

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers


def settle(bargain: Bargain) -> Numbers:
    """Return the mean of the positions, each as likely as it prevails in the long run [shape (...)].

    References
    ----------
    WiseLesterEfird2015
    """
    return np.asarray((prevailing(bargain, merged=False) * bargain.positions).sum(axis=-1))


RULE = Rule(
    key="condorcet",
    order=40,
    title="Probabilistic Condorcet",
    meaning="Actors challenge each other with their positions again and again, and win as often as they have support; "
    "a place that more actors hold challenges more often.",
    references=("WiseLesterEfird2015",),
    settle=settle,
    compares_all=True,
)
