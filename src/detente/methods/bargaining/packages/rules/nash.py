"""Nash: the largest product of gains over no deal, each raised to its party's power."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.packages.frontier import efficient
from detente.methods.bargaining.packages.rule import Rule
from detente.methods.bargaining.packages.space import Mask, Numbers, snap, snap_derived
from detente.methods.bargaining.packages.zone import zone


def nash_ties(gains: Numbers, power: Numbers) -> Mask:
    """Return the packages with the largest product of gains, each raised to its party's power.

    Where somebody gains nothing in every package of the zone, all products are nought. Then the limit decides of
    alternatives that are worse by an ever smaller share of what each could gain at most in the zone: the least power of
    those who gain nothing, then the largest product of the others' shares. As a share has no scale, neither has this.

    Parameters
    ----------
    gains
        By how much each package beats each party's alternative. [shape (..., parties, packages)]
    power
        Bargaining weights, not negative. [shape (..., parties)]

    Returns
    -------
    Mask
        All that tie; none where the zone is empty. [shape (..., packages)]
    """
    weight = power[..., np.newaxis]
    inside = zone(gains)
    nothing = snap(np.where(inside, (weight * (gains == 0)).sum(axis=-2), np.inf))
    best = inside & (nothing == nothing.min(axis=-1, keepdims=True))
    most = gains.max(axis=-1, where=inside[..., np.newaxis, :], initial=0.0, keepdims=True)
    shares = np.where(gains > 0, gains, 1.0) / np.where(most > 0, most, 1.0)
    logs = (weight * np.log(np.where(gains > 0, shares, 1.0))).sum(axis=-2)
    score = snap_derived(np.where(best, logs, -np.inf))
    return np.asarray(best & (score == score.max(axis=-1, keepdims=True)))


def nash(gains: Numbers, power: Numbers) -> Mask:
    """Return the packages of the asymmetric Nash solution that are Pareto-efficient [shape (..., packages)].

    Parameters are those of :func:`nash_ties`. What ties can only be dominated where a party has no power at all.

    References
    ----------
    NashBargaining1950, Kalai1977
    """
    ties = nash_ties(gains, power)
    unsettled = (power == 0).any(axis=-1, keepdims=True)
    return np.where(unsettled, efficient(gains, ties & unsettled), ties)


RULE = Rule(
    key="nash",
    order=10,
    name="Nash",
    whose="Nash’s",
    meaning="the largest product of gains over no deal, each raised to its party's power",
    references=("NashBargaining1950", "Kalai1977"),
    choose=nash,
)
