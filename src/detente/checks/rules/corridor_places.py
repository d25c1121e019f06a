"""Nodes lie where they say: in their country, and on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

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
    by_country: dict[str, list[int]] = {}
    for number, node in enumerate(corridor.nodes if corridor else ()):
        wanted = ("lat", "lon") if node.kind == "sea" else ("lat", "lon", "country")
        missing = [key for key in wanted if getattr(node, key) is None]
        if missing:
            span = context.spans.span("corridor", "nodes", number)
            message = f"the node '{node.id}' has no {' and no '.join(missing)}"
            yield NO_PLACE.at(span, message, f"add '{missing[0]}: …'")
        elif node.country and node.kind != "sea":
            by_country.setdefault(node.country, []).append(number)
    if by_country:
        yield from _elsewhere(context, by_country)


def _elsewhere(context: Context, by_country: dict[str, list[int]]) -> Iterator[Diagnostic]:
    import numpy as np

    from detente.methods.geography.inside import distance_to_outline, inside
    from detente.models.corridor.boundaries.natural_earth import natural_earth

    own = context.boundaries
    nodes = context.case.corridor.nodes if context.case.corridor else ()
    for country, numbers in by_country.items():
        rings = (own and own.rings(country)) or natural_earth().rings(country)
        points = np.array([(nodes[number].lon, nodes[number].lat) for number in numbers], dtype=np.float64)
        outside = np.flatnonzero(~inside(points, rings)) if rings else np.array([], dtype=np.intp)
        for at in outside[distance_to_outline(points[outside], rings) > _TOLERANCE]:
            span = context.spans.span("corridor", "nodes", numbers[at], "lat")
            exchanged = bool(inside(points[at : at + 1, ::-1], rings)[0])
            hint = "latitude and longitude seem to be exchanged" if exchanged else "mend the position or the country"
            yield ELSEWHERE.at(span, f"'{nodes[numbers[at]].id}' does not lie in {country}", hint)
