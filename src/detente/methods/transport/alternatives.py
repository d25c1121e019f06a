"""Which routes of a flow stand for the others: its alternatives, by corridor."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.graph import places_along
from detente.methods.transport.routes import SLACK

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from detente.methods.transport.arrays import Bool, Float, Int
    from detente.methods.transport.network import Edges
    from detente.methods.transport.routes import Steps

MOST_KEPT = 80
"""How many alternatives a flow has; more only where it takes them to keep the cheapest one of every row."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """What corridors are told apart by.

    Attributes
    ----------
    region
        Number of the region, such as the country, that each place lies in. [shape (P,)]
    gateway
        Whether each place is one of those that tell corridors apart. [shape (P,)]
    """

    region: Int
    gateway: Bool


def alternatives(edges: Edges, routes: Sequence[Steps], costs: Float, places: Places) -> list[list[Steps]]:
    """Return the alternatives that some routes come down to, by corridor; the nearest to the cheapest first.

    Two routes lie in one corridor where they pass the same regions and gateways in the same order. In a corridor one
    route stands for all that use the same modes in the same order: the cheapest one in the base. Where it is closed in
    a row, the cheapest in the base of those that are open stands beside it; and so does the cheapest of all routes in
    any row. Of more than ``MOST_KEPT`` the cheapest of each row stay, then the nearest to it of each corridor, then the
    nearest of the others.

    Parameters
    ----------
    routes
        In an order that does not hang on that of the rows.
    costs
        What each edge costs in each row, of which the first is the base; ``inf`` where it is closed. [shape (Q, E)]
    """
    cost = np.array([costs[:, list(steps)].sum(axis=1) for steps in routes])
    least = cost.min(axis=0)
    near: Float = ((cost - least) / np.maximum(least, SLACK)).min(axis=1)
    corridor = [_corridor(edges, np.array(steps), places) for steps in routes]
    kind = [(each, _modes(edges, np.array(steps))) for each, steps in zip(corridor, routes, strict=True)]
    ranked = sorted(range(len(routes)), key=lambda route: (cost[route, 0], near[route], route))
    standing = _standing(ranked, kind, np.isfinite(cost))
    cheapest = cost[:, cost[standing].min(axis=0) > least].argmin(axis=0).tolist()
    nests: dict[Hashable, list[int]] = {}
    for route in sorted({*standing, *cheapest}, key=lambda route: (near[route], route)):
        nests.setdefault(corridor[route], []).append(route)
    kept = _kept(list(nests.values()), near)
    return [[routes[route] for route in nest if route in kept] for nest in nests.values() if nest[0] in kept]


def _kept(nests: Sequence[Sequence[int]], near: Float) -> frozenset[int]:
    """Return the routes that stay: the cheapest of some row, then the nearest of each corridor, then the others."""
    first = {nest[0] for nest in nests}
    order = sorted(
        (route for nest in nests for route in nest),
        key=lambda route: (near[route] > 0, route not in first, near[route], route),
    )
    return frozenset(order[: max(MOST_KEPT, int((near[order] == 0).sum()))])


def _standing(ranked: Iterable[int], kind: Sequence[Hashable], is_open: Bool) -> list[int]:
    """Return the routes that stand for those of their kind: the first one, and for rows in which it is closed others.

    Parameters
    ----------
    is_open
        Whether each route is open in each row. [shape (R, Q)]
    """
    served: dict[Hashable, Bool] = {}
    standing = []
    for route in ranked:
        before = served.get(kind[route], np.zeros(is_open.shape[1], bool))
        if (is_open[route] & ~before).any():
            standing.append(route)
            served[kind[route]] = before | is_open[route]
    return standing


def _corridor(edges: Edges, steps: Int, places: Places) -> Hashable:
    """Return the regions and gateways that a route passes, in order."""
    passed: list[tuple[str, int]] = []
    region = None
    for place in places_along(edges, steps).tolist():
        if places.region[place] != region:
            region = places.region[place]
            passed.append(("region", int(region)))
        if places.gateway[place]:
            passed.append(("gateway", place))
    return tuple(passed)


def _modes(edges: Edges, steps: Int) -> Hashable:
    """Return the modes that a route uses, in order."""
    modes = edges.mode[steps]
    return tuple(mode for mode, _ in groupby(modes[modes >= 0].tolist()))
