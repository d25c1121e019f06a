"""The cheapest route that passes some places on its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.graph import graph, visits_once

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from detente.methods.transport.arrays import Bool, Float, Int
    from detente.methods.transport.network import Edges

INFEASIBLE = 2
"""How ``milp`` says that nothing fulfils a program."""

MOST_PASSED = 3
"""How many sets of places a route can be asked to pass."""


def least_through(edges: Edges, ends: tuple[int, int], via: Sequence[AbstractSet[int]], cost: Float) -> Int | None:
    """Return the cheapest route that visits no place twice and passes some places in order, or ``None``.

    The cheapest walk is looked for first. Where it comes back to a place, the cheapest route is the answer to an
    integer program: one unit flows from end to end, and comes into no place twice.

    Parameters
    ----------
    ends
        The places that it begins and ends at; they count as passed.
    via
        Sets of places; of each the route passes one, in this order. One place may do for several that follow.
    cost
        What each edge costs, nowhere less than nothing; ``inf`` where it is closed. [shape (E,)]

    Returns
    -------
    Int
        The edges along it, in order. [shape (steps,)]

    Raises
    ------
    ValueError
        If there are more sets than ``MOST_PASSED``.

    References
    ----------
    AhujaMagnantiOrlin1993
    """
    if len(via) > MOST_PASSED:
        msg = f"a route can be asked to pass {MOST_PASSED} places, not {len(via)}"
        raise ValueError(msg)
    stages = _Stages.of(edges, ends, via, cost)
    every = np.arange(len(stages.edge))
    walk = stages.walk(every)
    if walk is None or visits_once(edges, walk):
        return walk
    chosen = _program(edges, stages)
    return None if chosen is None else stages.walk(every[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class _Stages:
    """A network in layers: in each of them so many of the sets of places have been passed.

    Attributes
    ----------
    start, goal
        The vertices that a route leads from and to.
    size
        How many vertices there are.
    edge, tail, head, cost
        The edge that each arc stands for, where it leads from and to, and what it costs. [each shape (arcs,)]
    """

    start: int
    goal: int
    size: int
    edge: Int
    tail: Int
    head: Int
    cost: Float

    @classmethod
    def of(cls, edges: Edges, ends: tuple[int, int], via: Sequence[AbstractSet[int]], cost: Float) -> _Stages:
        """Return the layers, with the cheapest of several edges between two vertices."""
        passed = np.empty((len(via) + 1, edges.places), np.int64)  # the layer one is in, having come to a place in one
        passed[-1] = len(via)
        for stage in reversed(range(len(via))):
            passed[stage] = np.where(np.isin(np.arange(edges.places), list(via[stage])), passed[stage + 1], stage)
        layer = len(edges.place)
        edge = np.flatnonzero(np.isfinite(cost))
        edge = edge[np.lexsort((cost[edge], edges.head[edge], edges.tail[edge]))]
        twin = (np.diff(edges.tail[edge], prepend=-1) == 0) & (np.diff(edges.head[edge], prepend=-1) == 0)
        edge = edge[~twin]
        tail, head = edges.tail[edge], edges.head[edge]
        begin, end = ends
        return cls(
            int(passed[0, begin]) * layer + edges.set_out(begin),
            len(via) * layer + edges.arrive(end),
            layer * len(passed),
            edge=np.tile(edge, len(passed)),
            tail=np.concatenate([stage * layer + tail for stage in range(len(passed))]),
            head=np.concatenate([stages[edges.place[head]] * layer + head for stages in passed]),
            cost=np.tile(cost[edge], len(passed)),
        )

    def walk(self, arcs: Int) -> Int | None:
        """Return the edges along the cheapest walk by some arcs, or ``None``."""
        from scipy.sparse.csgraph import dijkstra

        tail, head = self.tail[arcs], self.head[arcs]
        matrix = graph(tail, head, self.cost[arcs], self.size)
        before = dijkstra(matrix, indices=[self.start], return_predecessors=True)[1][0]
        if before[self.goal] < 0:
            return None
        at, steps = self.goal, []
        while at != self.start:
            steps.append(arcs[(tail == before[at]) & (head == at)][0])
            at = int(before[at])
        return self.edge[steps[::-1]]


def _program(edges: Edges, stages: _Stages) -> Bool | None:
    """Return which arcs the cheapest flow of one unit takes that comes into no place twice, or ``None``."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    arcs = np.arange(len(stages.edge))
    one = np.ones(len(arcs))
    balance = coo_array(
        (np.append(one, -one), (np.append(stages.tail, stages.head), np.append(arcs, arcs))), (stages.size, len(arcs))
    )
    sent = np.zeros(stages.size)
    sent[stages.start], sent[stages.goal] = 1, -1
    layer = len(edges.place)
    to = edges.place[stages.head % layer]
    moved = to != edges.place[stages.tail % layer]
    into = coo_array((one[moved], (to[moved], arcs[moved])), (edges.places, len(arcs)))
    most = np.ones(edges.places)
    most[edges.place[stages.start % layer]] = 0
    found = milp(
        stages.cost,
        integrality=np.ones(len(arcs), np.int64),
        bounds=Bounds(0, 1),
        constraints=[LinearConstraint(balance, sent, sent), LinearConstraint(into, 0, most)],
        options={"mip_rel_gap": 0},
    )
    if found.status == INFEASIBLE:
        return None
    if found.status:
        raise RuntimeError(found.message)
    return np.asarray(found.x > 0.5)
