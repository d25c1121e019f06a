"""Who is paid on a route is somebody of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.checks.hints import Hints
from detente.checks.network import countries, with_fees
from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic, Span

UNKNOWN_COLLECTOR = Rule(
    "DT907",
    "a fee to nobody of the case",
    "Who collects a fee is the id of an actor, or the code of a country in which a node or a link of the network lies "
    "or which an actor has as its 'iso'. Add the actor, or mend the word.",
)

READS = ("corridor", "actors")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report collectors that are neither an actor nor a country of the case."""
    corridor = context.case.corridor
    if corridor is None:
        return
    codes = countries(corridor).union(actor.iso for actor in context.case.actors if actor.iso)
    hints = Hints(codes | context.declared("actors"))
    for word, span in _collectors(context, corridor):
        if word in hints.known or word in context.broken_ids:
            continue
        if word.isupper():
            message, otherwise = f"no country of the case has the code '{word}'", "mend the code, or give it to a node"
        else:
            message, otherwise = f"no actor has the id '{word}'", "add the actor, or mend the id"
        yield UNKNOWN_COLLECTOR.at(span, message, hints.of(word) or otherwise, cause=word)


def _collectors(context: Context, corridor: Corridor) -> Iterator[tuple[str, Span]]:
    for payer, place in with_fees(corridor):
        for word in payer.fee_to:
            yield word, context.spans.key("corridor", *place, "fee_to", word)
    for number, premium in enumerate(corridor.premiums):
        if premium.to is not None:
            yield premium.to, context.spans.span("corridor", "premiums", number, "to")
