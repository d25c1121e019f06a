"""Sparse matrices of graphs, as the searches for routes take them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from detente.methods.transport.arrays import Bool, Float, Int
    from detente.methods.transport.network import Edges


def graph(tail: Int, head: Int, cost: Float, size: int) -> csr_array:
    """Return the matrix of some arcs, no two of them between the same vertices [shape (size, size)].

    Parameters
    ----------
    tail, head
        The vertices that they lead from and to. [each shape (arcs,)]
    cost
        What they cost, all of them finite; an arc that costs nothing is an arc. [shape (arcs,)]
    """
    from scipy.sparse import csr_array

    order = np.argsort(tail, kind="stable")
    starts = np.zeros(size + 1, np.int32)
    np.cumsum(np.bincount(tail, minlength=size), out=starts[1:])
    return csr_array((cost[order], head[order].astype(np.int32), starts), shape=(size, size))


def places_along(edges: Edges, steps: Int) -> Int:
    """Return the places that a route visits, in order; one that it stays at for several steps only once."""
    place: Int = edges.place[np.append(edges.tail[steps], edges.head[steps[-1:]])]
    moved: Bool = np.append(True, place[1:] != place[:-1])
    return place[moved]


def modes_along(edges: Edges, steps: Int) -> tuple[int, ...]:
    """Return the modes that a route uses, in order; one that it keeps for several steps only once."""
    modes = edges.mode[steps]
    return tuple(mode for mode, _ in groupby(modes[modes >= 0].tolist()))


def visits_once(edges: Edges, steps: Int) -> bool:
    """Return whether a route comes back to no place."""
    places = places_along(edges, steps).tolist()
    return len(set(places)) == len(places)
