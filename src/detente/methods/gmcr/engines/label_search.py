"""Label search: the least value reachable, state by state, when whole sweeps converge too slowly.

Values are spread backwards along the moves, the least first, so a state's first label is its last and
every state is expanded once at most: the work is the number of moves, however long the paths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.arrays import distinct

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.methods.gmcr.arrays import Ordinal, States


def settle(v: Ordinal, active: States, *, before: Callable[[States], States]) -> Ordinal:
    """Return the least value that each state can reach.

    Parameters
    ----------
    v
        The least value found so far for each state. [shape (S,)]
    active
        States whose value may not have reached every state one move before them. For any other state,
        all states one move before it have a value at most its own. [shape (m,)]
    before
        The states one move before any of the given ones, repetitions allowed.

    Returns
    -------
    Ordinal
        The least of ``v`` over each state and all it can reach. [shape (S,)]
    """
    v = v.copy()
    order = active[np.argsort(v[active], kind="stable")]
    values = v[order]
    starts = np.flatnonzero(np.diff(values, prepend=values[:1] - 1))
    for group, value in zip(np.split(order, starts[1:]), values[starts], strict=False):
        frontier = group[v[group] == value]  # the others were reached, and expanded, at a lower value
        while frontier.size:
            reached = distinct(before(frontier))
            frontier = reached[v[reached] > value]
            v[frontier] = value
    return v
