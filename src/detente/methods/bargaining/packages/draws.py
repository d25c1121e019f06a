"""Draws: how often the zone is empty, and how often each package lies in it and is what a rule chooses."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from detente.methods.bargaining.packages.rule import Rule
from detente.methods.bargaining.packages.space import Numbers
from detente.methods.bargaining.packages.utility import Doubt, UtilityModel
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
    inside, chosen
        For each package that is worked out, the share of the draws in which it lies in the zone, and in which the rule
        chooses it. [shape (packages,)]
    """

    draws: int
    empty: float
    inside: Numbers
    chosen: Numbers


def affordable(draws: int, utility: UtilityModel) -> int:
    """Return how many of the draws asked for are made: fewer where there are many packages, at least one."""
    return max(1, min(draws, MOST_UTILITIES // (prod(utility.sizes) * utility.parties)))


def held(utility: UtilityModel) -> int:
    """Return how many numbers are held for each draw while packages are worked out."""
    return _HELD * prod(utility.sizes) * utility.parties


def draw_packages(utility: UtilityModel, doubt: Doubt, draws: int, rng: np.random.Generator, rule: Rule) -> Shares:
    """Return how sure the zone is, and what a rule chooses in it.

    Parameters
    ----------
    utility, doubt
        The numbers, and what each may be.
    draws
        How many rows of numbers to draw.
    rng
        Where randomness comes from.
    rule
        The rule that chooses in each draw.
    """
    packages = utility.packages
    inside, chosen = np.zeros(packages), np.zeros(packages)
    empty = 0
    for block in uniforms(doubt.uncertain.size, draws, rng, held=held(utility)):
        rows = doubt.at(block.T)
        gains = utility.gains(rows)
        within = zone(gains)
        inside += within.sum(axis=0)
        empty += int((~within.any(axis=1)).sum())
        chosen += rule.choose(gains, utility.power(rows)).sum(axis=0)
    return Shares(draws, empty / draws, inside / draws, chosen / draws)
