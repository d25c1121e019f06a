"""Probabilistic Condorcet as KTAB reckons it: equal positions are one place, which challenges once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.bargaining.spatial.contest import prevailing
from detente.methods.bargaining.spatial.rule import Rule

if TYPE_CHECKING:
    from detente.methods.bargaining.spatial.rule import Bargain, Numbers


def settle(bargain: Bargain) -> Numbers:
    """Return the mean of the places, each as likely as it prevails in the long run [shape (...)].

    References
    ----------
    WiseLesterEfird2015, KTABCode2015
    """
    return np.asarray((prevailing(bargain, merged=True) * bargain.positions).sum(axis=-1))


RULE = Rule(
    key="condorcet_merged",
    order=41,
    title="Probabilistic Condorcet, equal positions merged (KTAB)",
    meaning="Places challenge each other again and again, and win as often as they have support; a place challenges "
    "once, however many hold it.",
    references=("WiseLesterEfird2015", "KTABCode2015"),
    settle=settle,
    compares_all=True,
)
