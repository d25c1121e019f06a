"""The utility plane: what each package is worth to two parties, what they have without a deal, and what rules pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Figure
from detente.findings.figures.utility_plane import Dot, Flag, Gap, UtilityAxis, UtilityPlane
from detente.lenses.settlement.packages.words import number, package_name
from detente.lenses.settlement.packages.zone.plane.description import description, kinds
from detente.lenses.settlement.packages.zone.plane.projection import projection
from detente.lenses.settlement.packages.zone.plane.table import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.pictured import Pictured
    from detente.lenses.settlement.packages.zone.plane.projection import Projection
    from detente.lenses.settlement.packages.zone.zopa import Zopa

_MOST_TITLES = 60


def figure(analysis: Analysis, zopa: Zopa, shown: Sequence[Pictured]) -> Figure | None:
    """Return the picture; ``None`` where there are no two parties."""
    if len(analysis.utilities) < 2:
        return None
    numbered = [each.package for each in shown]
    seen = projection(analysis, zopa, numbered)
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
