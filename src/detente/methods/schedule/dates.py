"""The two passes: the earliest and latest days of the steps of a path, and how much room each has.

Days are whole numbers, as ``date.toordinal`` counts them. Where nothing bounds a day, it is ``-inf`` or ``inf``:
a step that no source dates is neither today nor never.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor, inf
from typing import TYPE_CHECKING, NamedTuple

from detente.methods.schedule.passes import LATER, Pass, after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from detente.methods.schedule.network import Network

MOST_WORK = 1 << 20
"""How many days are worked out at most where alternatives meet on one path; above, the room is the least there is."""


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
    """When the nodes of a path can come about.

    Attributes
    ----------
    earliest, latest
        By node [days]; of a gate the day on which it opens, half a day later where what waits for it must be strictly
        after that day. What is earlier in ``earliest`` never waits for what is later in it.
    binding
        By node, the node that its earliest day comes from; nodes whose own date, or what is met, decides have none.
    room
        By node, how much later it may come about without delaying the goal's earliest day [days]; ``inf`` where
        the goal has none, and for nodes that no day is known of.
    """

    earliest: dict[int, float]
    latest: dict[int, float]
    binding: dict[int, int]
    room: dict[int, float]

    def slowest(self, goal: int) -> tuple[int, ...]:
        """Return the chain of nodes on which the goal's earliest day hangs, the first one first."""
        chain = [goal]
        while chain[-1] in self.binding:
            chain.append(self.binding[chain[-1]])
        return tuple(reversed(chain))


@dataclass(frozen=True)
class Schedule:
    """A network with what is known of when its steps come about.

    What waits for all comes after the last of them; what waits for one comes after the first. A duration counts from
    there, or, where all of it is met, from the day it was; where nobody says since when, from the last day it may have
    been, which is ``now`` unless something says more. A step with neither date nor duration comes after what it waits
    for, nobody knows how long after; where nothing that it waits for is dated either, its earliest day is not known.

    Attributes
    ----------
    network, timings
        Who waits for whom, and the timing of each node.
    now
        The day it is: nothing unmet comes about earlier [days].

    References
    ----------
    MalcolmRoseboomClarkFazar1959
    """

    network: Network
    timings: Sequence[Timing]
    now: float

    @cached_property
    def begun(self) -> tuple[dict[int, float], dict[int, float]]:
        """The first and the last day on which each node that has come about may have done so.

        Where nobody says since when, both are the last day that it may have been.
        """
        network = self.network
        first: dict[int, float] = {}
        last: dict[int, float] = {}
        for node in filter(network.met.__getitem__, range(network.steps)):
            last[node] = min(self.timings[node].last, self.now)
            first[node] = last[node] if node in self.loose else self.timings[node].first
        for node in reversed(range(network.steps, len(network.needs))):
            if network.past[node]:
                gate = Pass(network, first, self.loose).start(node), Pass(network, last).start(node)
                first[node], last[node] = (-inf if day is None else day for day in gate)
        return first, last

    @cached_property
    def loose(self) -> frozenset[int]:
        """The steps that have come about, nobody says since when."""
        met = self.network.met[: self.network.steps]
        return frozenset(node for node, is_met in enumerate(met) if is_met and self.timings[node].first == -inf)

    def path(self, nodes: Iterable[int], goal: int | None = None) -> Dates:
        """Return the dates of some nodes: those that can come about by each other.

        Parameters
        ----------
        nodes
            Steps and gates, such as those of a path.
        goal
            One of them, for the room of the others; without it none is known.
        """
        order = self.network.attainable(nodes)
        first, last = self.begun
        early, late = Pass(self.network, first, self.loose), Pass(self.network, last)
        early.run(order, self._first)
        late.run(order, self._last)
        found = ((node, self._binding(early, node)) for node in order)
        binding = {node: need for node, need in found if need is not None}
        room = {} if goal is None or goal not in early.day else _room(self, early.day, binding, goal)
        return Dates(early.day, late.day, binding, room)

    def day_of(self, order: Sequence[int], goal: int, held: Mapping[int, float]) -> float:
        """Return the earliest day of a node when some others are held until a day.

        Parameters
        ----------
        order
            Nodes in an order in which they can come about.
        """

        def first(node: int, start: float | None) -> float:
            return max(self._first(node, start), held.get(node, -inf))

        early = Pass(self.network, self.begun[0], self.loose)
        early.run(order, first)
        return early.day[goal]

    def own_day(self, timing: Timing) -> float:
        """Return the first day of a step by its own date alone; ``-inf`` where it has none."""
        return max(timing.first, self.now) if timing.first > -inf else -inf

    def ready(self, node: int, start: float | None, timing: Timing) -> float:
        """Return the first day of a step by what it waits for; ``-inf`` where that tells nothing."""
        if self.network.is_free(node):
            if timing.slow == inf:
                return -inf
            start = self.now if start is None else start
        if start is None or start == -inf:
            return -inf
        return max(after(start, timing.quick), self.now)

    def _first(self, node: int, start: float | None) -> float:
        if node >= self.network.steps:
            return -inf if start is None else start
        timing = self.timings[node]
        return max(self.ready(node, start, timing), self.own_day(timing))

    def _last(self, node: int, start: float | None) -> float:
        begun = self.now if start is None else start
        if node >= self.network.steps:
            return begun
        timing = self.timings[node]
        if not timing.is_dated:
            return inf
        ready = after(begun, timing.slow if timing.slow < inf else 0.0)
        return max(ready, timing.last if timing.last < inf else timing.first, self.now)

    def _binding(self, early: Pass, node: int) -> int | None:
        """Return the need that the earliest day of a node comes from; of several the one that is found last."""
        day = early.day
        known = [need for need in self.network.open_needs(node) if day.get(need.node, -inf) > -inf]
        if node >= self.network.steps:
            source = early.source.get(node)
            return source if any(need.node == source for need in known) else None
        timing = self.timings[node]
        ready = ((self.ready(node, day[need] + LATER * gap, timing), early.rank[need], need) for need, gap in known)
        last = max(ready, default=None)
        return last[2] if last and last[0] >= self.own_day(timing) else None


