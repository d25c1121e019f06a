"""Tornado: each uncertain number at its ends, all others in the middle, and whether the answer is another."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np

from detente.methods.bargaining.packages.draws import affordable
from detente.methods.bargaining.packages.numbers import Doubt, Layout
from detente.methods.bargaining.packages.rules import nash
from detente.methods.bargaining.packages.space import Numbers, Packages
from detente.methods.bargaining.packages.zone import slack

_BLOCK = 1 << 22
"""How many utilities are worked out together, so that memory stays bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What comes out of one row of numbers.

    Attributes
    ----------
    slack
        How far the zone is open: negative where it is empty.
    nash
        The packages of the Nash solution, numbered among those that are worked out.
    """

    slack: float
    nash: Packages

    @property
    def is_open(self) -> bool:
        """Whether a package lies in the zone."""
        return self.slack >= 0

    def same(self, other: Answer) -> bool:
        """Whether the zone is open in both or in none, and the Nash solution is the same."""
        return self.is_open == other.is_open and np.array_equal(self.nash, other.nash)


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
    low: Answer
    high: Answer

    @property
    def span(self) -> float:
        """By how much the zone opens or closes between the ends."""
        return abs(self.high.slack - self.low.slack)

    def rank(self, middle: Answer) -> tuple[int, float]:
        """Return a key by which those come first that open or close the zone, then those that change the solution."""
        opens = sum(end.is_open != middle.is_open for end in (self.low, self.high))
        changes = sum(not end.same(middle) for end in (self.low, self.high))
        return (0 if opens else 1 if changes else 2), -self.span

    def flips(self, middle: Answer) -> bool:
        """Whether the answer at one of its ends is another than in the middle."""
        return not (self.low.same(middle) and self.high.same(middle))


def answers(layout: Layout, rows: Numbers) -> list[Answer]:
    """Return what comes out of each row of numbers."""
    found: list[Answer] = []
    step = max(1, _BLOCK // (prod(layout.sizes) * layout.parties))
    for start in range(0, len(rows), step):
        block = rows[start : start + step]
        gains, power = layout.gains(block), layout.power(block)
        for each, opened, weight in zip(gains, slack(gains), power, strict=True):
            found.append(Answer(float(opened), np.flatnonzero(nash(each, weight))))
    return found


def tornado(layout: Layout, doubt: Doubt, middle: Answer) -> tuple[Swing, ...]:
    """Return what each uncertain number does at its ends: first those that open or close the zone.

    Then come those that change the Nash solution, and the others; of the same kind, those first that move the zone
    most. Where there are many packages only the first numbers of a row are turned, as many as :func:`affordable` says.
    """
    places = doubt.uncertain
    places = places[: affordable(places.size, layout)]
    rows = np.repeat(doubt.middle[np.newaxis], 2 * places.size, axis=0)
    rows[np.arange(places.size) * 2, places] = doubt.low[places]
    rows[np.arange(places.size) * 2 + 1, places] = doubt.high[places]
    ends = answers(layout, rows)
    found = [Swing(int(place), ends[2 * k], ends[2 * k + 1]) for k, place in enumerate(places)]
    return tuple(sorted(found, key=lambda swing: swing.rank(middle)))
