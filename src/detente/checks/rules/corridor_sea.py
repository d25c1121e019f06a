"""Places at sea lie in no country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

AT_SEA = Rule(
    "DT919",
    "a place at sea that has a country",
    "A place of 'kind: sea' lies in no country: ships meet there, and call at no port. Leave 'country' out, or give "
    "the place another kind.",
)

READS = ("corridor",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Report places at sea that name a country."""
    corridor = context.case.corridor
    for number, node in enumerate(corridor.nodes if corridor else ()):
        if node.kind == "sea" and node.country:
            span = context.spans.span("corridor", "nodes", number, "country")
            yield AT_SEA.at(span, f"the place '{node.id}' is at sea, and in {node.country}", "leave 'country' out")
