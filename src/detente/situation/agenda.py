"""The agenda: which issues were on the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.situation.answers import Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.issue import Issue, Period
    from detente.situation.clock import Clock


def agenda(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Truth]:
    """Return whether each issue was on the agenda, by id."""
    answers: dict[str, Truth] = {}
    for issue in clock.case.issues:
        answers[issue.id] = _on_agenda(clock, issue)
        if answers[issue.id] is Truth.UNDETERMINED:
            open_questions.append(_open(clock, issue))
    return answers


def _on_agenda(clock: Clock, issue: Issue) -> Truth:
    if issue.on_agenda is None:
        return Truth.UNDETERMINED
    if not issue.on_agenda and not clock.is_current:
        return Truth.UNDETERMINED  # known to be absent at the case's own date, not before
    answer = Truth.FALSE
    for period in issue.on_agenda:
        answer |= _during(clock, period)
    return answer


def _during(clock: Clock, period: Period) -> Truth:
    if period.from_ is None and period.to is None:
        return Truth.TRUE if clock.is_current else Truth.UNDETERMINED
    begun = Truth.TRUE if period.from_ is None else clock.happened(period.from_)
    return begun & clock.not_past(period.to)


def _open(clock: Clock, issue: Issue) -> Undetermined:
    if not issue.on_agenda:
        because = f"no source says whether '{issue.label}' is on the agenda"
        return Undetermined(issue.id, because, "a source that names the agenda")
    period = issue.on_agenda[-1]
    return clock.vague(issue.id, period.from_ or period.to, f"the place of '{issue.label}' on the agenda")
