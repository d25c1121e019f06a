"""A conclusion rests on something, and not on itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity
from detente.models.chronicle.conclusions import Grounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

CIRCLE = Rule(
    "DT1110",
    "conclusions that rest on each other",
    "Following 'rests_on' leads back to the same conclusion, so that nothing but itself would bear it. Take one of the "
    "grounds of the circle away.",
)
NOTHING = Rule(
    "DT1111",
    "a conclusion that rests on nothing",
    "A reader can only weigh what a conclusion is drawn from: say it in 'rests_on', by the ids of events, sources, "
    "other conclusions or findings. 'detente check --strict' counts this as an error.",
    Severity.WARNING,
    evidence=True,
)

READS = ("conclusions",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report circles of conclusions, and those without any ground."""
    conclusions = context.case.conclusions
    for circle in Grounds(context.case).circles():
        names = [f"'{conclusions[k].id}'" for k in circle]
        message = f"{names[0]} rests on itself"
        if len(names) > 1:
            message = f"{', '.join(names[:-1])} and {names[-1]} rest on each other"
        span = context.spans.span("conclusions", circle[0], "rests_on")
        yield CIRCLE.at(span, message, "take one of these grounds out")
    for index, conclusion in enumerate(conclusions):
        if not conclusion.rests_on:
            span = context.spans.span("conclusions", index)
            yield NOTHING.at(span, f"'{conclusion.id}' rests on nothing", "add 'rests_on'")
