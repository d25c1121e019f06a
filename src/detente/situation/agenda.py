"""The agenda: which issues were on the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.situation.answers import Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.issue import Issue, Period
    from detente.situation.moment import Moment


def agenda(moment: Moment, open_questions: list[Undetermined]) -> Mapping[str, Truth]:
    """Return whether each issue was on the agenda, by id."""
    answers: dict[str, Truth] = {}
    for issue in moment.case.issues:
        answers[issue.id] = _on_agenda(moment, issue)
        if answers[issue.id] is Truth.UNDETERMINED:
            open_questions.append(_open(moment, issue))
    return answers


def _on_agenda(moment: Moment, issue: Issue) -> Truth:
    if issue.on_agenda is None:
        return Truth.UNDETERMINED
    answer = Truth.FALSE
    for period in issue.on_agenda:
        answer |= _during(moment, period)
    return answer


def _during(moment: Moment, period: Period) -> Truth:
    if period.from_ is None and period.to is None:
        return Truth.TRUE if moment.is_current else Truth.UNDETERMINED
    begun = Truth.TRUE if period.from_ is None else moment.passed(period.from_)
    return begun & moment.not_past(period.to)


def _open(moment: Moment, issue: Issue) -> Undetermined:
    if not issue.on_agenda:
        because = f"no source says whether '{issue.label}' is on the agenda"
        return Undetermined(issue.id, because, "a source that names the agenda")
    period = issue.on_agenda[-1]
    return moment.vague(issue.id, period.from_ or period.to, f"the place of '{issue.label}' on the agenda")
