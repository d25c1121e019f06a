"""Progress: which steps towards the goal have been made, and the last of them."""

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
    steps, met, doubtful
        How many steps there are towards it, how many are met, and of how many it cannot be said.
    """

    goal: Step
    reached: Truth
    last: Step | None
    steps: int
    met: int
    doubtful: int


def progress(matter: Matter) -> Progress | None:
    """Return how far the way is; ``None`` where the case has no goal at the date."""
    road, truths = matter.road, matter.situation.steps
    if road is None:
        return None
    goal = road.model.steps[road.goal]
    steps = [road.model.steps[number] for number in road.required]
    met = [step for step in steps if truths[step.id] is Truth.TRUE]
    before = {part.step for step in met for part in step.requirements()}
    ends = [step for step in met if step.id not in before]
    last = max(ends, key=lambda step: _when(matter, step), default=None)
    doubtful = sum(truths[step.id] is Truth.UNDETERMINED for step in steps)
    return Progress(goal, truths[goal.id], last, len(steps), len(met), doubtful)


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
