"""Availability: options that could be taken, outcomes that can be had, and links of the corridor that are open.

What waits for a step opens when the step is met, or when the date lies beyond what the case knows
and the roadmap had the step coming by a day that has passed: then it *can* be met, which is an assumption and is said.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.situation.answers import Availability, Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.availability import Availability as Opening
    from detente.case.corridor import Link
    from detente.dates import Interval
    from detente.situation.clock import Clock


def availability(
    clock: Clock,
    steps: Mapping[str, Truth],
    plans: Mapping[str, Interval],
    open_questions: list[Undetermined],
) -> Mapping[str, Availability]:
    """Return whether each option could be taken, by option id.

    Parameters
    ----------
    steps
        Whether each step is met.
    plans
        The days on which the roadmap has each unmet step coming, where the date lies beyond what the case knows.
    """
    conflict = clock.case.conflict
    options = conflict.options if conflict else ()
    answers = {option.id: _answer(clock, option.available, steps, plans) for option in options}
    for name, answer in answers.items():
        if answer.undetermined:
            counted = replace(answer, reason=f"{answer.reason}; it counts as closed")
            answers[name] = counted
            open_questions.append(Undetermined(name, counted.reason, "a more exact date"))
    return answers


def outcome_availability(
    clock: Clock,
    steps: Mapping[str, Truth],
    plans: Mapping[str, Interval],
    open_questions: list[Undetermined],
) -> Mapping[str, Mapping[str, Availability]]:
    """Return from when outcomes can be had, by issue and outcome id, where the case says from when; as for options."""
    answers: dict[str, dict[str, Availability]] = {}
    for issue in clock.case.issues:
        dated = {each.id: each for each in issue.outcomes if each.available is not None}
        found = {name: _answer(clock, each.available, steps, plans) for name, each in dated.items()}
        if found:
            answers[issue.id] = found
        for name, answer in found.items():
            if answer.undetermined:
                because = f"whether '{dated[name].label}' can be had: {answer.reason}"
                open_questions.append(Undetermined(issue.id, because, "a more exact date"))
    return answers


def link_availability(
    clock: Clock,
    steps: Mapping[str, Truth],
    plans: Mapping[str, Interval],
    open_questions: list[Undetermined],
) -> Mapping[str, Availability]:
    """Return whether each link of the corridor is open, whatever regime it runs under, by link id; as for options."""
    answers: dict[str, Availability] = {}
    for link in clock.case.corridor.links if clock.case.corridor else ():
        standing = _standing(clock, link)
        answer = _answer(clock, link.available, steps, plans) if standing.open else standing
        if answer.undetermined:
            answer = replace(answer, reason=f"{answer.reason}; it counts as closed")
            open_questions.append(Undetermined(link.id, answer.reason, "a more exact date"))
        answers[link.id] = answer
    return answers


def _standing(clock: Clock, link: Link) -> Availability:
    """Return whether the status of a link lets cargo through: what it is said to be since a date, it was not before."""
    if link.since is None:
        return Availability(link.status == "open", f"it is {link.status}")
    since = clock.passed(link.since)
    if since is Truth.UNDETERMINED:
        reason = f"it is {link.status} since {clock.said(link.since)}, which may lie before or after {clock.date}"
        return Availability(False, reason, undetermined=True)
    is_open = (link.status == "open") is (since is Truth.TRUE)
    return Availability(is_open, f"it is {link.status} since {clock.said(link.since)}")


def _answer(
    clock: Clock, rule: Opening | None, steps: Mapping[str, Truth], plans: Mapping[str, Interval]
) -> Availability:
    if rule is None or rule.at_any_time:
        return Availability(True, "it can be taken at any time")
    if rule.never:
        return Availability(False, "it cannot be taken")
    if rule.step is not None:
        met = steps.get(rule.step, Truth.FALSE)
        return _after_step(clock, rule.step, met, plans.get(rule.step))
    passed = clock.passed(rule.from_)
    opens = clock.said(rule.from_) if isinstance(rule.from_, RelativeDate) else f"on {clock.said(rule.from_)}"
    if passed is Truth.UNDETERMINED:
        reason = f"it opens {opens}, which may lie before or after {clock.date}"
        return Availability(False, reason, undetermined=True)
    return Availability(passed is Truth.TRUE, f"it opens {opens}")


def _after_step(clock: Clock, name: str, met: Truth, plan: Interval | None) -> Availability:
    label = clock.names.get(name, name)
    if met is Truth.TRUE:
        return Availability(True, f"'{label}' is met")
    passed = Truth.UNDETERMINED if plan is None else plan.by(clock.date.interval)
    if met is Truth.UNDETERMINED and passed is Truth.TRUE:
        reason = f"assumes that '{label}' came about as planned ({_when(clock, name, plan)})"
        return Availability(True, reason, assumed=True)
    if met is Truth.UNDETERMINED and (plan is None or passed is Truth.UNDETERMINED):
        reason = f"whether '{label}' is met cannot be said"
        return Availability(False, reason, undetermined=True)
    return Availability(False, f"'{label}' is not met")


def _when(clock: Clock, name: str, plan: Interval | None) -> str:
    """Return when a step was planned: as the case writes it, or the days that the roadmap comes to."""
    stated = next((step.date for step in clock.case.steps if step.id == name), None)
    return clock.said(stated) if stated is not None and clock.calendar.of(stated) == plan else str(plan)
