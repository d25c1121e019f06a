"""Roads: the steps of a case as they stand on a day, and the road to each of them, worked out when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.case.calendar import Calendar
from detente.case.step import Step
from detente.dates import Interval, Truth
from detente.models.roadmap.model import RoadmapModel, model_roadmap

if TYPE_CHECKING:
    from detente.models.roadmap.road import Road


@dataclass(frozen=True)
class Roads:
    """The steps of a case on a day.

    Attributes
    ----------
    steps, met, calendar
        The steps, whether each was met on the day, and the days that each date may be.
    as_of
        The day.
    plan
        Beyond what the case knows: the days on which it had each step coming.
    goal
        Id of the case's own goal; ``None`` where it names none.
    """

    steps: tuple[Step, ...]
    met: Mapping[str, Truth]
    calendar: Calendar
    as_of: Interval
    plan: Mapping[str, Interval]
    goal: str | None

    @cached_property
    def model(self) -> RoadmapModel:
        """The steps as a network with dates."""
        return model_roadmap(self.steps, self.met, self.calendar, as_of=self.as_of, plan=self.plan)

    @cached_property
    def towards_goal(self) -> Road | None:
        """The road to the case's own goal; ``None`` where it has none among its steps."""
        return None if self.goal is None else self._road(self.goal)

    def to(self, step: str) -> Road | None:
        """Return the road to a step; ``None`` where there is no such step."""
        return self.towards_goal if step == self.goal else self._road(step)

    def _road(self, step: str) -> Road | None:
        from detente.models.roadmap.road import Road  # a check needs no road, and its kernels take time to load

        number = self.model.number.get(step)
        return None if number is None else Road(self.model, number)
