"""Kalai and Smorodinsky: the largest least share of what each could gain at most."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.packages.frontier import efficient
from detente.methods.bargaining.packages.leximin import leximin
from detente.methods.bargaining.packages.rule import Rule
from detente.methods.bargaining.packages.space import Mask, Numbers, snap_derived
from detente.methods.bargaining.packages.zone import zone


def kalai_smorodinsky(gains: Numbers, power: Numbers) -> Mask:
    """Return the packages where the least share of what each could gain at most is largest, by leximin.

    What a party could gain at most is meant within the zone. Who can gain nothing there is left out of account.

    Parameters
    ----------
    gains
        By how much each package beats each party's alternative. [shape (..., parties, packages)]
    power
        Bargaining weights, which do not matter here.

    Returns
    -------
    Mask
        All that tie; none where the zone is empty. [shape (..., packages)]

    References
    ----------
    KalaiSmorodinsky1975, Imai1983
    """
    del power
    inside = zone(gains)
    most = gains.max(axis=-1, where=inside[..., np.newaxis, :], initial=0.0, keepdims=True)
    shares = np.where(most > 0, snap_derived(gains / np.where(most > 0, most, 1.0)), np.inf)
    return efficient(gains, leximin(shares, inside))


RULE = Rule(
    key="kalai_smorodinsky",
    order=20,
    name="Kalai–Smorodinsky",
    whose="Kalai and Smorodinsky’s",
    meaning="the largest least share of what each could gain at most among the packages that all accept",
    references=("KalaiSmorodinsky1975",),
    choose=kalai_smorodinsky,
)
