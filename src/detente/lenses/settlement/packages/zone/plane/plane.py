"""The utility plane: what each package is worth to two parties, what they have without a deal, and what rules pick."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Figure
from detente.findings.utility_plane import Dot, Flag, Gap, UtilityAxis, UtilityPlane
from detente.lenses.settlement.packages.words import number, package_name, party_names
from detente.lenses.settlement.packages.zone.plane.description import description, kinds
from detente.lenses.settlement.packages.zone.plane.dots import drawn_packages
from detente.lenses.settlement.packages.zone.plane.table import table
from detente.methods.bargaining.packages.frontier import frontier
from detente.methods.bargaining.packages.zone import slack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Analysis, Zopa
    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.methods.bargaining.packages.space import Mask, Numbers, Packages

_MOST_TITLES = 60


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """The packages as two of the parties see them.

    Attributes
    ----------
    found, dealt
        The packages.
    pair
        Whose utilities lie across and upwards.
    worth, gains
        What each package is worth to the two, and what they gain by it. [both shape (2, packages)]
    frontier
        To which packages no other is better for one of the two and as good for the other. [shape (packages,)]
    kind
        Whether a package is no worse than no deal for everybody (0), only for the two (1), or not for both (2).
        [shape (packages,)]
    drawn
        The packages that have a dot.
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
    def no_deal(self) -> list[tuple[float, float, float]]:
        """Return what no deal is worth to the two: the least, the middle, and the most that it may be."""
        utility, doubt = self.analysis.model.utility, self.analysis.model.doubt
        least, middle, most = (utility.batna(row) for row in (doubt.low, doubt.middle, doubt.high))
        return [(float(least[k]), float(middle[k]), float(most[k])) for k in self.pair]


def figure(analysis: Analysis, zopa: Zopa, shown: Sequence[Pictured]) -> Figure | None:
    """Return the picture; ``None`` where there are no two parties."""
    if len(analysis.utilities) < 2:
        return None
    numbered = [each.package for each in shown]
    seen = _view(analysis, zopa, numbered)
    across, up = (_axis(seen, k) for k in range(2))
    spec = UtilityPlane(
        across,
        up,
        kinds(seen),
        tuple(_dots(seen)),
        _flags(seen, shown),
        _line(seen),
        None if zopa.inside.any() else _gap(seen),
    )
    title = f"What each package is worth to {seen.names[0]} and to {seen.names[1]}"
    return Figure("plane", title, description(seen, shown), spec, table(seen, shown))


def _view(analysis: Analysis, zopa: Zopa, numbered: Sequence[int]) -> Projection:
    pair = _pair(zopa)
    worth, gains = analysis.utilities[list(pair)], zopa.gains[list(pair)]
    kind = np.where(zopa.inside, 0, np.where((gains >= 0).all(axis=0), 1, 2))
    return Projection(analysis, zopa, pair, worth, gains, frontier(worth), kind, *drawn_packages(worth, kind, numbered))


def _pair(zopa: Zopa) -> tuple[int, int]:
    """Return those two that are in the way where agreement is nearest, or that are hardest to satisfy together."""
    short = zopa.opening.short[:, 0] > 0

    def rank(pair: tuple[int, int]) -> tuple[int, float]:
        return -int(short[list(pair)].sum()), float(slack(zopa.gains[list(pair)]))

    return min(combinations(range(len(zopa.gains)), 2), key=rank)


def _axis(seen: Projection, k: int) -> UtilityAxis:
    worth, (least, middle, most) = seen.worth[k], seen.no_deal[k]
    low, high = min(float(worth.min()), least), max(float(worth.max()), most)
    return UtilityAxis(seen.names[k], low, high, (least, middle, most))


def _dots(seen: Projection) -> Iterator[Dot]:
    few = seen.analysis.model.space.count <= _MOST_TITLES
    for package in seen.drawn.tolist():
        x, y = seen.worth[:, package].tolist()
        yield Dot(x, y, int(seen.kind[package]), _title(seen, package) if few else "")


def _title(seen: Projection, package: int) -> str:
    """Return every package of the same kind at the place of one."""
    here = (seen.worth == seen.worth[:, [package]]).all(axis=0) & (seen.kind == seen.kind[package])
    return " / ".join(package_name(seen.analysis, each) for each in np.flatnonzero(here).tolist())


def _flags(seen: Projection, shown: Sequence[Pictured]) -> tuple[Flag, ...]:
    places: dict[tuple[float, float], list[tuple[int, str]]] = {}
    for each in shown:
        x, y = seen.worth[:, each.package].tolist()
        places.setdefault((x, y), []).append((each.number, ", ".join(each.known_for)))
    return tuple(Flag(x, y, tuple(packages)) for (x, y), packages in places.items())


def _line(seen: Projection) -> tuple[tuple[float, float], ...]:
    return tuple(sorted({(float(x), float(y)) for x, y in seen.worth[:, seen.frontier].T}))


def _gap(seen: Projection) -> Gap:
    """Return how far the nearest package is from being no worse than no deal for the two."""
    nearest = int(seen.zopa.opening.nearest[0])
    x, y = seen.worth[:, nearest].tolist()
    gains = zip(seen.names, seen.gains[:, nearest].tolist(), strict=True)
    across, up = (f"{name}: short by {number(-gain)}" if gain < 0 else "" for name, gain in gains)
    return Gap(x, y, across, up)
