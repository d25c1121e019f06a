"""Choice sets: the routes that cargo of each flow may reasonably take, in some world, at some costs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.transport.alternatives import alternatives
from detente.methods.transport.graph import modes_along
from detente.methods.transport.routes import Finder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scipy.sparse import csr_array

    from detente.methods.transport.arrays import Bool, Float, Int
    from detente.methods.transport.corridors import Places
    from detente.methods.transport.network import Edges
    from detente.methods.transport.routes import Steps


class NoRouteError(Exception):
    """No route serves a flow.

    Attributes
    ----------
    flow, row
        Number of the flow, and of the first row of its query in which it has no route.
    """

    def __init__(self, flow: int, row: int) -> None:
        super().__init__(f"no route serves flow {flow} in row {row}")
        self.flow = flow
        self.row = row


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """Worlds and costs in which routes are looked for; the first row is the base.

    Attributes
    ----------
    weights
        What each feature costs; no edge may cost less than nothing. [shape (Q, F)]
    closed
        Whether each edge is closed. [shape (Q, E)]
    """

    weights: Float
    closed: Bool


@dataclass(frozen=True, slots=True, eq=False)
class ChoiceSet:
    """The routes of all flows: by flow, within it by corridor, and within that by alternative.

    Attributes
    ----------
    flow
        The flow that each route serves, rising [shape (A,)].
    nest
        Number of its corridor, rising; no two flows share one [shape (A,)].
    kind
        Number of the alternative that it stands for, rising; no two corridors share one [shape (A,)].
    uses
        How much of each feature there is along it. [shape (A, F)]
    edges
        1 for each edge along it. [shape (A, E)]
    steps
        The edges along it, in order.
    """

    flow: Int
    nest: Int
    kind: Int
    uses: csr_array
    edges: csr_array
    steps: tuple[Int, ...]

    @classmethod
    def of(cls, edges: Edges, flow: Int, nest: Int, steps: Sequence[Int]) -> ChoiceSet:
        """Return the choice set of some routes; neighbours in one corridor with the same modes are one alternative."""
        from scipy.sparse import csr_array

        lengths = [len(each) for each in steps]
        starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        along = np.concatenate([np.empty(0, np.int64), *steps])
        passes = csr_array((np.ones(len(along)), along, starts), shape=(len(steps), len(edges.tail)))
        modes = [modes_along(edges, each) for each in steps]
        differs = [one != other for one, other in pairwise([(), *modes])]
        kind = np.cumsum(np.asarray(differs, bool) | (np.diff(nest, prepend=-1) != 0)) - 1
        return cls(flow, nest, kind, csr_array(passes @ edges.features), passes, tuple(steps))

    def closed(self, edges: Bool) -> Bool:
        """Return whether each route is closed [shape (A,)].

        Parameters
        ----------
        edges
            For each flow, whether each edge is closed to it. [shape (N, E)]
        """
        return np.asarray([edges[flow, each].any() for flow, each in zip(self.flow, self.steps, strict=True)], bool)

    def cost(self, coefficients: Float, closed: Bool) -> Float:
        """Return what each route costs in each draw; ``inf`` where it is closed [shape (A, D)].

        Parameters
        ----------
        coefficients
            What each feature costs. [shape (F, D)]
        closed
            Whether each route is closed [shape (A,)].
        """
        cost: Float = self.uses @ coefficients
        cost[closed] = np.inf
        return cost


def choice_set(edges: Edges, ends: Int, queries: Sequence[Query], places: Places) -> ChoiceSet:
    """Return the routes that cargo of each flow may take in some row of its query.

    In each row the cheapest routes are looked for, until they are 12 alternatives, or 384 routes where many of them are
    one alternative; those are left out that come back to a place. Of these count
    those that cost at most 1.6 times as much as the cheapest one of the row, or at most 0.6 times the cheapest one of
    the base more than it. ``alternatives`` says which of them are one alternative.

    Parameters
    ----------
    ends
        The places that each flow begins and ends at. [shape (N, 2)]
    queries
        For each flow.

    Raises
    ------
    NoRouteError
        If a flow has no route in a row.
    ValueError
        If an edge costs less than nothing.

    References
    ----------
    Yen1971, BenAkivaLerman1985, Jourquin2016
    """
    finder = Finder.of(edges, places)
    flow, nest, steps = [], [], []
    corridors = 0
    for number, query in enumerate(queries):
        costs = edges.cost(query.weights, query.closed)
        if (costs < 0).any():
            msg = f"an edge costs less than nothing to flow {number}"
            raise ValueError(msg)
        begin, end = ends[number].tolist()
        found = _found(finder, (begin, end), costs, number)
        for corridor in alternatives(edges, found, costs, places):
            own = [np.array(route) for alternative in corridor for route in alternative]
            flow += [number] * len(own)
            nest += [corridors] * len(own)
            steps += own
            corridors += 1
    return ChoiceSet.of(edges, np.array(flow, np.int64), np.array(nest, np.int64), steps)


def _found(finder: Finder, ends: tuple[int, int], costs: Float, flow: int) -> list[Steps]:
    """Return the routes that one flow may take at some costs [shape (Q, E)], in an order of their own."""
    rows = np.sort(np.unique(costs, axis=0, return_index=True)[1])
    found: set[Steps] = set()
    base = None
    for row in rows.tolist():
        routes = finder.routes(ends, costs[row], base)
        if not routes:
            raise NoRouteError(flow, row)
        if base is None:
            base = float(costs[row][list(routes[0])].sum())
        found.update(routes)
    return sorted(found)
