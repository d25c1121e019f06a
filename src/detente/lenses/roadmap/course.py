"""The course of a roadmap: its paths to the goal with their dates, and its deadlocks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import inf, isfinite
from typing import TYPE_CHECKING

from detente.lenses.lens import AskError
from detente.methods.schedule.dates import Dates, date_path
from detente.methods.schedule.deadlocks import Deadlock, deadlocks
from detente.methods.schedule.ways import ways_to
from detente.models.roadmap_model import RoadmapModel, model_roadmap

if TYPE_CHECKING:
    from detente.case.step import Step
    from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class Path:
    """A smallest set of unmet steps that reaches the goal.

    Attributes
    ----------
    steps
        The steps in an order in which they can come about; the goal is the last.
    dates
        Their dates.
    undated
        Those that no source dates, neither by a day nor by a duration.
    frontier
        Those that wait for nothing else: what is to be done now.
    """

    steps: tuple[int, ...]
    dates: Dates
    undated: tuple[int, ...]
    frontier: tuple[int, ...]

    @property
    def earliest(self) -> float:
        """The first day on which the goal can be, as far as dates are known [days]; ``-inf`` where none is."""
        return self.dates.earliest[self.steps[-1]]

    @property
    def latest(self) -> float:
        """The last day, if all goes as planned [days]; ``inf`` where a step is undated."""
        return self.dates.latest[self.steps[-1]]


@dataclass(frozen=True)
class Course:
    """Everything the chapters of this lens speak of.

    Attributes
    ----------
    situation, model
        The case at its date, and its steps as a network.
    goal
        The step asked about.
    """

    situation: Situation
    model: RoadmapModel
    goal: int

    @classmethod
    def of(cls, situation: Situation, goal: str | None) -> Course:
        """Return the course to a step; to the case's own goal when none is given.

        Raises
        ------
        AskError
            If there is no such step.
        """
        case = situation.case
        as_of, plan = situation.as_of.interval, situation.plans
        model = model_roadmap(case.steps, situation.steps, situation.calendar, as_of=as_of, plan=plan)
        name = goal or (case.roadmap.goal if case.roadmap else None) or ""
        if name not in model.number:
            raise AskError("goal", f"the case has no step '{name}'{_hint(name, model)}")
        return cls(situation, model, model.number[name])

    @cached_property
    def _ways(self) -> tuple[tuple[Path, ...], bool]:
        found = ways_to(self.model.network, self.goal)
        paths = tuple(self._path(nodes) for nodes in found.paths if nodes)
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
    def shared(self) -> frozenset[int]:
        """The steps that all paths need."""
        return frozenset.intersection(*(frozenset(path.steps) for path in self.paths)) if self.paths else frozenset()

    @cached_property
    def deadlocks(self) -> tuple[Deadlock, ...]:
        """Steps that wait for each other in a circle."""
        return deadlocks(self.model.network)

    @cached_property
    def behind(self) -> frozenset[int]:
        """All nodes that the goal waits or waited for, met ones too."""
        seen: set[int] = set()
        pending = [self.goal]
        while pending:
            node = pending.pop()
            pending += [need.node for need in self.model.network.needs[node] if need.node not in seen]
            seen.add(node)
        return frozenset(seen)

    @property
    def is_met(self) -> bool:
        """Whether the goal is met already."""
        return self.model.network.met[self.goal]

    def step(self, number: int) -> Step:
        """Return a step of the case."""
        return self.model.steps[number]

    def ids(self, numbers: tuple[int, ...]) -> list[str]:
        """Return the ids of some steps."""
        return [self.step(number).id for number in numbers]

    def _path(self, nodes: tuple[int, ...]) -> Path:
        network, timings = self.model.network, self.model.timings
        dates = date_path(network, timings, nodes, now=self.model.now)
        steps = tuple(node for node in network.attainable(nodes) if node < network.steps)
        undated = tuple(node for node in steps if not timings[node].is_dated)
        frontier = tuple(node for node in steps if not list(network.steps_behind(node)))
        return Path(steps, dates, undated, frontier)


def _soonest(path: Path) -> tuple[bool, float, int, tuple[int, ...]]:
    known = isfinite(path.earliest)
    return not known, path.earliest if known else inf, len(path.steps), path.steps


def _hint(name: str, model: RoadmapModel) -> str:
    from detente.diagnostics import did_you_mean

    hint = did_you_mean(name, model.number)
    return f"; {hint}" if hint else ""
