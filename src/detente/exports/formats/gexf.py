"""GEXF 1.2: the state graph, for Gephi and networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.state_graph import MOVE_ATTRIBUTES, Attribute, StateGraph
from detente.exports.texts.xml_text import xml
from detente.lenses.conflict.options import WHOLE_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.findings import Findings

_TYPES = {"string": "string", "int": "integer", "boolean": "boolean"}


def write(findings: Findings) -> Iterator[str]:
    """Yield the file: states are nodes, moves are directed edges."""
    graph = StateGraph(findings)
    ids, states = graph.ids(), graph.attributes()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield f"  <meta><creator>Detente</creator><description>{xml(graph.model.title)}</description></meta>\n"
    yield '  <graph mode="static" defaultedgetype="directed">\n'
    yield from _declared("node", states)
    yield from _declared("edge", MOVE_ATTRIBUTES)
    yield "    <nodes>\n"
    for state, values in zip(ids, graph.states(), strict=True):
        yield f'      <node id="{xml(state)}" label="{xml(values[0])}">{_values(values)}</node>\n'
    yield "    </nodes>\n    <edges>\n"
    for k, move in enumerate(graph.moves()):
        ends = f'source="{xml(ids[move.source])}" target="{xml(ids[move.target])}"'
        yield f'      <edge id="m{k}" {ends}>{_values(move.values)}</edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _declared(kind: str, attributes: Sequence[Attribute]) -> Iterator[str]:
    yield f'    <attributes class="{kind}">\n'
    for k, each in enumerate(attributes):
        yield f'      <attribute id="{k}" title="{each.key}" type="{_TYPES[each.kind]}"/>\n'
    yield "    </attributes>\n"


def _values(values: Sequence[str]) -> str:
    said = (f'<attvalue for="{k}" value="{xml(value)}"/>' for k, value in enumerate(values) if value)
    return f"<attvalues>{''.join(said)}</attvalues>"


EXPORT = Export(
    "GEXF",
    ".gexf",
    "sources, reasons, assumptions and preference statements",
    write,
    "conflict",
    WHOLE_MODEL,
)
