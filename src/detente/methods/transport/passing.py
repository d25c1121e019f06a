"""The cheapest route that passes some places on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from detente.methods.transport.arrays import Float, Int
    from detente.methods.transport.network import Edges

MOST_PASSED = 3
"""How many sets of places a route can be asked to pass."""


def least_through(edges: Edges, ends: tuple[int, int], via: Sequence[AbstractSet[int]], cost: Float) -> Int | None:
    """Return the cheapest route that visits no place twice and passes some places in order, or ``None``.

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
    """
    raise NotImplementedError
