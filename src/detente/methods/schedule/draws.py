"""Monte Carlo: when the goal comes about, in many draws of durations, dates and chances at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from math import inf
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from detente.methods.schedule.dates import Schedule
from detente.methods.schedule.passes import LATER
from detente.methods.schedule.samples import Chance, Days, Mask, Sample

if TYPE_CHECKING:
    from detente.methods.schedule.network import Network


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What came out.

    Attributes
    ----------
    goal
        The day of the goal in each draw; ``inf`` where it does not come about, ``-inf`` where nothing on its way is
        dated. [days, shape (draws,)]
    critical
        For each node, in which share of the draws with a day the goal's day hangs on it. [shape (nodes,)]
    """

    goal: Days
    critical: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Drawable:
    """The nodes that a goal may hang on.

    Attributes
    ----------
    goal
        The node asked about.
    order
        The nodes, what they wait for first as far as they do not wait in a circle.
    circular
        Whether some wait in a circle, which alternatives may lead out of.
    """

    goal: int
    order: tuple[int, ...]
    circular: bool

    @classmethod
    def of(cls, network: Network, goal: int) -> Drawable:
        """Return the nodes that a goal may hang on."""
        waits = {goal: [need.node for need in network.open_needs(goal)]}
        pending = list(waits[goal])
        while pending:
            node = pending.pop()
            if node not in waits:
                waits[node] = [need.node for need in network.open_needs(node)]
                pending += waits[node]
        try:
            return cls(goal, tuple(TopologicalSorter(waits).static_order()), circular=False)
        except CycleError:
            return cls(goal, tuple(node for node in network.attainable() if node in waits), circular=True)


def draw_dates(
    network: Network, chances: Sequence[Chance], drawable: Drawable, *, now: float, numbers: Iterator[Days]
) -> Drawn:
    """Return when the goal comes about, and what its day hangs on.

    A step with neither date nor duration comes about as soon as it can, and one without a stated chance for certain:
    both are for the caller to say.

    Parameters
    ----------
    chances
        For each node of the network.
    now
        The day it is [days].
    numbers
        Blocks of uniform random numbers in 0..1, as ``uniforms`` yields. [each shape (inputs, draws)]

    References
    ----------
    VanSlyke1963
    """
    schedule = Schedule(network, [chance.timing for chance in chances], now)
    days, hits, counted = [np.empty(0)], np.zeros(len(network.needs)), 0
    for block in numbers:
        found = _Block.of(schedule, chances, drawable, block)
        goal = found.day.get(drawable.goal, np.full(block.shape[1], inf))
        dated = np.isfinite(goal)
        days.append(goal)
        counted += int(dated.sum())
        for node, critical in found.critical(drawable, dated).items():
            hits[node] += critical.sum()
    return Drawn(np.concatenate(days), hits / max(counted, 1))


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Some draws: the day of every node, and in which of them what it waits for decides that day.

    Of a gate, half a day more says that what waits for it must be strictly after that day.
    """

    schedule: Schedule
    day: dict[int, Days] = field(default_factory=dict)
    duration: dict[int, Days] = field(default_factory=dict)
    waited: dict[int, Mask] = field(default_factory=dict)

    @classmethod
    def of(cls, schedule: Schedule, chances: Sequence[Chance], drawable: Drawable, numbers: Days) -> _Block:
        size = numbers.shape[1]
        block = cls(schedule, {node: np.full(size, first) for node, first in schedule.begun[0].items()})
        rows = iter(numbers)
        drawn = {node: Sample.of(chances[node], size, schedule.now, rows) for node in drawable.order}
        while True:
            before = dict(block.day)
            for node in drawable.order:
                block._forward(node, drawn[node])
            same = all(np.array_equal(block.day[node], before.get(node, ())) for node in drawable.order)
            if same or not drawable.circular:
                return block

    def _starts(self, node: int) -> dict[int, Days]:
        """Return from when on each need of a node lets it begin."""
        known = (need for need in self.schedule.network.deciding[node] if need.node in self.day)
        gaps = ((need.node, 0 if need.node in self.schedule.loose else need.gap) for need in known)
        return {need: self.day[need] + LATER * gap for need, gap in gaps}

    def _forward(self, node: int, drawn: Sample) -> None:
        network, now = self.schedule.network, self.schedule.now
        choose = np.minimum if network.any_of[node] else np.maximum
        starts = self._starts(node)
        start = choose.reduce([*starts.values()]) if starts else np.full(drawn.date.size, now)
        if node >= network.steps:
            self.day[node], self.waited[node] = start, np.ones(start.size, dtype=np.bool_)
            return
        free = network.is_free(node)
        ready = _after(start, drawn.duration)
        ready = np.where((ready > -inf) & (drawn.lasts or not free), np.maximum(ready, now), -inf)
        self.duration[node] = drawn.duration
        self.waited[node] = (ready >= drawn.date) & (not free)
        self.day[node] = np.where(drawn.fails, inf, np.maximum(ready, drawn.date))

    def critical(self, drawable: Drawable, dated: Mask) -> dict[int, Mask]:
        """Return in which draws the goal's day hangs on each node."""
        found = {drawable.goal: dated}
        while True:
            before = sum(int(mask.sum()) for mask in found.values())
            for node in reversed(drawable.order):
                if node in found:
                    self._back(node, found)
            if not drawable.circular or sum(int(mask.sum()) for mask in found.values()) == before:
                return found

    def _back(self, node: int, found: dict[int, Mask]) -> None:
        """Add in which draws the goal's day hangs on what a node waits for, by that node."""
        network = self.schedule.network
        starts = self._starts(node)
        if node < network.steps:
            starts = {need: _after(start, self.duration[node]) for need, start in starts.items()}
        choose = np.minimum if network.any_of[node] else np.maximum
        decides = choose.reduce([*starts.values()]) if starts else None
        for need, start in starts.items():
            if not network.past[need]:
                binds = found[node] & self.waited[node] & (start == decides)
                found[need] = found[need] | binds if need in found else binds


def _after(start: Days, takes: Days) -> Days:
    """Return the first whole day for things that take so long from a start; see ``passes.after``."""
    return np.maximum(np.floor(start) + takes, np.ceil(start))
