"""The packages as two of the parties see them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.settlement.packages.words import party_names
from detente.lenses.settlement.packages.zone.plane.dots import drawn_packages
from detente.methods.bargaining.packages.frontier import frontier
from detente.methods.bargaining.packages.zone import slack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa
    from detente.methods.bargaining.packages.space import Mask, Numbers, Packages


_BARRED = 3


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """The packages as two of the parties see them.

    Attributes
    ----------
    analysis, zopa
        The packages.
    pair
        Whose utilities lie across and upwards.
    worth, gains
        What each package is worth to the two, and what they gain by it. [both shape (2, packages)]
    frontier
        To which packages that cross no red line no other of them is better for one of the two and as good for the
        other. [shape (packages,)]
    kind
        Whether a package is no worse than no deal for everybody (0), only for the two (1), or not for both (2); or
        whether it crosses a red line (3). [shape (packages,)]
    drawn
        The packages that have a dot; none of them crosses a red line.
    whole
        Whether every place where packages lie has a dot.
    """

    analysis: Analysis
    zopa: Zopa
    pair: tuple[int, int]
    worth: Numbers
    gains: Numbers
    frontier: Mask
    kind: Packages
    drawn: Packages
    whole: bool

    @property
    def names(self) -> tuple[str, str]:
        """Return what to call the two."""
        names = party_names(self.analysis)
        return names[self.pair[0]], names[self.pair[1]]

    @property
    def clear(self) -> Mask:
        """Return which packages cross no red line [shape (packages,)]."""
        return self.kind < _BARRED

    @property
    def no_deal(self) -> list[tuple[float, float, float]]:
        """Return what no deal is worth to the two: the least, the middle, and the most that it may be."""
        utility, doubt = self.analysis.model.utility, self.analysis.model.doubt
        least, middle, most = (utility.batna(row) for row in (doubt.low, doubt.middle, doubt.high))
        return [(float(least[k]), float(middle[k]), float(most[k])) for k in self.pair]


def projection(analysis: Analysis, zopa: Zopa, numbered: Sequence[int]) -> Projection:
    """Return the packages as the two parties see them that are in the way, some of them with dots in any case."""
    pair = _pair(zopa)
    worth, gains = analysis.utilities[list(pair)], zopa.gains[list(pair)]
    kind = np.where(zopa.inside, 0, np.where((gains >= 0).all(axis=0), 1, 2))
    kind[zopa.barred] = _BARRED
    beyond = np.zeros(kind.size, dtype=np.bool_)
    beyond[kind < _BARRED] = frontier(worth[:, kind < _BARRED])
    drawn, whole = drawn_packages(worth, kind, numbered)
    return Projection(analysis, zopa, pair, worth, gains, beyond, kind, drawn[kind[drawn] < _BARRED], whole)


def _pair(zopa: Zopa) -> tuple[int, int]:
    """Return those two that are in the way where agreement is nearest, or that are hardest to satisfy together."""
    short = zopa.opening.short[:, 0] > 0

    def rank(pair: tuple[int, int]) -> tuple[int, float]:
        return -int(short[list(pair)].sum()), float(slack(zopa.gains[list(pair)][:, ~zopa.barred]))

    return min(combinations(range(len(zopa.gains)), 2), key=rank)
