"""Routes that pass given places: what the cheapest of them costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.passing import least_through
from detente.models.corridor.ground import CORNERS
from detente.models.corridor.layout import FAMILIES, MODES, family

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from detente.methods.transport.arrays import Float, Int
    from detente.models.corridor.routing import Routing


@dataclass(frozen=True, eq=False, repr=False)
class Passing:
    """The cheapest routes of flows that pass some places, found once each.

    They are looked for in the corners of the costs; in a draw the cheapest of those found counts, and of the routes
    that cargo may take anyway.

    Attributes
    ----------
    routing
        The routes that cargo may take.
    """

    routing: Routing
    _found: dict[tuple[int, int, tuple[str, ...]], tuple[Int, Float]] = field(default_factory=dict, init=False)

    def cost(self, flow: int, world: int, places: Sequence[str], weights: Float) -> Float | None:
        """Return what the cheapest route of a flow in a world that passes some places in order costs [USD; shape (D,)].

        Parameters
        ----------
        places
            Countries and ids of nodes.
        weights
            What features cost, as the ground has them. [shape (2 F + 3, D)]

        Returns
        -------
        Float or None
            ``None`` where there is no such route.
        """
        key = flow, world, tuple(places)
        if key not in self._found:
            routes = self._routes(flow, world, places)
            uses = np.array([self._uses(flow, steps) for steps in routes], ndmin=2)
            used = np.flatnonzero(uses.any(axis=0))
            self._found[key] = used, uses[:, used]
        used, uses = self._found[key]
        return np.asarray((uses @ weights[used]).min(axis=0)) if uses.size else None

    def _routes(self, flow: int, world: int, places: Sequence[str]) -> list[Int]:
        ground = self.routing.ground
        of, layout = ground.layout.flows[flow], ground.layout
        ends = layout.place[of.origin], layout.place[of.destination]
        via = [_places(self.routing, name) for name in places]
        weights = ground.weights_of(flow, ground.weights(ground.corners, world))
        closed = ground.closed[world, flow]
        found: dict[tuple[int, ...], Int] = {}
        for corner in range(len(CORNERS)):
            steps = least_through(ground.edges, ends, via, ground.edges.cost(weights[:, corner], closed))
            if steps is not None:
                found[tuple(steps.tolist())] = steps
        for number in np.flatnonzero((self.routing.flow == flow) & ~self.routing.closed(world)):
            steps = self.routing.choice.steps[number]
            visited = ground.edges.place[np.append(ground.edges.tail[steps[:1]], ground.edges.head[steps])]
            if _passes(visited.tolist(), via):
                found[tuple(steps.tolist())] = steps
        return list(found.values())

    def _uses(self, flow: int, steps: Int) -> Float:
        """Return how much a route uses of what its flow pays for, as the ground has that [shape (2 F + 3,)]."""
        ground = self.routing.ground
        used = np.asarray(ground.edges.features[steps].sum(axis=0)).ravel() * ground.pays[flow]
        modes = {family(MODES[mode]) for mode in ground.edges.mode[steps] if mode >= 0}
        nothing = np.zeros_like(used)
        by_kind = (nothing, used) if ground.is_bulk[flow] else (used, nothing)
        return np.concatenate([*by_kind, [float(mode in modes) for mode in FAMILIES]])


def _places(routing: Routing, name: str) -> frozenset[int]:
    """Return the places of a country, or a node."""
    nodes = routing.ground.layout.nodes
    return frozenset(number for number, node in enumerate(nodes) if name in (node.id, node.country))


def _passes(visited: Sequence[int], via: Sequence[AbstractSet[int]]) -> bool:
    """Whether places are passed in order; one may do for several that follow."""
    at = 0
    for place in visited:
        while at < len(via) and place in via[at]:
            at += 1
    return at == len(via)
