"""Bargains that Hypothesis invents, and a slow twin that reads the definitions aloud, in fractions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import numpy as np
from hypothesis import strategies as st

from detente.methods.bargaining.packages.space import Mask, Numbers, PackageSpace
from detente.methods.bargaining.packages.utility import Conditions, UtilityModel

Package = tuple[int, ...]


@dataclass(frozen=True)
class Bargain:
    """Values in quarters by party, issue and outcome; whole weights; alternatives in eighths; whole powers.

    A condition is a party, a whole weight, and the packages in which it holds.
    """

    values: tuple[tuple[tuple[int, ...], ...], ...]
    weights: tuple[tuple[int, ...], ...]
    batna: tuple[int, ...]
    power: tuple[int, ...]
    conditions: tuple[tuple[int, int, frozenset[Package]], ...] = ()

    @property
    def parties(self) -> range:
        """The numbers of the parties."""
        return range(len(self.values))

    @property
    def packages(self) -> list[Package]:
        """Every package, the last issue changing fastest."""
        return list(product(*(range(len(outcomes)) for outcomes in self.values[0])))

    def utility(self, i: int, package: Package) -> Fraction:
        """Return what a package is worth to a party."""
        weighed = [Fraction(w * v[a], 4) for w, v, a in zip(self.weights[i], self.values[i], package, strict=True)]
        own = [(weight, package in where) for owner, weight, where in self.conditions if owner == i]
        met = sum(weight for weight, holds in own if holds)
        return (sum(weighed, Fraction(0)) + met) / (sum(self.weights[i]) + sum(weight for weight, _ in own))

    def gain(self, i: int, package: Package) -> Fraction:
        """Return what a package is worth to a party beyond its alternative."""
        return self.utility(i, package) - Fraction(self.batna[i], 8)

    def gains(self, package: Package) -> tuple[Fraction, ...]:
        """Return what it is worth to each."""
        return tuple(self.gain(i, package) for i in self.parties)

    def zone(self) -> list[Package]:
        """Return the packages to which nobody has a better alternative."""
        return [package for package in self.packages if min(self.gains(package)) >= 0]

    def efficient(self, packages: list[Package]) -> list[Package]:
        """Those that no other among them dominates."""
        return [
            a
            for a in packages
            if not any(
                all(x >= y for x, y in zip(self.gains(b), self.gains(a), strict=True))
                and self.gains(b) != self.gains(a)
                for b in packages
            )
        ]

    def nash(self) -> list[Package]:
        """Return the largest product of gains, as shares of the largest; of products of nought, the limit."""
        most = [max((self.gain(i, package) for package in self.zone()), default=Fraction(0)) for i in self.parties]

        def key(package: Package) -> tuple[int, Fraction]:
            shares = [g / top if g else g for g, top in zip(self.gains(package), most, strict=True)]
            each = list(zip(shares, self.power, strict=True))
            return -sum(b for g, b in each if g == 0), prod((g**b for g, b in each if g > 0), start=Fraction(1))

        return self.efficient(_best(self.zone(), key))

    def leximin(self, most: Iterable[Fraction]) -> list[Package]:
        """Return the best for the worst off, in shares of what each could have."""
        hopeful = [(i, top) for i, top in enumerate(most) if top > 0]
        return _best(self.zone(), lambda package: sorted(self.gain(i, package) / top for i, top in hopeful))

    def kalai_smorodinsky(self) -> list[Package]:
        """Return the largest least share of what each could gain at most in the zone."""
        zone = self.zone()
        return self.leximin(
            [max((self.gain(i, package) for package in zone), default=Fraction(0)) for i in self.parties]
        )

    def egalitarian(self) -> list[Package]:
        """Return the largest least gain."""
        return self.leximin([Fraction(1) for _ in self.parties])

    @property
    def space(self) -> PackageSpace:
        """The packages as the kernels see them."""
        return PackageSpace(tuple(map(len, self.values[0])))

    @property
    def model(self) -> UtilityModel:
        """Where numbers stand in a row."""
        truths = np.array([[package in where for package in self.packages] for _, _, where in self.conditions])
        owners = tuple(owner for owner, _, _ in self.conditions)
        return UtilityModel(len(self.values), self.space.sizes, Conditions(owners, truths))

    @property
    def row(self) -> Numbers:
        """The numbers in a row."""
        by_issue = zip(*self.values, strict=True)
        values = [np.array(each).reshape(-1) / 4 for each in by_issue]
        head = np.concatenate([np.array(self.batna) / 8, self.power, np.array(self.weights).reshape(-1)])
        return np.concatenate([head, *values, [weight for _, weight, _ in self.conditions]])

    def arrays(self) -> Numbers:
        """Return the gains as the kernels see them [shape (parties, packages)]."""
        return self.model.gains(self.row)

    def named(self, found: Mask) -> list[Package]:
        """Return what a mask marks."""
        return [package for package, is_in in zip(self.packages, found.tolist(), strict=True) if is_in]


def _best(packages: list[Package], key: Callable[[Package], Any]) -> list[Package]:
    best = max(map(key, packages), default=None)
    return [package for package in packages if key(package) == best]


@st.composite
def bargains(draw: st.DrawFn) -> Bargain:
    """Return a bargain of two to four parties on one to three issues, with up to three conditions."""
    parties, sizes = draw(st.integers(2, 4)), draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    values = [[draw(st.tuples(*[st.integers(0, 4)] * size)) for size in sizes] for _ in range(parties)]
    weights = st.tuples(*[st.integers(0, 3)] * len(sizes)).filter(any)
    packages = st.frozensets(st.tuples(*[st.integers(0, size - 1) for size in sizes]))
    condition = st.tuples(st.integers(0, parties - 1), st.integers(0, 4), packages)
    return Bargain(
        tuple(map(tuple, values)),
        tuple(draw(weights) for _ in range(parties)),
        tuple(draw(st.integers(0, 6)) for _ in range(parties)),
        tuple(draw(st.integers(0, 3)) for _ in range(parties)),
        tuple(draw(st.lists(condition, max_size=3))),
    )
