"""GraphML: the state graph, for networkx, Gephi, yEd and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.state_graph import MOVE_ATTRIBUTES, Attribute, StateGraph
from detente.exports.xml_text import xml
from detente.lenses.conflict.options import WHOLE_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings import Findings


def write(findings: Findings) -> Iterator[str]:
    """Yield the file: states are nodes, moves are directed edges.

    References
    ----------
    BrandesEiglspergerHermanHimsoltMarshall2002
    """
    graph = StateGraph(findings)
    ids, states = graph.ids(), graph.attributes()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, attributes in (("node", states), ("edge", MOVE_ATTRIBUTES)):
        for each in attributes:
            yield f'  <key id="{kind}-{each.key}" for="{kind}" attr.name="{each.key}" attr.type="{each.kind}"/>\n'
    yield f'  <graph id="states" edgedefault="directed">\n    <desc>{xml(graph.model.title)}</desc>\n'
    for state, values in zip(ids, graph.states(), strict=True):
        yield f'    <node id="{xml(state)}">\n{_data("node", states, values)}    </node>\n'
    for k, move in enumerate(graph.moves()):
        ends = f'source="{xml(ids[move.source])}" target="{xml(ids[move.target])}"'
        yield f'    <edge id="m{k}" {ends}>\n{_data("edge", MOVE_ATTRIBUTES, move.values)}    </edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(kind: str, attributes: Sequence[Attribute], values: Sequence[str]) -> str:
    pairs = zip(attributes, values, strict=True)
    return "".join(f'      <data key="{kind}-{each.key}">{xml(value)}</data>\n' for each, value in pairs if value)


EXPORT = Export(
    "GraphML",
    ".graphml",
    "sources, reasons, assumptions and preference statements",
    write,
    "conflict",
    WHOLE_MODEL,
)
