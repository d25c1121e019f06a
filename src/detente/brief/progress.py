"""Progress: whether the goal is reached, and the last step towards it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from detente.dates import PartialDate, Truth
from detente.dates.spans import plain_span
from detente.dates.words import plain_date

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case.step import Step


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the way to the goal is.

    Attributes
    ----------
    goal
        The step to be reached.
    reached
        Whether it is.
    last
        The last step towards it that was met; ``None`` where none was.
    doubtful
        Of how many steps that it waits for it cannot be said whether they are met.
    """

    goal: Step
    reached: Truth
    last: Step | None
    doubtful: int


def progress(matter: Matter) -> Progress | None:
    """Return how far the way is; ``None`` where the case has no goal at the date."""
    road, truths = matter.road, matter.situation.steps
    if road is None:
        return None
    goal = road.model.steps[road.goal]
    steps = [road.model.steps[number] for number in road.behind if number < road.model.network.steps]
    met = [step for step in steps if truths[step.id] is Truth.TRUE]
    supposed = _supposed(matter)
    before = {part.step for step in met for part in step.requirements()}
    ends = [step for step in met if step.id not in before | supposed]
    last = max(ends, key=lambda step: _when(matter, step), default=None)
    required = {road.model.steps[number].id for number in road.required} - {goal.id}
    doubtful = sum(truths[name] is Truth.UNDETERMINED for name in required)
    return Progress(goal, truths[goal.id], last, doubtful)


def _supposed(matter: Matter) -> set[str]:
    """Return the steps that the scenario has met: they have no day of their own."""
    scenario = matter.moment.scenario
    words = [change.target.split(".") for change in (scenario.changes if scenario is not None else ()) if change.set]
    return {path[1] for path in words if len(path) > 1 and path[0] == "steps"}


def _when(matter: Matter, step: Step) -> tuple[bool, date, date, str]:
    days = matter.situation.calendar.of_step(step)
    return days.latest is not None, days.latest or date.min, days.earliest or date.min, step.name


def dated(matter: Matter, step: Step) -> str:
    """Return the day of a step in brackets, as its source states it; nothing where none does."""
    if step.date is None:
        return ""
    if isinstance(step.date, PartialDate):
        return f" ({plain_date(str(step.date))})"
    days = matter.situation.calendar.of_step(step)
    return f" ({plain_span(days.earliest, days.latest)})" if days.earliest or days.latest else ""
