"""GraphML: the state graph, for networkx, Gephi, yEd and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.state_graph import MOVE_ATTRIBUTES, StateGraph
from detente.exports.texts.graphml_text import Graph, graphml
from detente.lenses.conflict.options import WHOLE_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Findings


def write(findings: Findings) -> Iterator[str]:
    """Yield the file: states are nodes, moves are directed edges."""
    graph = StateGraph(findings)
    ids = graph.ids()
    states, moves = ({each.key: each.kind for each in kind} for kind in (graph.attributes(), MOVE_ATTRIBUTES))
    known = (dict(zip(states, values, strict=True)) for values in graph.states())
    edges = ((ids[m.source], ids[m.target], dict(zip(moves, m.values, strict=True))) for m in graph.moves())
    nodes = zip(ids, known, strict=True)
    yield from graphml(Graph("states", graph.model.title, states, moves, nodes, edges), "m")


EXPORT = Export(
    "GraphML",
    ".graphml",
    "sources, reasons, assumptions and preference statements",
    write,
    "conflict",
    WHOLE_MODEL,
)
