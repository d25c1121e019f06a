"""Issue by issue: where a settlement would lie on each scale, and how sure that is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from detente.findings import Finding
from detente.lenses.settlement.issues import errors, exchanges
from detente.lenses.settlement.issues.models import readings
from detente.lenses.settlement.issues.pressure import chapter
from detente.lenses.settlement.issues.result import document
from detente.lenses.settlement.part import Part
from detente.methods.bargaining.limits import MOST_ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.issue import Issue
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation


def part(situation: Situation, options: SettlementOptions) -> Part:
    """Return what can be said of the issues that have a scale.

    Raises
    ------
    FlawedModelError
        If nobody has weight on an issue.
    """
    found = list(readings(situation, options))
    exchanged = exchanges.swaps_of(found) if options.exchanges else None
    missed = errors.errors(found)
    chapters = [chapter(situation, reading, opens=reading is found[0]) for reading in found]
    unread = tuple(_unread_issues(situation))
    last = (errors.finding(missed), exchanges.finding(situation, found, exchanged) if exchanged else None)
    return Part(
        (*chapters, *(_unread(*each) for each in unread), *(each for each in last if each is not None)),
        {
            "issues": {reading.model.issue.id: document(reading) for reading in found},
            "left_out": {issue.id: said for issue, said in unread} or None,
            "errors": errors.document(missed),
            "exchanges": exchanges.document(found, exchanged.best) if exchanged else None,
            "exchanges_count": exchanged.total if exchanged else None,
        },
    )


def _unread_issues(situation: Situation) -> Iterator[tuple[Issue, str]]:
    """Yield the issues that are not worked out, because too many actors hold a position on them or one alone does."""
    held = Counter(issue for by_issue in situation.positions.values() for issue in by_issue)
    stated = Counter(
        issue
        for by_issue in situation.positions.values()
        for issue, place in by_issue.items()
        if place.position.value is not None
    )
    for issue in situation.case.issues:
        if issue.continuum is None:
            continue
        if held[issue.id] > MOST_ACTORS:
            many = f"{held[issue.id]:,} actors hold a position on “{issue.label}”"
            yield issue, f"{many}, and the models are for at most {MOST_ACTORS:,}."
        elif stated[issue.id] == 1:
            yield issue, f"one actor alone holds a position with a number on “{issue.label}”."


def _unread(issue: Issue, said: str) -> Finding:
    return Finding("settlement", f"issue-{issue.id}", f"Pressure on “{issue.label}”", f"Not worked out: {said}")
