"""A relation has two sides, its sign agrees with its number, and it ends after it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

AGAINST = Rule(
    "DT1120",
    "a sign that its number contradicts",
    "A number below zero on Goldstein's scale is hostile, one above is friendly. Mend the sign or the number, or leave "
    "the sign out, which the number says already. What was both is 'mixed', whatever its number.",
)
ENDS_FIRST = Rule(
    "DT1121",
    "a relation that ends before it began",
    "Every reading of 'until' lies before every reading of 'date'. Mend one of them.",
)
ITSELF = Rule(
    "DT1122",
    "a relation of an actor to itself",
    "A relation is what one actor did to another, or how it stands to it; of one alone no pair is made, and nothing is "
    "counted. Mend 'from' or 'to', or tell the act as an event.",
)

READS = ("relations", "events", "steps", "case")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report relations to oneself, signs that contradict their numbers, and ends before beginnings."""
    for index, each in enumerate(context.case.relations):
        if each.from_ == each.to:
            span = context.spans.span("relations", index, "to")
            yield ITSELF.at(span, f"'{each.from_}' stands to itself", "name the other actor")
        worth = {"conflictual": -1, "cooperative": 1}.get(each.sign or "", 0) * (each.goldstein or 0)
        if worth < 0:
            span = context.spans.span("relations", index, "sign")
            yield AGAINST.at(span, f"it is {each.sign}, and its number is {each.goldstein:g}", "mend one of the two")
        begun, ended = context.calendar.happened(each.date), context.calendar.happened(each.until)
        if each.date and each.until and begun.by(ended) is Truth.FALSE:
            span = context.spans.span("relations", index, "until")
            yield ENDS_FIRST.at(span, f"it began {begun} and ended {ended}", "mend one of the dates")
