"""GraphML: a graph with what is known of its nodes and edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from detente.exports.texts.xml_text import xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Known: TypeAlias = "Mapping[str, str | bool | None]"
"""What is known of a node or an edge; what is empty is left out."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph.

    Attributes
    ----------
    id, title
        Its name for programs, and for people.
    of_nodes, of_edges
        What may be known of them, each with its type in GraphML.
    nodes
        The id of each, and what is known of it.
    edges
        Whence and whither each leads, and what is known of it.
    directed
        Whether they lead one way only.
    """

    id: str
    title: str
    of_nodes: Mapping[str, str]
    of_edges: Mapping[str, str]
    nodes: Iterable[tuple[str, Known]]
    edges: Iterable[tuple[str, str, Known]]
    directed: bool = True


def graphml(graph: Graph, prefix: str) -> Iterator[str]:
    """Yield the file; the ids of edges are numbers behind a prefix.

    References
    ----------
    BrandesEiglspergerHermanHimsoltMarshall2002
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, attributes in (("node", graph.of_nodes), ("edge", graph.of_edges)):
        for key, form in attributes.items():
            yield f'  <key id="{kind}-{key}" for="{kind}" attr.name="{key}" attr.type="{form}"/>\n'
    way = "directed" if graph.directed else "undirected"
    yield f'  <graph id="{graph.id}" edgedefault="{way}">\n    <desc>{xml(graph.title)}</desc>\n'
    for node, known in graph.nodes:
        yield f'    <node id="{xml(node)}">\n{_data("node", known)}    </node>\n'
    for k, (source, target, known) in enumerate(graph.edges):
        ends = f'source="{xml(source)}" target="{xml(target)}"'
        yield f'    <edge id="{prefix}{k}" {ends}>\n{_data("edge", known)}    </edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(kind: str, known: Known) -> str:
    written = {key: str(value).lower() if isinstance(value, bool) else value for key, value in known.items()}
    return "".join(f'      <data key="{kind}-{key}">{xml(value)}</data>\n' for key, value in written.items() if value)
