"""The two passes: the earliest and latest days of the steps of a path, and how much room each has.

Days are whole numbers, as ``date.toordinal`` counts them. Where nothing bounds a day, it is ``-inf`` or ``inf``:
a step that no source dates is neither today nor never.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from detente.methods.schedule.network import Network


class Timing(NamedTuple):
    """What is known of when a step comes about.

    Attributes
    ----------
    first, last
        Bounds of its own date [days]; ``-inf`` and ``inf`` where it has none.
    quick, slow
        Bounds of its duration after its last need [days]; ``slow`` is ``inf`` where nobody says how long it takes.
    """

    first: float = -inf
    last: float = inf
    quick: float = 0.0
    slow: float = inf

    @property
    def is_dated(self) -> bool:
        """Whether its own date or its duration says when it comes about."""
        return self.last < inf or self.slow < inf


GATE = Timing(slow=0.0)
"""The timing of a gate: at once."""


@dataclass(frozen=True, slots=True)
class Dates:
    """When the steps of a path can come about.

    Attributes
    ----------
    earliest, latest
        By node [days].
    binding
        By node, the node that its earliest day comes from, if that is not its own date.
    room
        By node, how much later it may come about without delaying the goal's earliest day [days]; ``inf`` where
        the goal has none.
    """

    earliest: dict[int, float]
    latest: dict[int, float]
    binding: dict[int, int | None]
    room: dict[int, float]

    def slowest(self, goal: int) -> tuple[int, ...]:
        """Return the chain of nodes on which the goal's earliest day hangs, the first one first."""
        chain: list[int] = []
        node: int | None = goal
        while node is not None:
            chain.append(node)
            node = self.binding[node]
        return tuple(reversed(chain))


def date_path(network: Network, timings: Sequence[Timing], path: Iterable[int], *, now: float) -> Dates:
    """Return the dates of the nodes of one path.

    What waits for all comes after the last of them; what waits for one comes after the first. A duration counts from
    there, from the day of what is met already, or, where nobody says when that was, from ``now``. A step with neither
    date nor duration comes after what it waits for, nobody knows how long after.

    Parameters
    ----------
    timings
        For each node of the network.
    path
        The nodes of a path with its gates; what they wait for is among them or met. The goal is the only one for
        which none of them waits.
    now
        The day it is: nothing unmet comes about earlier [days].

    References
    ----------
    MalcolmRoseboomClarkFazar1959
    """
    order = network.attainable(path)
    past = [node for node in range(network.steps) if network.met[node]]
    earliest = {node: timings[node].first for node in past}
    latest = {node: min(timings[node].last, now) for node in past}
    binding: dict[int, int | None] = {}
    dates = Dates(earliest, latest, binding, {})
    before: dict[int, float] | None = None
    while before != earliest:  # again only where one of several alternatives turns out to be later than another
        before = dict(earliest)
        for node in order:
            _forward(network, dates, node, timings[node], now)
    if order:
        _backward(network, dates, order, timings)
    return dates


def _forward(network: Network, dates: Dates, node: int, timing: Timing, now: float) -> None:
    choose = min if network.any_of[node] else max
    needs = [need for need in network.needs[node] if need.node in dates.earliest]
    starts = [(dates.earliest[need.node] + need.gap, need.node) for need in needs]
    start, source = choose(starts, default=(-inf, -1))
    begun = choose((dates.latest[need.node] + need.gap for need in needs), default=now)
    if node >= network.steps:
        dates.earliest[node], dates.latest[node] = start, begun
        dates.binding[node] = source if start > -inf else None
        return
    if start == -inf and timing.slow < inf and all(network.is_past(need.node) for need in needs):
        start = now
    own = max(timing.first, now) if timing.first > -inf else -inf
    ready = max(start + timing.quick, now) if start > -inf else -inf
    dates.earliest[node], dates.latest[node] = max(ready, own), max(_latest(timing, begun), now)
    unmet = source >= 0 and not network.met[source]
    dates.binding[node] = source if unmet and ready >= own and ready > -inf else None


def _latest(timing: Timing, begun: float) -> float:
    """Return the latest day of a step that can begin by ``begun``: by its own date or its duration, if it has them."""
    if not timing.is_dated:
        return inf
    after = begun if timing.slow == inf else begun + timing.slow
    return after if timing.last == inf else max(after, timing.last)


def _backward(network: Network, dates: Dates, order: Sequence[int], timings: Sequence[Timing]) -> None:
    """Fill in the room of each node, from the goal back."""
    goal = order[-1]
    due = dict.fromkeys(order, inf)
    due[goal] = dates.earliest[goal] if dates.earliest[goal] > -inf else inf
    for node in reversed(order):
        for need in network.open_needs(node):
            counts = not network.any_of[node] or dates.binding[node] == need.node
            if need.node in due and counts:
                due[need.node] = min(due[need.node], due[node] - timings[node].quick - need.gap)
    for node in order:
        early = dates.earliest[node]
        dates.room[node] = due[node] - early if early > -inf and due[node] < inf else inf
