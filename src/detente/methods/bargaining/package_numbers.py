"""The numbers behind packages: alternatives, power, weights and values, as one row that can be drawn anew."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.methods.bargaining.package_space import Numbers, Packages, contributions, utilities
from detente.methods.bargaining.package_zone import gains


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each number stands in a row: alternatives, power, weights by party and issue, then values by issue.

    Attributes
    ----------
    parties
        How many parties there are.
    sizes
        How many outcomes each issue has.
    """

    parties: int
    sizes: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many numbers a row has."""
        return self.parties * (2 + len(self.sizes) + sum(self.sizes))

    def batna(self, rows: Numbers) -> Numbers:
        """Return the utility of each party's alternative [shape (..., parties)]."""
        return rows[..., : self.parties]

    def power(self, rows: Numbers) -> Numbers:
        """Return each party's bargaining weight [shape (..., parties)]."""
        return rows[..., self.parties : 2 * self.parties]

    def weights(self, rows: Numbers) -> Numbers:
        """Return the weight of each issue to each party [shape (..., parties, issues)]."""
        start = 2 * self.parties
        part = rows[..., start : start + self.parties * len(self.sizes)]
        return part.reshape(*rows.shape[:-1], self.parties, len(self.sizes))

    def values(self, rows: Numbers) -> list[Numbers]:
        """Return by issue the value of its outcomes to each party [each shape (..., parties, outcomes)]."""
        found, start = [], self.parties * (2 + len(self.sizes))
        for size in self.sizes:
            part = rows[..., start : start + self.parties * size]
            found.append(part.reshape(*rows.shape[:-1], self.parties, size))
            start += self.parties * size
        return found

    def parts(self, rows: Numbers) -> list[Numbers]:
        """Return by issue what its outcomes add to each party's utility [each shape (..., parties, outcomes)]."""
        return contributions(self.values(rows), self.weights(rows))

    def gains(self, rows: Numbers) -> Numbers:
        """Return by how much each package beats each party's alternative [shape (..., parties, packages)]."""
        return gains(utilities(self.parts(rows)), self.batna(rows))


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """What each number of a row may be.

    Attributes
    ----------
    low, high
        Its bounds, equal where it is known. [shape (numbers,)]
    mode
        The most likely value, or not a number where none is stated. [shape (numbers,)]
    """

    low: Numbers
    high: Numbers
    mode: Numbers

    @property
    def uncertain(self) -> Packages:
        """Return the places of the numbers that are not known exactly."""
        return np.flatnonzero(self.low < self.high)

    @property
    def middle(self) -> Numbers:
        """Return what each number is on average [shape (numbers,)]."""
        plain = (self.low + self.high) / 2
        return np.where(np.isnan(self.mode), plain, (self.low + self.mode + self.high) / 3)

    def at(self, uniform: Numbers) -> Numbers:
        """Return rows of numbers: each as likely as any other of its interval, or rising to its mode and falling.

        Parameters
        ----------
        uniform
            Random numbers in 0..1. [shape (draws, uncertain)]

        Returns
        -------
        Numbers
            [shape (draws, numbers)]
        """
        places = self.uncertain
        low, high, mode = self.low[places], self.high[places], self.mode[places]
        stated = np.where(np.isnan(mode), low, mode)
        peak = (stated - low) / (high - low)
        rising = low + np.sqrt(uniform * (high - low) * (stated - low))
        falling = high - np.sqrt((1 - uniform) * (high - low) * (high - stated))
        plain = low + uniform * (high - low)
        rows = np.tile(self.middle, (len(uniform), 1))
        rows[:, places] = np.where(np.isnan(mode), plain, np.where(uniform < peak, rising, falling))
        return rows
