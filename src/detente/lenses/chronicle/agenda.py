"""The agenda: what is on the table, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Finding, Row, Table
from detente.lenses.chronicle.words import dated
from detente.lenses.evidence import row_of
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.case.issue import Issue
    from detente.situation import Situation

_COLUMNS = (
    Column("issue", "Issue"),
    Column("parent", "Part of"),
    Column("on_agenda", "On the agenda", "truth"),
    Column("since", "Since", "date"),
    Column("outcomes", "Possible outcomes"),
    Column("note", "Where it stands"),
)


def finding(situation: Situation) -> Finding | None:
    """Return the issues, on the agenda and absent from it."""
    issues = situation.case.issues
    if not issues:
        return None
    on = {issue.id for issue in issues if situation.issues[issue.id] is Truth.TRUE}
    main = _main(situation)
    off = [issue for issue in issues if situation.issues[issue.id] is Truth.FALSE]
    absent = [issue.label for issue in off if not issue.on_agenda]
    elsewhen = [issue.label for issue in off if issue.on_agenda]
    doubtful = len(on) + len(off) < len(issues)
    nothing = "No issue is certainly on the agenda" if doubtful else "No issue is on the agenda"
    headline = f"On the agenda: {listed(main)}" if main else nothing
    if absent:
        headline += f". Known to be absent: {listed(absent)}"
    if elsewhen:
        headline += f". On it at another time: {listed(elsewhen)}"
    ordered = sorted(range(len(issues)), key=lambda k: (list(Truth).index(situation.issues[issues[k].id]), k))
    rows = tuple(_row(situation, issues[k]) for k in ordered)
    return Finding(
        "chronicle",
        "agenda",
        "What is on the table",
        f"{headline}.",
        tables=(Table("issues", "Issues and their place on the agenda", _COLUMNS, rows),),
    )


def _main(situation: Situation) -> list[str]:
    """Return the broadest issues on the agenda; one that only gathers others stands back behind them."""
    on = [issue for issue in situation.case.issues if situation.issues[issue.id] is Truth.TRUE]
    ids = {issue.id for issue in on}
    roots = [issue for issue in on if issue.parent not in ids]
    if len(roots) == 1:
        roots = [issue for issue in on if issue.parent == roots[0].id] or roots
    return [issue.label for issue in roots]


def _row(situation: Situation, issue: Issue) -> Row:
    labels = {other.id: other.label for other in situation.case.issues}
    since = tuple(dated(situation, period.from_) for period in issue.on_agenda or () if period.from_)
    return row_of(
        (issue, *issue.outcomes),
        issue.label,
        labels.get(issue.parent or "", ""),
        situation.issues[issue.id],
        since,
        tuple(outcome.text or outcome.id for outcome in issue.outcomes),
        issue.note,
    )
