"""Where an issue was settled in the end lies on its scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

OFF_SCALE = Rule(
    "DT640",
    "an outcome that is not on the scale",
    "The outcome of an issue is where on its continuum it was settled in the end, so the issue needs a continuum, and "
    "the outcome lies between its ends. It is only compared with what the models say.",
)

READS = ("issues",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report outcomes outside the continuum of their issue, or of issues without one."""
    for index, issue in enumerate(context.case.issues):
        if issue.outcome is None:
            continue
        span = context.spans.span("issues", index, "outcome")
        scale = issue.continuum
        if scale is None:
            yield OFF_SCALE.at(span, f"'{issue.id}' has an outcome, but no continuum", "add its 'continuum'")
        elif not scale.low <= issue.outcome <= scale.high:
            bounds = f"between {scale.low:g} and {scale.high:g}"
            yield OFF_SCALE.at(span, f"the outcome of '{issue.id}' must be {bounds}, got {issue.outcome:g}")
