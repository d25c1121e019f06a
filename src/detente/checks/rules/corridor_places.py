"""Nodes lie where they say: in their country, and on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity
from detente.methods.geography.globe import Land
from detente.models.corridor.boundaries.natural_earth.topology import land_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic
    from detente.methods.geography.globe import Spot

NO_PLACE = Rule(
    "DT903",
    "a node that is not on the map",
    "Without 'lat' and 'lon' the map does not show the node, and the lengths of its links cannot be checked. Without "
    "'country' what passes it is counted to no country. Give both; a place on the water, of 'kind: sea', has none.",
    Severity.WARNING,
)
ELSEWHERE = Rule(
    "DT904",
    "a node outside its country",
    "By the outlines of Natural Earth, which are no position on whose land it is, the node lies more than 25 km from "
    "the country that it names. Mend its position or its country: latitude and longitude may be exchanged. A case may "
    "bring outlines of its own with 'boundaries'.",
    Severity.WARNING,
)

READS = ("corridor",)
_TOLERANCE = 25.0
"""How far outside a node may lie [km]: coasts are coarse, and harbours lie off them."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Warn of nodes without a place, and of those that lie outside their country."""
    corridor = context.case.corridor
    lands: dict[str, Land] = {}
    for number, node in enumerate(corridor.nodes if corridor else ()):
        wanted = ("lat", "lon") if node.kind == "sea" else ("lat", "lon", "country")
        missing = [key for key in wanted if getattr(node, key) is None]
        if missing:
            span = context.spans.span("corridor", "nodes", number)
            message = f"the node '{node.id}' has no {' and no '.join(missing)}"
            yield NO_PLACE.at(span, message, f"add '{missing[0]}: …'")
        elif node.country and node.kind != "sea":
            if node.country not in lands:
                lands[node.country] = _land(context, node.country)
            hint = _elsewhere(lands[node.country], (node.lon or 0.0, node.lat or 0.0))
            span = context.spans.span("corridor", "nodes", number, "lat")
            yield from (ELSEWHERE.at(span, f"'{node.id}' does not lie in {node.country}", each) for each in hint)


def _elsewhere(land: Land, spot: Spot) -> Iterator[str]:
    """Yield what to do about a place that does not lie in its country; nothing of a country of unknown outline."""
    if land.bands and not land.holds(spot) and not land.is_near(spot, _TOLERANCE):
        exchanged = land.holds(spot[::-1])
        yield "latitude and longitude seem to be exchanged" if exchanged else "mend the position or the country"


def _land(context: Context, country: str) -> Land:
    """Return what a country is drawn as: by the case, where it brings it."""
    own = context.boundaries.rings(country) if context.boundaries else ()
    return Land.of(ring.tolist() for ring in own) if own else land_of(country)
