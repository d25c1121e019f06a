"""The road to a step: its paths, the days of every step, and what each step has to do with it.

It is worked out once; whatever speaks of a step, a drawing, a table or a file, reads it here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite
from typing import TYPE_CHECKING

from detente.methods.schedule.deadlocks import Deadlock, deadlocks
from detente.methods.schedule.lengths import lengths
from detente.methods.schedule.marks import all_behind, marks
from detente.methods.schedule.ways import ways_to
from detente.models.roadmap.parts import Bearing, Days, Path

if TYPE_CHECKING:
    from detente.methods.schedule.dates import Dates
    from detente.methods.schedule.lengths import Length
    from detente.models.roadmap.model import RoadmapModel


@dataclass(frozen=True)
class Road:
    """The road to a goal.

    Attributes
    ----------
    model
        The steps as a network.
    goal
        The step asked about.
    """

    model: RoadmapModel
    goal: int

    @cached_property
    def _ways(self) -> tuple[tuple[Path, ...], bool]:
        found = ways_to(self.model.network, self.goal)
        paths = (self._path(nodes) for nodes in found.paths if nodes)
        return tuple(sorted(paths, key=_soonest)), found.complete

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths: those with the soonest known date first, those without any last."""
        return self._ways[0]

    @property
    def complete(self) -> bool:
        """Whether all paths are there."""
        return self._ways[1]

    @cached_property
    def paths_of(self) -> Mapping[int, tuple[int, ...]]:
        """For each step on a path, the paths that need it, counted from 0."""
        found: dict[int, list[int]] = {}
        for number, path in enumerate(self.paths):
            for step in path.steps:
                found.setdefault(step, []).append(number)
        return {step: tuple(numbers) for step, numbers in found.items()}

    @cached_property
    def shared(self) -> frozenset[int]:
        """The steps that all paths need."""
        return frozenset(step for step, numbers in self.paths_of.items() if len(numbers) == len(self.paths))

    @cached_property
    def apart(self) -> tuple[tuple[int, ...], ...]:
        """For each path, the steps that set it apart from the others: as few of its last ones as will do."""
        found: list[list[int]] = [[] for _ in self.paths]
        groups = [list(range(len(self.paths)))]
        while groups:
            group = groups.pop()
            counts = Counter(step for number in group for step in self.paths[number].steps)
            alike: dict[int, list[int]] = {}
            for number in group if len(group) > 1 else ():
                own = next(step for step in reversed(self.paths[number].steps) if counts[step] < len(group))
                found[number].append(own)
                alike.setdefault(own, []).append(number)
            groups += alike.values()
        return tuple(map(tuple, found))

    @cached_property
    def deadlocks(self) -> tuple[Deadlock, ...]:
        """Steps that wait for each other in a circle."""
        return deadlocks(self.model.network)

    @cached_property
    def behind(self) -> frozenset[int]:
        """All nodes that the goal waits or waited for, met ones too, and the goal."""
        return self._reached([self.goal], range(len(self.model.network.needs)))

    @cached_property
    def eased(self) -> frozenset[int]:
        """The steps that would make what the goal waits for easier, and all that they wait for."""
        helpers = (helper for node in self.behind for helper in self.model.eased_by.get(node, ()))
        return self._reached(helpers, range(len(self.model.network.needs)))

    @cached_property
    def required(self) -> tuple[int, ...]:
        """The goal, what its paths need, and what of it has been met; alternatives that nobody needs are left out."""
        network = self.model.network
        kept = self.behind
        if self.paths and self.complete:
            gates = range(network.steps, len(network.needs))
            kept = self._reached([self.goal], {*self.paths_of, *gates, *(n for n in self.behind if network.past[n])})
        return tuple(sorted(node for node in kept if node < network.steps))

    @property
    def is_met(self) -> bool:
        """Whether the goal is met already."""
        return self.model.network.met[self.goal]

    def bearing(self, number: int) -> Bearing:
        """Return what a step has to do with the goal."""
        if self.model.network.met[number]:
            return Bearing.DONE
        if number in self.paths_of or number == self.goal:
            return Bearing.NEEDED
        if number in self.behind:
            return Bearing.SPARE if number in self.model.everything.earliest else Bearing.BLOCKED
        return Bearing.EASES if number in self.eased else Bearing.ELSEWHERE

    @cached_property
    def days(self) -> Mapping[int, Days]:
        """The days of every step that can still come about.

        A step on several paths has those of the first of them; one on none, the days it has by itself.
        """
        found: dict[int, Days] = {}
        for path in self.paths:
            if not found.keys() >= set(path.steps):
                found = self._days(path.dates) | found
        return self._days(self.model.everything) | found

    def lengths_to(self, number: int) -> Mapping[int, Length]:
        """Return how many days after each undated step before it a step on a path comes about, by the step."""
        if number not in self.paths_of:
            return {}
        path = self.paths[self.paths_of[number][0]]
        if number == path.steps[-1]:
            return path.after
        starts = [step for step in path.undated if step != number]
        return lengths(self.model.network, self.model.timings, tuple(path.dates.earliest), (starts, number))

    def rests_of(self, number: int) -> int:
        """Return the steps whose assumptions stand behind a step and all that it waits for on its first path."""
        path = self.paths[self.paths_of[number][0]]
        return all_behind(self.model.network, path.dates, self.model.own_marks)[number]

    def _days(self, dates: Dates) -> dict[int, Days]:
        network, timings = self.model.network, self.model.timings
        resting = marks(network, timings, dates, self.model.own_marks)
        return {node: Days(dates.earliest[node], dates.latest[node], rests) for node, rests in resting.items()}

    def _path(self, nodes: tuple[int, ...]) -> Path:
        network, timings = self.model.network, self.model.timings
        dates = self.model.schedule.path(nodes, self.goal)
        steps = tuple(node for node in dates.earliest if node < network.steps and node != self.goal)
        undated = tuple(node for node in (*steps, self.goal) if not timings[node].is_dated)
        frontier = tuple(node for node in (*steps, self.goal) if not network.open_needs(node))
        starts = [step for step in undated if step != self.goal]
        after = lengths(network, timings, tuple(dates.earliest), (starts, self.goal))
        return Path((*steps, self.goal), dates, undated, frontier, after)

    def _reached(self, starts: Iterable[int], within: Container[int]) -> frozenset[int]:
        """Return some nodes with all that they wait or waited for, as far as it is among others."""
        seen: set[int] = set()
        pending = list(starts)
        while pending:
            node = pending.pop()
            if node in within and node not in seen:
                seen.add(node)
                pending += [need.node for need in self.model.network.needs[node]]
        return frozenset(seen)


def _soonest(path: Path) -> tuple[bool, float, int, tuple[int, ...]]:
    known = isfinite(path.earliest)
    return not known, path.earliest if known else inf, len(path.steps), path.steps
