"""Talks and bargains have parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_PARTIES = Rule(
    "DT223",
    "a negotiation track without parties",
    "Without 'parties' nobody is said to talk on this track. List who sits there, even where that is one side only.",
    Severity.WARNING,
)
FEW_PARTIES = Rule(
    "DT628",
    "a settlement of fewer than two parties",
    "A package is agreed between parties: with one of them there is nobody to agree with, and every package that is "
    "better for it than its alternative counts as agreed. Add the others, with what they value.",
    Severity.WARNING,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of tracks without parties, and of settlements with fewer than two."""
    for index, track in enumerate(context.case.formats):
        if not track.parties:
            span = context.spans.span("formats", index)
            yield NO_PARTIES.at(span, f"'{track.id}' has no parties", "add 'parties: […]'")
    settlement = context.case.settlement
    if settlement is not None and len(settlement.parties) < 2:
        said = "one party" if settlement.parties else "no party"
        span = context.spans.span("settlement", "parties")
        yield FEW_PARTIES.at(span, f"the settlement has {said}: there is nobody to agree with", "add the others")
