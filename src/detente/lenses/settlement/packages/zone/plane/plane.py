"""The utility plane: what each package is worth to two parties, what they have without a deal, and what rules pick."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Dot, Figure, Flag, Gap, UtilityAxis, UtilityPlane
from detente.lenses.settlement.packages.words import number, package_name, party_names
from detente.lenses.settlement.packages.zone.plane.description import description, kinds
from detente.lenses.settlement.packages.zone.plane.dots import drawn_packages
from detente.lenses.settlement.packages.zone.plane.table import table
from detente.methods.bargaining.packages.frontier import frontier
from detente.methods.bargaining.packages.zone import slack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Dealt, Found
    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.methods.bargaining.packages.space import Mask, Numbers, Packages

_MOST_TITLES = 60


@dataclass(frozen=True, slots=True, eq=False)
class View:
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

    found: Found
    dealt: Dealt
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
        names = party_names(self.found)
        return names[self.pair[0]], names[self.pair[1]]

    @property
    def no_deal(self) -> list[tuple[float, float, float]]:
        """Return what no deal is worth to the two: the least, the middle, and the most that it may be."""
        layout, doubt = self.found.model.layout, self.found.model.doubt
        least, middle, most = (layout.batna(row) for row in (doubt.low, doubt.middle, doubt.high))
        return [(float(least[k]), float(middle[k]), float(most[k])) for k in self.pair]


def figure(found: Found, dealt: Dealt, shown: Sequence[Pictured]) -> Figure | None:
    """Return the picture; ``None`` where there are no two parties."""
    if len(found.utilities) < 2:
        return None
    numbered = [each.package for each in shown]
    view = _view(found, dealt, numbered)
    across, up = (_axis(view, k) for k in range(2))
    spec = UtilityPlane(
        across,
        up,
        kinds(view),
        tuple(_dots(view)),
        _flags(view, shown),
        _line(view),
        None if dealt.zone.any() else _gap(view),
    )
    title = f"What each package is worth to {view.names[0]} and to {view.names[1]}"
    return Figure("plane", title, description(view, shown), spec, table(view, shown))


def _view(found: Found, dealt: Dealt, numbered: Sequence[int]) -> View:
    pair = _pair(dealt)
    worth, gains = found.utilities[list(pair)], dealt.gains[list(pair)]
    kind = np.where(dealt.zone, 0, np.where((gains >= 0).all(axis=0), 1, 2))
    return View(found, dealt, pair, worth, gains, frontier(worth), kind, *drawn_packages(worth, kind, numbered))


def _pair(dealt: Dealt) -> tuple[int, int]:
    """Return those two that are in the way where agreement is nearest, or that are hardest to satisfy together."""
    short = dealt.opening.short[:, 0] > 0

    def rank(pair: tuple[int, int]) -> tuple[int, float]:
        return -int(short[list(pair)].sum()), float(slack(dealt.gains[list(pair)]))

    return min(combinations(range(len(dealt.gains)), 2), key=rank)


def _axis(view: View, k: int) -> UtilityAxis:
    worth, (least, middle, most) = view.worth[k], view.no_deal[k]
    low, high = min(float(worth.min()), least), max(float(worth.max()), most)
    return UtilityAxis(view.names[k], low, high, (least, middle, most))


def _dots(view: View) -> Iterator[Dot]:
    few = view.found.model.space.count <= _MOST_TITLES
    for package in view.drawn.tolist():
        x, y = view.worth[:, package].tolist()
        yield Dot(x, y, int(view.kind[package]), _title(view, package) if few else "")


def _title(view: View, package: int) -> str:
    """Return every package of the same kind at the place of one."""
    here = (view.worth == view.worth[:, [package]]).all(axis=0) & (view.kind == view.kind[package])
    return " / ".join(package_name(view.found, each) for each in np.flatnonzero(here).tolist())


def _flags(view: View, shown: Sequence[Pictured]) -> tuple[Flag, ...]:
    places: dict[tuple[float, float], list[tuple[int, str]]] = {}
    for each in shown:
        x, y = view.worth[:, each.package].tolist()
        places.setdefault((x, y), []).append((each.number, ", ".join(each.known_for)))
    return tuple(Flag(x, y, tuple(packages)) for (x, y), packages in places.items())


def _line(view: View) -> tuple[tuple[float, float], ...]:
    return tuple(sorted({(float(x), float(y)) for x, y in view.worth[:, view.frontier].T}))


def _gap(view: View) -> Gap:
    """Return how far the nearest package is from being no worse than no deal for the two."""
    nearest = int(view.dealt.opening.nearest[0])
    x, y = view.worth[:, nearest].tolist()
    gains = zip(view.names, view.gains[:, nearest].tolist(), strict=True)
    across, up = (f"{name}: short by {number(-gain)}" if gain < 0 else "" for name, gain in gains)
    return Gap(x, y, across, up)
