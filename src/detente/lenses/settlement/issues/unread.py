"""The issues with a scale that are left out, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Result
from detente.lenses.chapter import Chapter
from detente.methods.bargaining.limits import MOST_ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.issue import Issue
    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class LeftOut(Result):
    """The issues with a scale that no model is worked out for.

    Attributes
    ----------
    left_out
        By the id of the issue, why not; ``null`` where there are none.
    """

    left_out: Mapping[str, str] | None


def find(look: Look[SettlementOptions]) -> LeftOut:
    """Return which issues are left out, and why."""
    return LeftOut({issue.id: why for issue, why in _unread(look.situation)} or None)


def show(found: LeftOut, look: Look[SettlementOptions]) -> Iterator[Finding]:
    """Say it, issue by issue."""
    labels = {issue.id: issue.label for issue in look.case.issues}
    for issue, why in (found.left_out or {}).items():
        yield Finding(
            f"Pressure on “{labels[issue]}”", f"Not worked out: {why}", depth=Depth.DETAIL, id=f"issue-{issue}"
        )


def _unread(situation: Situation) -> Iterator[tuple[Issue, str]]:
    """Yield the issues that are not worked out, because too many actors hold a position on them or one alone does."""
    held = Counter(issue for by_issue in situation.positions.values() for issue in by_issue)
    stated = Counter(
        issue
        for by_issue in situation.positions.values()
        for issue, place in by_issue.items()
        if place.counts.value is not None
    )
    for issue in situation.case.issues:
        if issue.continuum is None:
            continue
        if held[issue.id] > MOST_ACTORS:
            many = f"{held[issue.id]:,} actors hold a position on “{issue.label}”"
            yield issue, f"{many}, and the models are for at most {MOST_ACTORS:,}."
        elif stated[issue.id] == 1:
            yield issue, f"one actor alone holds a position with a number on “{issue.label}”."


CHAPTER = Chapter("left_out", 20, find, show)
