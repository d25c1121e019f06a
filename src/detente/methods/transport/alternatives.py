"""Which routes of a flow stand for the others: its alternatives, by corridor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.corridors import kind_of
from detente.methods.transport.routes import SLACK

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from detente.methods.transport.arrays import Float
    from detente.methods.transport.corridors import Places
    from detente.methods.transport.network import Edges
    from detente.methods.transport.routes import Steps

MOST_KEPT = 80
"""How many alternatives a flow has; more only where it takes them to keep the cheapest route of every row."""

MOST_ALIKE = 12
"""How many routes an alternative has; more only where it takes them to keep the cheapest of its routes in every row."""


def alternatives(edges: Edges, routes: Sequence[Steps], costs: Float, places: Places) -> list[list[list[Steps]]]:
    """Return the alternatives that some routes come down to, by corridor, each as its routes, the nearest first.

    Two routes lie in one corridor where they pass the same regions and gateways in the same order. Routes of a corridor
    that use the same modes in the same order are one alternative: it costs what the cheapest of them costs, whichever
    row has found that one; of more than ``MOST_ALIKE`` routes its cheapest in each row stay, then the nearest to the
    cheapest of all. Of more than ``MOST_KEPT`` alternatives those with the cheapest route of a row stay, then the
    nearest to it of each corridor, then the nearest of the others.

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
    corridors: dict[Hashable, dict[Hashable, list[int]]] = {}
    for route in np.lexsort((np.arange(len(routes)), near)).tolist():
        kind = kind_of(edges, np.array(routes[route]), places)
        corridors.setdefault(kind.corridor, {}).setdefault(kind.modes, []).append(route)
    kinds = [[_standing(alike, cost) for alike in corridor.values()] for corridor in corridors.values()]
    kept = _kept(kinds, near)
    return [
        [[routes[route] for route in kind] for kind in corridor if kind[0] in kept]
        for corridor in kinds
        if corridor[0][0] in kept
    ]


def _kept(kinds: Sequence[Sequence[Sequence[int]]], near: Float) -> frozenset[int]:
    """Return the first routes of the alternatives that stay."""
    first = {corridor[0][0] for corridor in kinds}
    order = sorted(
        (kind[0] for corridor in kinds for kind in corridor),
        key=lambda route: (near[route] > 0, route not in first, near[route], route),
    )
    return frozenset(order[: max(MOST_KEPT, int((near[order] == 0).sum()))])


def _standing(alike: Sequence[int], cost: Float) -> list[int]:
    """Return the routes of an alternative that stay, in the order in which they are given.

    Parameters
    ----------
    alike
        All of its routes, the nearest to the cheapest of all first.
    cost
        What each route costs in each row. [shape (R, Q)]
    """
    own = cost[list(alike)]
    cheapest = set(own.argmin(axis=0)[np.isfinite(own).any(axis=0)].tolist())
    further = [number for number in range(len(alike)) if number not in cheapest]
    stay = cheapest.union(further[: max(MOST_ALIKE - len(cheapest), 0)])
    return [route for number, route in enumerate(alike) if number in stay]
