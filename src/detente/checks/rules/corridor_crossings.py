"""Links that cross a border say which, and those that cross none name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor, Link
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

NO_BORDER = Rule(
    "DT910",
    "a link across a border without a procedure",
    "The ends of the link lie in two countries, and it names neither a 'border' nor a 'regime': crossing costs no time "
    "and no money. Name the border procedure; one of no hours says that there is none.",
    Severity.WARNING,
)
NO_CROSSING = Rule(
    "DT911",
    "a border procedure inside a country",
    "Both ends of the link lie in the same country, and it names a 'border', whose time and dues cargo on it has all "
    "the same. Take it out, or mend the country of an end.",
    Severity.WARNING,
)
NO_COUNTRY = Rule(
    "DT912",
    "a link whose kilometres lie in no country",
    "The ends of the link lie in two countries, and it has no 'country': what carriers earn on it is counted to "
    "nobody. Say in which country most of it lies, or put a node at the border.",
    Severity.WARNING,
)

READS = ("corridor",)


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of links on land whose border or country does not fit their ends."""
    corridor = context.case.corridor
    for number, link, is_crossing in _on_land(corridor) if corridor else ():
        span = context.spans.span("corridor", "links", number)
        if is_crossing and link.border is None and link.regime is None:
            yield NO_BORDER.at(span, f"the link '{link.id}' crosses a border and names none", "add 'border: …'")
        if is_crossing and link.country is None:
            yield NO_COUNTRY.at(span, f"the link '{link.id}' does not say in which country it lies", "add 'country: …'")
        if not is_crossing and link.border is not None:
            span = context.spans.span("corridor", "links", number, "border")
            yield NO_CROSSING.at(span, f"the link '{link.id}' crosses no border and names one", "take it out")


def _on_land(corridor: Corridor) -> Iterator[tuple[int, Link, bool]]:
    """Yield the links on land between nodes with a country, and whether they cross a border."""
    countries = {node.id: node.country for node in corridor.nodes}
    for number, link in enumerate(corridor.links):
        a, b = countries.get(link.a), countries.get(link.b)
        if a and b and link.mode != "sea":
            yield number, link, a != b
