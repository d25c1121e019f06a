"""Tornado: each uncertain number at its ends, all others in the middle, and whether the answer is another."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from detente.methods.bargaining.packages.draws import affordable
from detente.methods.bargaining.packages.rule import Rule
from detente.methods.bargaining.packages.space import Numbers, Packages
from detente.methods.bargaining.packages.utility import Doubt, UtilityModel
from detente.methods.bargaining.packages.zone import slack

_BLOCK = 1 << 22
"""How many utilities are worked out together, so that memory stays bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """What comes out of one row of numbers.

    Attributes
    ----------
    slack
        How far the zone is open: negative where it is empty.
    chosen
        The packages that the rule chooses, numbered among those that are worked out.
    """

    slack: float
    chosen: Packages

    @property
    def is_open(self) -> bool:
        """Whether a package lies in the zone."""
        return self.slack >= 0

    def same(self, other: Solution) -> bool:
        """Whether the zone is open in both or in none, and the rule chooses the same."""
        return self.is_open == other.is_open and np.array_equal(self.chosen, other.chosen)


@dataclass(frozen=True, slots=True, eq=False)
class Swing:
    """One number at its ends.

    Attributes
    ----------
    place
        Its place in a row.
    low, high
        What comes out when it is as low, and as high, as it may be.
    """

    place: int
    low: Solution
    high: Solution

    @property
    def span(self) -> float:
        """By how much the zone opens or closes between the ends."""
        return abs(self.high.slack - self.low.slack)

    def rank(self, middle: Solution) -> tuple[int, float]:
        """Return a key by which those come first that open or close the zone, then those that change what is chosen."""
        opens = sum(end.is_open != middle.is_open for end in (self.low, self.high))
        changes = sum(not end.same(middle) for end in (self.low, self.high))
        return (0 if opens else 1 if changes else 2), -self.span

    def flips(self, middle: Solution) -> bool:
        """Whether what comes out at one of its ends is another than in the middle."""
        return not (self.low.same(middle) and self.high.same(middle))


def solve(utility: UtilityModel, rows: Numbers, rule: Rule) -> list[Solution]:
    """Return what comes out of each row of numbers by a rule."""
    found: list[Solution] = []
    step = max(1, _BLOCK // (prod(utility.sizes) * utility.parties))
    for start in range(0, len(rows), step):
        block = rows[start : start + step]
        gains = utility.gains(block)
        for opened, chosen in zip(slack(gains), rule.choose(gains, utility.power(block)), strict=True):
            found.append(Solution(float(opened), np.flatnonzero(chosen)))
    return found


def tornado(utility: UtilityModel, doubt: Doubt, middle: Solution, rule: Rule) -> tuple[Swing, ...]:
    """Return what each uncertain number does at its ends: first those that open or close the zone.

    Then come those that change what the rule chooses, and the others; of the same kind, those first that move the zone
    most. Where there are many packages only the first numbers of a row are turned, as many as :func:`affordable` says.
    """
    places = doubt.uncertain
    places = places[: affordable(places.size, utility)]
    rows = np.repeat(doubt.middle[np.newaxis], 2 * places.size, axis=0)
    rows[np.arange(places.size) * 2, places] = doubt.low[places]
    rows[np.arange(places.size) * 2 + 1, places] = doubt.high[places]
    ends = solve(utility, rows, rule)
    found = [Swing(int(place), ends[2 * k], ends[2 * k + 1]) for k, place in enumerate(places)]
    return tuple(sorted(found, key=lambda swing: swing.rank(middle)))
