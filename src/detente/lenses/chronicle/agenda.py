"""The agenda: what is on the table, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Finding, Row, Table
from detente.lenses.chronicle.words import counted, dated, listed
from detente.lenses.evidence import row

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
    by_truth = {truth: [i.label for i in issues if situation.issues[i.id] is truth] for truth in Truth}
    on, off = by_truth[Truth.TRUE], by_truth[Truth.FALSE]
    headline = f"{counted(len(on), 'issue')} on the agenda"
    if off:
        headline += f"; known to be absent: {listed(off)}"
    ordered = sorted(range(len(issues)), key=lambda k: (list(Truth).index(situation.issues[issues[k].id]), k))
    rows = tuple(_row(situation, issues[k]) for k in ordered)
    return Finding(
        "chronicle",
        "agenda",
        "What is on the table",
        f"{headline}.",
        tables=(Table("issues", "Issues and their place on the agenda", _COLUMNS, rows),),
    )


def _row(situation: Situation, issue: Issue) -> Row:
    labels = {other.id: other.label for other in situation.case.issues}
    since = tuple(dated(situation, period.from_) for period in issue.on_agenda or () if period.from_)
    return row(
        issue,
        issue.label,
        labels.get(issue.parent or "", ""),
        situation.issues[issue.id],
        since,
        tuple(outcome.text or outcome.id for outcome in issue.outcomes),
        issue.note,
    )
