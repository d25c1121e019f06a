"""Monte Carlo: when the goal comes about, in many draws of durations, dates and chances at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from math import inf
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from detente.methods.schedule.dates import Timing
    from detente.methods.schedule.network import Need, Network

Days: TypeAlias = npt.NDArray[np.float64]
"""One value for each draw."""

Mask: TypeAlias = npt.NDArray[np.bool_]
"""One truth value for each draw."""


class Chance(NamedTuple):
    """What is uncertain of a step.

    Attributes
    ----------
    timing
        Its date and duration.
    mode
        The most likely duration, where one is stated [days].
    succeeds
        Bounds of the chance that it comes about at all.
    """

    timing: Timing
    mode: float | None = None
    succeeds: tuple[float, float] = (1.0, 1.0)

    @property
    def has_date(self) -> bool:
        """Whether its own date may be one of several days."""
        return -inf < self.timing.first < self.timing.last < inf

    @property
    def has_duration(self) -> bool:
        """Whether it takes longer or shorter."""
        return self.timing.quick < self.timing.slow < inf

    @property
    def inputs(self) -> int:
        """How many random numbers a draw of it takes."""
        low, high = self.succeeds
        return self.has_date + self.has_duration + (low < 1) + (low < high)


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
class Course:
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
    def of(cls, network: Network, goal: int) -> Course:
        """Return the course to a goal."""
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
    network: Network, chances: Sequence[Chance], course: Course, *, now: float, numbers: Iterator[Days]
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
    days, hits, counted = [np.empty(0)], np.zeros(len(network.needs)), 0
    for block in numbers:
        found = _Block.of(network, chances, course, now, block)
        goal = found.day.get(course.goal, np.full(block.shape[1], inf))
        dated = np.isfinite(goal)
        days.append(goal)
        counted += int(dated.sum())
        for node, critical in found.critical(course, dated).items():
            hits[node] += critical.sum()
    return Drawn(np.concatenate(days), hits / max(counted, 1))


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Some draws: the day of every node, from when it could begin, and its own date where that decides.

    Of a gate, ``day`` is when it opens and ``floor`` the first day on which what waits for it may come about.
    """

    network: Network
    day: dict[int, Days] = field(default_factory=dict)
    floor: dict[int, Days] = field(default_factory=dict)
    begun: dict[int, tuple[Days, Days]] = field(default_factory=dict)
    waited: dict[int, Mask] = field(default_factory=dict)

    @classmethod
    def of(cls, network: Network, chances: Sequence[Chance], course: Course, now: float, numbers: Days) -> _Block:
        size = numbers.shape[1]
        block = cls(network)
        for node in range(network.steps):
            if network.met[node]:
                block.day[node] = np.full(size, chances[node].timing.first)
        rows = iter(numbers)
        drawn = {node: _Sample.of(chances[node], size, now, rows) for node in course.order}
        while True:
            before = dict(block.day)
            for node in course.order:
                block._forward(node, drawn[node], now)
            same = all(np.array_equal(block.day[node], before.get(node, ())) for node in course.order)
            if same or not course.circular:
                return block

    def _needs(self, node: int) -> list[Need]:
        return [need for need in self.network.deciding(node) if need.node in self.day]

    def _forward(self, node: int, drawn: _Sample, now: float) -> None:
        choose = np.minimum if self.network.any_of[node] else np.maximum
        needs = self._needs(node)
        begin = floor = np.full(drawn.date.size, -inf)
        if needs:
            begin = choose.reduce([self.day[need.node] for need in needs])
            floor = choose.reduce([self.floor.get(need.node, self.day[need.node]) + need.gap for need in needs])
        if node >= self.network.steps:
            self.day[node], self.floor[node], self.begun[node] = begin, floor, (begin, floor)
            self.waited[node] = np.ones(begin.size, dtype=np.bool_)
            return
        past = all(self.network.is_past(need.node) for need in self.network.needs[node])
        if past and drawn.lasts:
            begin = np.where(begin == -inf, now, begin)
        ready = np.maximum(begin + drawn.duration, floor)
        ready = np.where((ready > -inf) & (drawn.lasts or not past), np.maximum(ready, now), -inf)
        self.begun[node] = begin + drawn.duration, floor
        self.waited[node] = (ready >= drawn.date) & (not past)
        self.day[node] = np.where(drawn.fails, inf, np.maximum(ready, drawn.date))

    def critical(self, course: Course, dated: Mask) -> dict[int, Mask]:
        """Return in which draws the goal's day hangs on each node."""
        found = {course.goal: dated}
        for node in reversed(course.order):
            if node not in found:
                continue
            bound = found[node] & self.waited[node]
            ready, floor = self.begun[node]
            needs = [need for need in self._needs(node) if not self.network.is_past(need.node)]
            first = np.minimum.reduce if self.network.any_of[node] else np.maximum.reduce
            begin = first([self.day[need.node] for need in needs]) if needs else ready
            for need in needs:
                behind = self.floor.get(need.node, self.day[need.node]) + need.gap
                binds = (ready >= floor) & (self.day[need.node] == begin) | (floor >= ready) & (behind == floor)
                found[need.node] = found.get(need.node, False) | bound & binds
        return found


class _Sample(NamedTuple):
    """A step in some draws: its own date, how long it takes, whether that is known, and where it fails."""

    date: Days
    duration: Days
    lasts: bool
    fails: Mask

    @classmethod
    def of(cls, chance: Chance, size: int, now: float, rows: Iterator[Days]) -> _Sample:
        timing = chance.timing
        date = np.full(size, timing.first)
        if chance.has_date:
            date = timing.first + np.floor(next(rows) * (timing.last - timing.first + 1))
        date = np.where(date > -inf, np.maximum(date, now), date)
        duration = np.full(size, timing.quick)
        if chance.has_duration:
            duration = np.rint(_between(timing, chance.mode, next(rows)))
        low, high = chance.succeeds
        fails = np.zeros(size, dtype=np.bool_)
        if low < 1:
            share = low + (high - low) * next(rows) if low < high else np.full(size, low)
            fails = next(rows) >= share
        return cls(date, duration, timing.slow < inf, fails)


def _between(timing: Timing, mode: float | None, u: Days) -> Days:
    """Return durations: triangular where a most likely one is stated, else each alike."""
    low, high = timing.quick, timing.slow
    if mode is None:
        return low + (high - low) * u
    peak = (mode - low) / (high - low)
    rising = low + np.sqrt(u * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - u) * (high - low) * (high - mode))
    return np.where(u < peak, rising, falling)
