"""Draws: how often the zone is empty, and how often each package lies in it and is the Nash solution."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from detente.methods.bargaining.package_numbers import Doubt, Layout
from detente.methods.bargaining.package_rules import nash, nash_ties
from detente.methods.bargaining.package_space import Mask, Numbers
from detente.methods.bargaining.package_zone import zone

BLOCK = 1 << 22
"""How many utilities are worked out together, so that memory stays bounded."""

MOST_UTILITIES = 1 << 29
"""How many utilities are worked out at most: where there are many packages there are fewer draws."""

MOST_SOBOL = 21_201
"""Above this number of uncertain numbers they are plainly random rather than spread evenly."""


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """What came out.

    Attributes
    ----------
    draws
        How many there were.
    empty
        Share of the draws in which nothing lies in the zone.
    inside, wins
        For each package that is worked out, the share of the draws in which it lies in the zone, and in which no
        package is better by the Nash solution. [shape (packages,)]
    """

    draws: int
    empty: float
    inside: Numbers
    wins: Numbers


def affordable(draws: int, layout: Layout) -> int:
    """Return how many of the draws asked for are made: fewer where there are many packages, at least one."""
    return max(1, min(draws, MOST_UTILITIES // (prod(layout.sizes) * layout.parties)))


def draw_packages(layout: Layout, doubt: Doubt, draws: int, rng: np.random.Generator) -> Shares:
    """Return how sure the zone and the Nash solution are.

    Parameters
    ----------
    layout, doubt
        The numbers, and what each may be.
    draws
        How many rows of numbers to draw.
    rng
        Where randomness comes from.

    References
    ----------
    Owen1998
    """
    uniform = spread(doubt.uncertain.size, draws, rng)
    packages = layout.packages
    inside, wins = np.zeros(packages), np.zeros(packages)
    empty = 0
    step = max(1, BLOCK // (prod(layout.sizes) * layout.parties))
    for start in range(0, draws, step):
        rows = doubt.at(uniform[start : start + step])
        gains = layout.gains(rows)
        within = zone(gains)
        inside += within.sum(axis=0)
        empty += int((~within.any(axis=1)).sum())
        wins += _winners(gains, layout.power(rows)).sum(axis=0)
    return Shares(draws, empty / draws, inside / draws, wins / draws)


def spread(inputs: int, draws: int, rng: np.random.Generator) -> Numbers:
    """Return evenly spread random numbers in 0..1 [shape (draws, inputs)]."""
    from scipy.stats import qmc

    if not 0 < inputs <= MOST_SOBOL:
        return rng.random((draws, inputs))
    whole = 1 << (draws - 1).bit_length()  # the points spread evenly in powers of two
    return np.asarray(qmc.Sobol(inputs, rng=rng).random(whole)[:draws])


def _winners(gains: Numbers, power: Numbers) -> Mask:
    """Return the Nash solution of each draw [shape (draws, packages)]."""
    found = nash_ties(gains, power)
    for draw in np.flatnonzero((power == 0).any(axis=1) & (found.sum(axis=1) > 1)):
        found[draw] = nash(gains[draw], power[draw])
    return found
