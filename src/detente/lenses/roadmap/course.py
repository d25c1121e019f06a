"""The course of a roadmap: the road to its goal, in the situation that it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics import did_you_mean
from detente.lenses.look import AskError

if TYPE_CHECKING:
    from detente.case.step import Step
    from detente.lenses.look import Look
    from detente.lenses.roadmap.options import RoadmapOptions
    from detente.models.roadmap.model import RoadmapModel
    from detente.models.roadmap.parts import Path
    from detente.models.roadmap.road import Road
    from detente.situation import Situation
    from detente.study import Moment


@dataclass(frozen=True, slots=True)
class Course:
    """Everything the chapters of this lens speak of.

    Attributes
    ----------
    situation
        The case at its date.
    road
        The road to the step asked about.
    """

    situation: Situation
    road: Road

    @classmethod
    def of(cls, moment: Moment, goal: str | None) -> Course:
        """Return the course to a step; to the case's own goal when none is given.

        Raises
        ------
        AskError
            If there is no such step.
        """
        roads = moment.roads
        name = goal or roads.goal or ""
        road = roads.to(name)
        if road is None:
            hint = did_you_mean(name, roads.model.number)
            raise AskError("goal", f"the case has no step '{name}'{f'; {hint}' if hint else ''}")
        return cls(moment.situation, road)

    @property
    def model(self) -> RoadmapModel:
        """The steps as a network."""
        return self.road.model

    @property
    def goal(self) -> int:
        """The step asked about."""
        return self.road.goal

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths: those with the soonest known date first, those without any last."""
        return self.road.paths

    def step(self, number: int) -> Step:
        """Return a step of the case."""
        return self.model.steps[number]

    def ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of some steps."""
        return tuple(self.step(number).id for number in numbers)

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what to call some actors or steps."""
        return tuple(self.situation.names[each] for each in ids)


def course_of(look: Look[RoadmapOptions]) -> Course:
    """Return the course that a look is about: to the step that was asked for, or else to the case's own goal.

    Raises
    ------
    AskError
        If there is no such step.
    """
    return Course.of(look.moment, look.options.goal)
