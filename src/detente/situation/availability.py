"""Availability: which options of the conflict could be taken.

An option that waits for a step opens when the step is met, or when the date lies beyond what the case knows
and the step was planned for a time that has passed: then it *can* be met, which is an assumption and is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.situation.answers import Availability, Undetermined
from detente.situation.steps import PLANNED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.conflict import Option
    from detente.situation.moment import Moment


def availability(
    moment: Moment, steps: Mapping[str, Truth], open_questions: list[Undetermined]
) -> Mapping[str, Availability]:
    """Return whether each option could be taken, by option id."""
    conflict = moment.case.conflict
    options = [option for maker in conflict.decision_makers for option in maker.options] if conflict else []
    answers = {option.id: _answer(moment, option, steps) for option in options}
    for option in options:
        answer = answers[option.id]
        if answer.undetermined:
            open_questions.append(Undetermined(option.id, answer.reason, "a more exact date"))
    return answers


def _answer(moment: Moment, option: Option, steps: Mapping[str, Truth]) -> Availability:
    rule = option.available
    if rule is None:
        return Availability(True, "it can be taken at any time")
    if rule.never:
        return Availability(False, "it cannot be taken")
    if rule.step is not None:
        return _after_step(moment, rule.step, steps)
    passed = moment.passed(rule.from_)
    opens = moment.said(rule.from_) if isinstance(rule.from_, RelativeDate) else f"on {moment.said(rule.from_)}"
    if passed is Truth.UNDETERMINED:
        reason = f"it opens {opens}, which may lie before or after {moment.date}; it counts as closed"
        return Availability(False, reason, undetermined=True)
    return Availability(passed is Truth.TRUE, f"it opens {opens}")


def _after_step(moment: Moment, name: str, steps: Mapping[str, Truth]) -> Availability:
    step = next((step for step in moment.case.steps if step.id == name), None)
    met = steps.get(name, Truth.FALSE)
    label = step.name if step else name
    if met is Truth.TRUE:
        return Availability(True, f"'{label}' is met")
    planned = step is not None and step.status in PLANNED and step.date is not None
    if planned and step is not None and not moment.is_known and moment.passed(step.date) is Truth.TRUE:
        reason = f"assumes that '{label}' came about as planned ({moment.said(step.date)})"
        return Availability(True, reason, assumed=True)
    if met is Truth.UNDETERMINED:
        reason = f"whether '{label}' is met cannot be said; it counts as closed"
        return Availability(False, reason, undetermined=True)
    return Availability(False, f"'{label}' is not met")
