"""Bargaining rules on packages: Nash, Kalai and Smorodinsky, and the egalitarian one, each with all that tie."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.packages.frontier import efficient
from detente.methods.bargaining.packages.leximin import leximin
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
    """Return the packages of the asymmetric Nash solution that are Pareto-efficient [shape (packages,)].

    Parameters are those of :func:`nash_ties`, of one case. What ties can only be dominated where a party has no power
    at all.

    References
    ----------
    NashBargaining1950, Kalai1977
    """
    return efficient(gains, nash_ties(gains, power))


def kalai_smorodinsky(gains: Numbers) -> Mask:
    """Return the packages where the least share of what each could gain at most is largest, by leximin.

    What a party could gain at most is meant within the zone. Who can gain nothing there is left out of account.

    Parameters
    ----------
    gains
        By how much each package beats each party's alternative. [shape (parties, packages)]

    Returns
    -------
    Mask
        All that tie; none where the zone is empty. [shape (packages,)]

    References
    ----------
    KalaiSmorodinsky1975, Imai1983
    """
    inside = zone(gains)
    most = gains.max(axis=1, where=inside, initial=0.0)
    if not (most > 0).any():
        return inside
    hopeful = most > 0
    return efficient(gains, leximin(snap_derived(gains[hopeful] / most[hopeful, np.newaxis]), inside))


def egalitarian(gains: Numbers) -> Mask:
    """Return the packages where whoever gains least gains most, by leximin; all that tie [shape (packages,)].

    References
    ----------
    KalaiProportional1977, Imai1983
    """
    return leximin(gains, zone(gains))
