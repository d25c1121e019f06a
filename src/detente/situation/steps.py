"""Steps: which were met, and when the others were to come about.

The status of a step is what the case knows at its own date. A step that is met then was met by that date, however
roughly its own date is known. A step that is not met then was not met before. At a date beyond what the case can know,
it is still unmet where the roadmap has it coming later; otherwise it is neither met nor unmet: its time has come, or
nothing dates it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import Interval, PartialDate, Truth
from detente.models.roadmap.model import model_roadmap, planned
from detente.situation.answers import Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.step import Step
    from detente.situation.clock import Clock


def met_steps(clock: Clock, plans: Mapping[str, Interval], open_questions: list[Undetermined]) -> Mapping[str, Truth]:
    """Return whether each step was met, by id; ``plans`` are those of :func:`plans`."""
    answers: dict[str, Truth] = {}
    for step in clock.case.steps:
        answers[step.id] = _met(clock, step, plans.get(step.id))
        if answers[step.id] is Truth.UNDETERMINED:
            open_questions.append(_open(clock, step))
    return answers


def _met(clock: Clock, step: Step, plan: Interval | None) -> Truth:
    if step.status == "met":
        reached = clock.calendar.of_step(step).by(clock.date.interval)
        return Truth.TRUE if reached is Truth.UNDETERMINED and clock.is_current else reached
    if clock.is_known:
        return Truth.FALSE
    days = clock.calendar.of(step.date) if plan is None else plan
    return Truth.FALSE if days.by(clock.date.interval) is Truth.FALSE else Truth.UNDETERMINED


def _open(clock: Clock, step: Step) -> Undetermined:
    if step.status == "met":
        return clock.vague(step.id, step.date, f"'{step.name}'")
    if clock.passed(step.date) is Truth.UNDETERMINED and step.date is not None:
        return clock.vague(step.id, step.date, f"'{step.name}'")
    because = f"{clock.date} lies beyond what the case knows; '{step.name}' was {step.status} then"
    return Undetermined(step.id, because, f"whether '{step.name}' has come about since")


def plans(clock: Clock) -> Mapping[str, Interval]:
    """Return the days on which the roadmap had each unmet step coming; nothing at a date that the case knows.

    The roadmap is worked out on the last day that the case knows, so that every lens shares one calendar. What has a
    last day has a first one: nothing unmet comes about before that day.
    """
    last = clock.last_known
    if clock.is_known or last is None:
        return {}
    known = replace(clock, date=PartialDate(last.isoformat(), Interval.day(last)))
    met = met_steps(known, {}, [])
    days = planned(model_roadmap(clock.case.steps, met, clock.calendar, as_of=Interval.day(last)))
    return {name: Interval(each.earliest or last, each.latest) if each.latest else each for name, each in days.items()}
