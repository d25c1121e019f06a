"""Marks: what the days of each step rest on, as sets of steps in whole numbers with a bit for each."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING

from detente.methods.schedule.circles import components

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.schedule.dates import Dates, Timing
    from detente.methods.schedule.network import Network


def marks(network: Network, timings: Sequence[Timing], dates: Dates, own: Sequence[int]) -> dict[int, int]:
    """Return which marks stand behind the days of each step.

    Behind a first day stand those of the chain that it hangs on; behind a last day that no date of its own gives, all
    that the step waits for.

    Parameters
    ----------
    dates
        The days of some nodes.
    own
        For each node of the network, the marks that it adds to those of what it waits for.
    """
    soonest: dict[int, int] = {}
    for node in dates.earliest:
        soonest[node] = own[node] | soonest.get(dates.binding.get(node, -1), 0)
    behind = all_behind(network, dates, own)
    steps = (node for node in dates.earliest if node < network.steps)
    return {node: soonest[node] if dates.latest[node] in (timings[node].last, inf) else behind[node] for node in steps}


def all_behind(network: Network, dates: Dates, own: Sequence[int]) -> dict[int, int]:
    """Return the marks of each node and of all that it waits for."""
    needs = {
        node: [need.node for need in network.open_needs(node) if need.node in dates.earliest] for node in dates.earliest
    }
    behind: dict[int, int] = {}
    for circle in components(needs):
        together = 0
        for node in circle:
            together |= own[node]
            for need in needs[node]:
                together |= behind.get(need, 0)
        behind |= dict.fromkeys(circle, together)
    return behind


def marked(mask: int, most: int | None = None) -> Iterator[int]:
    """Yield the numbers in a set, ascending; no more than so many."""
    while mask and most != 0:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
        most = None if most is None else most - 1
