"""Additive utility of packages: alternatives, power, weights and values as a row of numbers, to be drawn anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod

import numpy as np

from detente.methods.bargaining.packages.space import Mask, Numbers, Packages, added, contributions, snap
from detente.methods.bargaining.packages.zone import gains


@dataclass(frozen=True, slots=True, eq=False)
class Conditions:
    """What matters to parties whichever issue it is about.

    Attributes
    ----------
    owners
        The number of the party that each matters to.
    truths
        In which packages each holds. [shape (conditions, packages)]
    """

    owners: tuple[int, ...] = ()
    truths: Mask = field(default_factory=lambda: np.empty((0, 0), dtype=np.bool_))


@dataclass(frozen=True, slots=True, eq=False)
class UtilityModel:
    """What packages are worth by a row of numbers.

    First come the alternatives, then power, weights by party and issue, values by issue, and weights of conditions.

    Attributes
    ----------
    parties
        How many parties there are.
    sizes
        How many outcomes each issue has.
    conditions
        What counts beside the issues.
    barred
        The packages that somebody accepts in no case; ``None`` where there are none. [shape (all packages,)]
    among
        The packages that are worked out; ``None`` for all.
    """

    parties: int
    sizes: tuple[int, ...]
    conditions: Conditions = Conditions()
    barred: Mask | None = None
    among: Packages | None = None

    @property
    def count(self) -> int:
        """How many numbers a row has."""
        return self.parties * (2 + len(self.sizes) + sum(self.sizes)) + len(self.conditions.owners)

    @property
    def packages(self) -> int:
        """How many packages are worked out."""
        return prod(self.sizes) if self.among is None else self.among.size

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

    def utilities(self, rows: Numbers) -> Numbers:
        """Return what packages are worth to each party, to twelve decimals [shape (..., parties, packages)].

        It adds value times weight of the issues, and the weights of the conditions that hold. The weights of each
        party, of issues and conditions together, are divided by their sum, so that a utility lies where values lie.

        Raises
        ------
        ValueError
            If the weights of a party do not add up to more than nought.
        """
        weights, stressed = self.weights(rows), rows[..., self.count - len(self.conditions.owners) :]
        total = weights.sum(axis=-1)
        for k, owner in enumerate(self.conditions.owners):
            total[..., owner] += stressed[..., k]
        if not (total > 0).all():
            raise ValueError("the weights of each party must add up to more than nought")
        worth = added(contributions(self.values(rows), weights, total))
        for k, owner in enumerate(self.conditions.owners):
            share = stressed[..., k] / total[..., owner]
            worth[..., owner, :] += share[..., np.newaxis] * self.conditions.truths[k]
        return snap(worth if self.among is None else worth[..., self.among])

    def gains(self, rows: Numbers) -> Numbers:
        """Return by how much each package beats each party's alternative [shape (..., parties, packages)].

        What is barred has no price: there the gains of all parties are minus infinity.
        """
        found = gains(self.utilities(rows), self.batna(rows))
        if self.barred is not None:
            found[..., self.barred if self.among is None else self.barred[self.among]] = -np.inf
        return found


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
