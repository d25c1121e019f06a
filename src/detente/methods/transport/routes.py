"""The cheapest routes of one flow, at some costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from detente.methods.transport.corridors import kind_of
from detente.methods.transport.graph import graph, visits_once
from detente.methods.transport.passing import least_through

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.transport.arrays import Float, Int
    from detente.methods.transport.corridors import Places
    from detente.methods.transport.network import Edges

Steps: TypeAlias = tuple[int, ...]
"""The edges along a route, in order."""

MOST_FOUND = 12
"""How many alternatives are looked for at the same costs."""

FIRST_ROUTES, MOST_ROUTES = 24, 384
"""How many routes are looked for at the same costs at first, and at most where many of them are one alternative."""

MOST_TIMES = 1.6
"""How many times as much as the cheapest a route may cost."""

MOST_MORE = 0.6
"""How much more than the cheapest one a route may cost, by what the cheapest one costs in the base."""

SLACK = 1e-6
"""What two sums of costs may differ by though they are alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Finder:
    """Finds routes in a network.

    A matrix holds one arc from one vertex to another, so that of edges between the same two all but one lead over a
    vertex of their own.

    Attributes
    ----------
    edges
        The network.
    places
        What tells alternatives apart.
    tail, head
        The vertices that each arc leads from and to. [each shape (arcs,)]
    edge
        The edge that it stands for; -1 for the second half of one. [shape (arcs,)]
    size
        How many vertices there are.
    """

    edges: Edges
    places: Places
    tail: Int
    head: Int
    edge: Int
    size: int

    @classmethod
    def of(cls, edges: Edges, places: Places) -> Finder:
        """Return what finds routes in a network."""
        order = np.lexsort((edges.head, edges.tail))
        twin = (np.diff(edges.tail[order], prepend=-1) == 0) & (np.diff(edges.head[order], prepend=-1) == 0)
        twins = order[twin]
        size = len(edges.place)
        between = size + np.arange(len(twins))
        head = edges.head.copy()
        head[twins] = between
        return cls(
            edges,
            places,
            np.append(edges.tail, between),
            np.append(head, edges.head[twins]),
            np.append(np.arange(len(head)), np.full(len(twins), -1)),
            size + len(twins),
        )

    def routes(self, ends: tuple[int, int], cost: Float, base: float | None = None) -> list[Steps]:
        """Return the cheapest routes that visit no place twice, the cheapest one first; none where there is none.

        Parameters
        ----------
        ends
            The places that they begin and end at.
        cost
            What each edge costs, nowhere less than nothing; ``inf`` where it is closed. [shape (E,)]
        base
            What the cheapest route of the base costs; where left out, this is the base.

        References
        ----------
        Yen1971
        """
        cheapest = least_through(self.edges, ends, (), cost)
        if cheapest is None:
            return []
        least = float(cost[cheapest].sum())
        most = max(MOST_TIMES * least, least + MOST_MORE * (least if base is None else base)) + SLACK
        found = [tuple(cheapest.tolist()), *self._walks(ends, cost, most)]
        return [steps for steps in dict.fromkeys(found) if self._counts(np.array(steps), cost, most)]

    def _counts(self, steps: Int, cost: Float, most: float) -> bool:
        return bool(cost[steps].sum() <= most) and visits_once(self.edges, steps)

    def _walks(self, ends: tuple[int, int], cost: Float, most: float) -> list[Steps]:
        """Return the cheapest walks that come back to no vertex, though maybe to a place by another mode.

        Looked for only among the arcs that lie on a walk that costs no more than ``most``.
        """
        from scipy.sparse.csgraph import dijkstra, yen

        arc_cost = np.where(self.edge >= 0, cost[self.edge], 0.0)
        arcs = np.flatnonzero(np.isfinite(arc_cost))
        tail, head, arc_cost = self.tail[arcs], self.head[arcs], arc_cost[arcs]
        start, goal = self.edges.set_out(ends[0]), self.edges.arrive(ends[1])
        before = dijkstra(graph(tail, head, arc_cost, self.size), indices=[start])[0]
        behind = dijkstra(graph(head, tail, arc_cost, self.size), indices=[goal])[0]
        near = before[tail] + arc_cost + behind[head] <= most
        vertices, ends_of_arcs = np.unique(np.append(tail[near], head[near]), return_inverse=True)
        tail, head = np.split(ends_of_arcs, 2)
        start, goal = np.searchsorted(vertices, [start, goal]).tolist()
        matrix = graph(tail, head, arc_cost[near], len(vertices))
        by = dict(zip((tail * len(vertices) + head).tolist(), self.edge[arcs[near]].tolist(), strict=True))
        count = FIRST_ROUTES
        while True:
            lengths, before = yen(matrix, start, goal, count, return_predecessors=True)
            found = [self._steps(row, goal, by) for row in before.tolist()]
            is_all = len(found) < count or lengths[-1] > most
            if is_all or count >= MOST_ROUTES or self._kinds(found) >= MOST_FOUND:
                return found
            count *= 4

    def _kinds(self, routes: Iterable[Steps]) -> int:
        """Return how many alternatives some routes are."""
        return len({kind_of(self.edges, np.array(steps), self.places) for steps in routes})

    def _steps(self, before: list[int], goal: int, by: dict[int, int]) -> Steps:
        """Return the edges along a walk, given the vertex before each."""
        steps, at = [], goal
        while before[at] >= 0:
            edge = by[before[at] * len(before) + at]
            if edge >= 0:
                steps.append(edge)
            at = before[at]
        return tuple(steps[::-1])
