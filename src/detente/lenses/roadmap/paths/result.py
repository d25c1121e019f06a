"""What is found of the paths, as programs read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Result
from detente.lenses.roadmap.words import known_day

if TYPE_CHECKING:
    from detente.lenses.roadmap.course import Course
    from detente.models.roadmap.parts import Path


@dataclass(frozen=True, slots=True)
class StepAssumption:
    """What is taken for granted of a step.

    Attributes
    ----------
    step, assumption
        The step, and why it may be said without a source.
    """

    step: str
    assumption: str


@dataclass(frozen=True, slots=True)
class DaysAfter:
    """How long it takes from a step without a date to the goal.

    Attributes
    ----------
    step
        The step without a date.
    days
        How many days at least and at most, along the longest chain of durations; ``null`` where nobody knows.
    """

    step: str
    days: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class StepDates:
    """When a step on a path can be.

    Attributes
    ----------
    earliest, latest
        Its first and last day; ``null`` where nothing bounds it.
    float_days
        How much later it may be without delaying the goal; ``null`` where that is not known.
    """

    earliest: str | None
    latest: str | None
    float_days: float | None


@dataclass(frozen=True, slots=True)
class PathToGoal:
    """A smallest set of unmet steps that reaches the goal.

    Attributes
    ----------
    steps
        The steps, in an order in which they can come about; the goal is the last.
    earliest, latest
        The first and last day of the goal; ``null`` where nothing bounds it.
    undated
        The steps that no source dates.
    assumptions
        What its steps rest on.
    after
        How many days after each undated step the goal comes about.
    waiting_for
        The steps that wait for nothing else.
    slowest
        The chain that the earliest day hangs on.
    dates
        By step: when it can be.
    """

    steps: tuple[str, ...]
    earliest: str | None
    latest: str | None
    undated: tuple[str, ...]
    assumptions: tuple[StepAssumption, ...]
    after: tuple[DaysAfter, ...]
    waiting_for: tuple[str, ...]
    slowest: tuple[str, ...]
    dates: Mapping[str, StepDates]

    @classmethod
    def of(cls, course: Course, path: Path) -> PathToGoal:
        """Return a path by the ids of its steps."""
        steps = [course.step(number) for number in path.steps]
        dates = path.dates
        return cls(
            course.ids(path.steps),
            known_day(path.earliest),
            known_day(path.latest),
            course.ids(path.undated),
            tuple(StepAssumption(step.id, step.assumption) for step in steps if step.assumption),
            tuple(DaysAfter(course.step(n).id, (_count(low), _count(high))) for n, (low, high) in path.after.items()),
            course.ids(path.frontier),
            course.ids(n for n in dates.slowest(path.steps[-1]) if n < course.model.network.steps),
            {
                course.step(n).id: StepDates(
                    known_day(dates.earliest[n]), known_day(dates.latest[n]), _known(dates.room[n])
                )
                for n in path.steps
            },
        )


@dataclass(frozen=True, slots=True)
class Paths(Result):
    """What everybody is waiting for.

    Attributes
    ----------
    goal
        The step to be reached.
    met
        Whether it is met.
    paths
        The smallest sets of unmet steps that reach it, the soonest first.
    complete
        Whether these are all paths.
    as_planned
        The steps of which the case cannot say whether they had come about, and which count as if they had as planned.
    """

    goal: str
    met: Truth
    paths: tuple[PathToGoal, ...]
    complete: bool
    as_planned: tuple[str, ...]


def _count(days: float) -> int | None:
    return int(days) if isfinite(days) else None


def _known(days: float) -> float | None:
    return days if isfinite(days) else None
