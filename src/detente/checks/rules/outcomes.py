"""Parties value outcomes that their issues have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_OUTCOME = Rule(
    "DT601",
    "a value for an outcome that does not exist",
    "Under 'values', each issue lists utilities by the ids of that issue's outcomes.",
)

READS = ("issues", "settlement")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report values of outcomes that the issue does not have."""
    outcomes = {issue.id: {outcome.id for outcome in issue.outcomes} for issue in context.case.issues}
    parties = context.case.settlement.parties if context.case.settlement else ()
    for index, party in enumerate(parties):
        for issue, values in party.values.items():
            for name in values:
                if issue in outcomes and name not in outcomes[issue]:
                    span = context.spans.key("settlement", "parties", index, "values", issue, name)
                    hint = (
                        did_you_mean(name, outcomes[issue]) or f"its outcomes are {', '.join(sorted(outcomes[issue]))}"
                    )
                    yield NO_OUTCOME.at(span, f"issue '{issue}' has no outcome '{name}'", hint, cause=name)
