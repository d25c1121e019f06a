"""Availability: options that could be taken, outcomes that can be had, and links of the corridor that are open.

What waits for a step opens when the step is met, or when the date lies beyond what the case knows
and the roadmap had the step coming by a day that has passed: then it *can* be met, which is an assumption and is said.
What the region closes is closed, whatever else would open it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.models.system.targets import Target
from detente.situation.answers import Availability, Undetermined
from detente.situation.region import Gates, gates_of, states_of
from detente.situation.steps import met_steps, plans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.availability import Availability as Opening
    from detente.case.corridor import Link
    from detente.dates import Interval
    from detente.situation.clock import Clock


@dataclass(frozen=True, slots=True)
class Come:
    """What has come about by a date.

    Attributes
    ----------
    steps
        Whether each step is met.
    plans
        The days on which the roadmap has each unmet step coming, where the date lies beyond what the case knows.
    gates
        What the region closes.
    """

    steps: Mapping[str, Truth]
    plans: Mapping[str, Interval]
    gates: Gates

    @classmethod
    def by(cls, clock: Clock) -> Come:
        """Return what has come about by the date of a clock."""
        planned = plans(clock)
        steps = met_steps(clock, planned, [])
        return cls(steps, planned, gates_of(clock, states_of(clock, steps, [])))


def availability(clock: Clock, come: Come, open_questions: list[Undetermined]) -> Mapping[str, Availability]:
    """Return whether each option could be taken, by option id."""
    conflict = clock.case.conflict
    options = conflict.options if conflict else ()
    answers = {option.id: _gated(_answer(clock, option.available, come), come.gates, option.id) for option in options}
    for name, answer in answers.items():
        if answer.undetermined:
            counted = replace(answer, reason=f"{answer.reason}; it counts as closed")
            answers[name] = counted
            open_questions.append(Undetermined(name, counted.reason, _settled_by(answer)))
    return answers


def outcome_availability(
    clock: Clock, come: Come, open_questions: list[Undetermined]
) -> Mapping[str, Mapping[str, Availability]]:
    """Return whether outcomes can be had, by issue and outcome id, as for options.

    Only those are there of which the case says from when they can be had, or which the region closes.
    """
    answers: dict[str, dict[str, Availability]] = {}
    for issue in clock.case.issues:
        gated = frozenset(come.gates.outcomes(issue.id))
        told = {each.id: each for each in issue.outcomes if each.available is not None or each.id in gated}
        found = {
            name: come.gates.through(Target("outcome", name, issue.id), _answer(clock, each.available, come))
            for name, each in told.items()
        }
        if found:
            answers[issue.id] = found
        for name, answer in found.items():
            if answer.undetermined:
                because = f"whether '{told[name].label}' can be had: {answer.reason}"
                open_questions.append(Undetermined(issue.id, because, _settled_by(answer)))
    return answers


def link_availability(clock: Clock, come: Come, open_questions: list[Undetermined]) -> Mapping[str, Availability]:
    """Return whether each link of the corridor is open, whatever regime it runs under, by link id; as for options."""
    answers: dict[str, Availability] = {}
    for link in clock.case.corridor.links if clock.case.corridor else ():
        standing = _standing(clock, link)
        answer = _answer(clock, link.available, come) if standing.open else standing
        answer = come.gates.through(Target("link", link.id), answer)
        if answer.undetermined:
            answer = replace(answer, reason=f"{answer.reason}; it counts as closed")
            open_questions.append(Undetermined(link.id, answer.reason, _settled_by(answer)))
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


def _gated(answer: Availability, gates: Gates, option: str) -> Availability:
    """Return whether an option can be taken as the region is; a joint act that it closes cannot be consented to."""
    names = dict.fromkeys((option, option.partition("@")[0]))
    return reduce(lambda found, name: gates.through(Target("option", name), found), names, answer)


def _settled_by(answer: Availability) -> str:
    return "the state of the region then" if answer.gated else "a more exact date"


def _answer(clock: Clock, rule: Opening | None, come: Come) -> Availability:
    if rule is None or rule.at_any_time:
        return Availability(True, "it can be taken at any time")
    if rule.never:
        return Availability(False, "it cannot be taken")
    if rule.step is not None:
        met = come.steps.get(rule.step, Truth.FALSE)
        return _after_step(clock, rule.step, met, come.plans.get(rule.step))
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
