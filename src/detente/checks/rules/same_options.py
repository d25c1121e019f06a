"""Outcomes of an issue are told apart by the options that bring them about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.settlement.outcome_options import needed, option_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.issue import Issue
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

SAME_OPTIONS = Rule(
    "DT602",
    "outcomes of one issue that take the same options",
    "What brings both about is the same, so nothing in the conflict tells one from the other: every lens would say of "
    "each what is true of the other. That holds as well for two of which nothing has to be done ('takes: []'). Name "
    "the options in which they differ. An outcome for which the conflict has no option says under 'available' from "
    "when it can be had; where it says neither, it is not known to be possible.",
)

READS = ("issues", "conflict")

_HINT = "name the options in which they differ, or leave 'takes' out and say under 'available' from when it can be had"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report outcomes that take the same options as an earlier one of their issue."""
    options = option_ids(context.case.conflict)
    for index, issue in enumerate(context.case.issues):
        yield from _of(context, index, issue, options)


def _of(context: Context, index: int, issue: Issue, options: frozenset[str]) -> Iterator[Diagnostic]:
    first: dict[frozenset[str], str] = {}
    for number, outcome in enumerate(issue.outcomes):
        takes = needed(outcome, options)
        if takes is None:
            continue
        earlier = first.setdefault(takes, outcome.id)
        if earlier != outcome.id:
            key = "id" if outcome.takes is None else "takes"
            span = context.spans.span("issues", index, "outcomes", number, key)
            same = "takes the same options as" if takes else "takes no option, like"
            yield SAME_OPTIONS.at(span, f"'{outcome.id}' {same} '{earlier}'", _HINT)
