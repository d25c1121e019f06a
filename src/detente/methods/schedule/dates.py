"""The two passes: the earliest and latest days of the steps of a path, and how much room each has.

Days are whole numbers, as ``date.toordinal`` counts them. Where nothing bounds a day, it is ``-inf`` or ``inf``:
a step that no source dates is neither today nor never.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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


class Start(NamedTuple):
    """From when something can begin.

    Attributes
    ----------
    begin
        The day what it waits for has come about; a duration counts from here [days].
    floor
        The first day on which it may itself come about, whatever it takes: later than ``begin`` where it must be
        strictly after something [days].
    """

    begin: float
    floor: float

    def then(self, duration: float) -> float:
        """Return the day on which something comes about that takes so long."""
        return max(self.begin + duration, self.floor)


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
    floor
        By gate, the first day on which what waits for it may come about [days].
    """

    earliest: dict[int, float]
    latest: dict[int, float]
    binding: dict[int, int | None]
    room: dict[int, float]
    floor: dict[int, float]

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
    there, or, where all of it is met, from the day it was; and from ``now`` where nobody says when that was. A step
    with neither date nor duration comes after what it waits for, nobody knows how long after; where nothing that it
    waits for is dated either, its earliest day is not known.

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
    early, late = _Pass({}, {}), _Pass({}, {})
    for node in range(network.steps):
        if network.met[node]:
            early.day[node], late.day[node] = timings[node].first, min(timings[node].last, now)
    before: dict[int, float] | None = None
    while before != early.day:  # again only where an alternative turns out to be earlier than the one met first
        before = dict(early.day)
        for node in order:
            _first(network, early, node, timings[node], now)
            _last(network, late, node, timings[node], now)
    dates = Dates(early.day, late.day, {node: early.source.get(node) for node in order}, {}, early.floor)
    if order:
        _backward(network, dates, order, timings)
    return dates


def delay_of(network: Network, dates: Dates, node: int, late: Timing, *, now: float) -> float:
    """Return by how much the goal is later when one step has another timing and all else stays as early as it is.

    Where alternatives meet on the path another one may make up for some of it: then this is the most [days].

    Parameters
    ----------
    dates
        As :func:`date_path` returns them for a path with this step, whose goal has an earliest day.
    late
        The other timing of the step.
    """
    known = [need.node for need in network.deciding(node) if need.node in dates.earliest]
    alone = _Pass(
        {need: dates.earliest[need] for need in known},
        {need: dates.floor[need] for need in known if need in dates.floor},
    )
    _first(network, alone, node, late, now)
    moved = alone.day[node] - dates.earliest[node] if dates.earliest[node] > -inf else 0.0
    return max(0.0, moved - dates.room[node])


@dataclass(frozen=True, slots=True)
class _Pass:
    """The days found so far: of gates when they open and the floor behind them, and what each day comes from."""

    day: dict[int, float]
    floor: dict[int, float]
    source: dict[int, int | None] = field(default_factory=dict)

    def start(self, network: Network, node: int) -> tuple[Start | None, int | None]:
        """Return from when a node can begin, and the need that decides it; ``None`` where it waits for nothing."""
        choose = min if network.any_of[node] else max
        known = [need for need in network.deciding(node) if need.node in self.day]
        if not known:
            return None, None
        floors = [self.floor.get(need.node, self.day[need.node]) + need.gap for need in known]
        begin, source = choose((self.day[need.node], need.node) for need in known)
        return Start(begin, choose(floors)), source

    def gate(self, node: int, start: Start | None, source: int | None) -> None:
        """Let a gate open."""
        self.day[node], self.floor[node] = start or Start(-inf, -inf)
        self.source[node] = source


def _first(network: Network, early: _Pass, node: int, timing: Timing, now: float) -> None:
    start, source = early.start(network, node)
    if node >= network.steps:
        early.gate(node, start, source if start and start.begin > -inf else None)
        return
    past = all(network.is_past(need.node) for need in network.needs[node])
    if past and timing.slow < inf and (start is None or start.begin == -inf):
        start = Start(now, now)
    ready = -inf if start is None else start.then(timing.quick)
    ready = max(ready, now) if ready > -inf and (timing.slow < inf or not past) else -inf
    own = max(timing.first, now) if timing.first > -inf else -inf
    early.day[node] = max(ready, own)
    early.source[node] = source if ready >= own and ready > -inf and not past else None


def _last(network: Network, late: _Pass, node: int, timing: Timing, now: float) -> None:
    start, source = late.start(network, node)
    if node >= network.steps:
        late.gate(node, start or Start(now, now), source)
        return
    begun = start or Start(now, now)
    if not timing.is_dated:
        late.day[node] = inf
        return
    after = begun.floor if timing.slow == inf else begun.then(timing.slow)
    own = timing.last if timing.last < inf else -inf
    late.day[node] = max(after, own, now)


def _backward(network: Network, dates: Dates, order: Sequence[int], timings: Sequence[Timing]) -> None:
    """Fill in the room of each node, from the goal back."""
    goal = order[-1]
    day = dates.earliest[goal]
    due = dict.fromkeys(order, Start(inf, inf))
    due[goal] = Start(day, day) if day > -inf else due[goal]
    for node in reversed(order):
        begin, floor = due[node]
        if node < network.steps:
            floor = min(begin, floor)
            begin = floor - timings[node].quick
        for need in network.open_needs(node):
            counts = not network.any_of[node] or dates.binding[node] == need.node
            if need.node in due and counts:
                known = due[need.node]
                due[need.node] = Start(min(known.begin, begin), min(known.floor, floor - need.gap))
    for node in order:
        early, limit = dates.earliest[node], min(due[node])
        dates.room[node] = limit - early if early > -inf and limit < inf else inf