def date_path(network: Network, timings: Sequence[Timing], path: Iterable[int], goal: int, *, now: float) -> Dates:
    """Return the dates of the nodes of a path to a goal; see :class:`Schedule`."""
    return Schedule(network, timings, now).path(path, goal)


def _room(schedule: Schedule, day: Mapping[int, float], binding: Mapping[int, int], goal: int) -> dict[int, float]:
    """Return the room of each node of a path [days]; ``inf`` where no day of it or of the goal is known.

    Parameters
    ----------
    day, binding
        The earliest day of each node, and which need decides it, as :class:`Dates` has
        them.
    goal
        The node that must not be delayed.
    """
    room = _backward(schedule, day, binding, goal)
    network = schedule.network
    meet = [node for node in day if len([need for need in network.open_needs(node) if need.node in day]) > 1]
    if day[goal] == -inf or not any(network.any_of[node] for node in meet) or len(day) ** 2 > MOST_WORK // 16:
        return room
    order = tuple(network.attainable(day))
    dated = (node for node in day if node < network.steps and day[node] > -inf and node != goal)
    return room | {node: _tried(schedule, order, (node, goal), room[node]) for node in dated}


def _backward(schedule: Schedule, day: Mapping[int, float], binding: Mapping[int, int], goal: int) -> dict[int, float]:
    """Return the room of each node as far as the needs that decide the days tell, from the goal back."""
    network = schedule.network
    due = dict.fromkeys(day, inf)
    due[goal] = day[goal] if day[goal] > -inf else inf
    for node in reversed(list(day)):
        if node < network.steps:
            due[node] = _whole(due[node])
        limit = due[node] if node >= network.steps else _last_start(due[node], schedule.timings[node].quick)
        for need in network.open_needs(node):
            if need.node in due and (not network.any_of[node] or binding.get(node) == need.node):
                due[need.node] = min(due[need.node], limit - LATER * need.gap)
    return {node: _whole(due[node]) - early if early > -inf else inf for node, early in day.items()}


def _last_start(due: float, takes: float) -> float:
    """Return the last start from which something that takes so long comes about by a day."""
    return min(due, due - takes + LATER)


def _whole(day: float) -> float:
    return float(floor(day)) if day < inf else day


def _tried(schedule: Schedule, order: tuple[int, ...], ends: tuple[int, int], least: float) -> float:
    """Return the room of a step by trying how late it may be, where it is at least so much."""
    node, goal = ends
    on_time, early = schedule.day_of(order, goal, {}), schedule.day_of(order, node, {})
    low = least if least < inf else 0.0
    step = 1.0

    def delays(room: float) -> bool:
        return schedule.day_of(order, goal, {node: early + room}) > on_time

    if not delays(inf):
        return inf
    while not delays(low + step):
        low, step = low + step, 2 * step
    high = low + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if delays(middle) else (middle, high)
    return low
