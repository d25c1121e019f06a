"""Steps: which were met.

The status of a step is what the case knows at its own date. A step that is met then was met by that date, however
roughly its own date is known. A step that is not met then was not met before; at a date beyond what the case can know,
a plan whose time has come is neither met nor unmet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.situation.answers import Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.step import Step
    from detente.situation.clock import Clock


def met_steps(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Truth]:
    """Return whether each step was met, by id."""
    answers: dict[str, Truth] = {}
    for step in clock.case.steps:
        answers[step.id] = _met(clock, step)
        if answers[step.id] is Truth.UNDETERMINED:
            open_questions.append(_open(clock, step))
    return answers


def _met(clock: Clock, step: Step) -> Truth:
    if step.status == "met":
        reached = clock.reached(step.date)
        return Truth.TRUE if reached is Truth.UNDETERMINED and clock.is_current else reached
    if clock.is_known:
        return Truth.FALSE
    planned_later = step.date is not None and clock.passed(step.date) is Truth.FALSE
    return Truth.FALSE if planned_later else Truth.UNDETERMINED


def _open(clock: Clock, step: Step) -> Undetermined:
    if step.status == "met":
        return clock.vague(step.id, step.date, f"'{step.name}'")
    if clock.passed(step.date) is Truth.UNDETERMINED and step.date is not None:
        return clock.vague(step.id, step.date, f"'{step.name}'")
    because = f"{clock.date} lies beyond what the case knows; '{step.name}' was {step.status} then"
    return Undetermined(step.id, because, f"whether '{step.name}' has come about since")
