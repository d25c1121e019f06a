"""Lengths: how many days after some steps another one comes about, as far as durations tell.

Where a path hangs on a step that nobody dates, its days are not known, but how long it takes from there is.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from detente.methods.schedule.passes import LATER, Pass, after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.schedule.dates import Timing
    from detente.methods.schedule.network import Network

MOST_WORK = 1 << 16
"""How many days are worked out at most on a path where alternatives meet; above, chains through those tell nothing."""


class Length(NamedTuple):
    """How many days after one step another comes about, the fewest and the most; ``inf`` where nobody can say."""

    low: float
    high: float


def lengths(
    network: Network, timings: Sequence[Timing], order: Sequence[int], ends: tuple[Sequence[int], int]
) -> dict[int, Length]:
    """Return how many days after each of some steps another one comes about, if nothing else holds it up.

    This is the longest chain of durations between them, the shortest and the longest durations each added up; where
    one of several alternatives is enough, the chain through the shortest. What must be strictly after another is at
    least a day later. A step without a duration may take any number of days. Dates of the steps play no part.

    Parameters
    ----------
    order
        The steps and gates of a path, each behind one by which it can come about.
    ends
        The steps to count from, and the one to count to. Those that it does not wait for are left out.
    """
    starts, goal = ends
    if not starts:
        return {}
    inside = set(order)
    meet = {
        node
        for node in order
        if network.any_of[node] and sum(need.node in inside for need in network.open_needs(node)) > 1
    }
    if meet and len(order) * len(starts) <= MOST_WORK:
        return {start: found for start in starts if (found := _forward(network, timings, order, (start, goal)))}
    low, high = (_backward(network, _takes(network, timings, order, slow=slow), order, (goal, meet)) for slow in (0, 1))
    if meet:
        return {start: Length(low.get(start, 0), inf) for start in starts}
    return {start: Length(low[start], high[start]) for start in starts if start in low}


def _takes(network: Network, timings: Sequence[Timing], order: Sequence[int], *, slow: int) -> dict[int, float]:
    """Return how long each step takes at the least, or at the most."""
    return {node: timings[node].slow if slow else timings[node].quick for node in order if node < network.steps}


def _forward(network: Network, timings: Sequence[Timing], order: Sequence[int], ends: tuple[int, int]) -> Length | None:
    """Return the length between two steps of a path: the day of the second when the first comes about on day 0."""
    begin, goal = ends
    found: list[float] = []
    for slow in (0, 1):
        takes = _takes(network, timings, order, slow=slow)

        def rule(node: int, start: float | None, takes: dict[int, float] = takes) -> float:
            if node == begin:
                return 0.0
            if start is None or start == -inf or node >= network.steps:
                return -inf if start is None else start
            return after(start, takes[node])

        days = Pass(network, {})
        days.run(order, rule)
        found.append(days.day[goal])
    return Length(*found) if found[0] > -inf else None


def _backward(
    network: Network, takes: dict[int, float], order: Sequence[int], ends: tuple[int, set[int]]
) -> dict[int, float]:
    """Return the longest chain from each step to the goal that passes no gate where alternatives meet.

    A gate passes on whether what waits for it must be strictly after what opens it: two lengths are kept for each,
    that for a start on the day and that for one strictly after it.
    """
    goal, closed = ends
    on_day: dict[int, float] = {goal: 0.0}
    later: dict[int, float] = {}
    for node in reversed(order):
        if node not in on_day or node in closed:
            continue
        if node < network.steps:
            ahead = on_day[node]
            begin = ahead + takes[node], ahead + max(takes[node], 2 * LATER)
        else:
            begin = on_day[node], later[node]
        for need, gap in network.open_needs(node):
            on_day[need] = max(on_day.get(need, -inf), begin[min(gap, 1)])
            later[need] = max(later.get(need, -inf), begin[1])
    return {node: length for node, length in on_day.items() if node < network.steps}
