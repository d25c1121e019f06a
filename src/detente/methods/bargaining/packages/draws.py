"""Draws: how often the zone is empty, and how often each package lies in it and is the Nash solution."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from detente.methods.bargaining.packages.numbers import Doubt, Layout
from detente.methods.bargaining.packages.rules import nash, nash_ties
from detente.methods.bargaining.packages.space import Mask, Numbers
from detente.methods.bargaining.packages.zone import zone
from detente.methods.uniforms import uniforms

MOST_UTILITIES = 1 << 28
"""How many utilities are worked out at most: where there are many packages there are fewer draws."""

_HELD = 4
"""How many arrays of utilities are held while a block is worked on, gains and what follows from them."""


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


def held(layout: Layout) -> int:
    """Return how many numbers are held for each draw while packages are worked out."""
    return _HELD * prod(layout.sizes) * layout.parties


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
    """
    packages = layout.packages
    inside, wins = np.zeros(packages), np.zeros(packages)
    empty = 0
    for block in uniforms(doubt.uncertain.size, draws, rng, held=held(layout)):
        rows = doubt.at(block.T)
        gains = layout.gains(rows)
        within = zone(gains)
        inside += within.sum(axis=0)
        empty += int((~within.any(axis=1)).sum())
        wins += _winners(gains, layout.power(rows)).sum(axis=0)
    return Shares(draws, empty / draws, inside / draws, wins / draws)


def _winners(gains: Numbers, power: Numbers) -> Mask:
    """Return the Nash solution of each draw [shape (draws, packages)]."""
    found = nash_ties(gains, power)
    for draw in np.flatnonzero((power == 0).any(axis=1) & (found.sum(axis=1) > 1)):
        found[draw] = nash(gains[draw], power[draw])
    return found
