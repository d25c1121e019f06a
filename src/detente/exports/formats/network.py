"""GraphML: the network of the corridor with what goes along each link, for networkx, Gephi, yEd and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.network import LEAVES_OUT, network_of, of_link, of_place
from detente.exports.texts.graphml_text import Graph, graphml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.exports.network import Property
    from detente.findings import Findings


def write(findings: Findings) -> Iterator[str]:
    """Yield the file: places are nodes, and links edges without a direction, several between the same two or not."""
    network = network_of(findings)
    where = (
        {} if each.lat is None or each.lon is None else {"lat": each.lat, "lon": each.lon} for each in network.places
    )
    places = [(each.id, {**of_place(each), **at}) for each, at in zip(network.places, where, strict=True)]
    links = [(each.a, each.b, {"link": each.id, **of_link(each)}) for each in network.links]
    types = (_types(known for _, known in places), _types(known for _, _, known in links))
    nodes = ((name, _written(known)) for name, known in places)
    edges = ((one, other, _written(known)) for one, other, known in links)
    yield from graphml(Graph("corridor", "The network of the corridor", *types, nodes, edges, directed=False), "l")


def _types(known: Iterable[Mapping[str, Property]]) -> dict[str, str]:
    """Return the type in GraphML of everything that is known of some node or edge."""
    return {key: _type(value) for each in known for key, value in each.items()}


def _type(value: Property) -> str:
    return "boolean" if isinstance(value, bool) else "string" if isinstance(value, str) else "double"


def _written(known: Mapping[str, Property]) -> dict[str, str | bool | None]:
    return {key: value if isinstance(value, bool) else str(value) for key, value in known.items()}


EXPORT = Export("GraphML of the corridor", ".graphml", LEAVES_OUT, write, "corridor")
