"""GraphML: the roadmap as an and/or network, for networkx, Gephi, yEd and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.xml_text import xml
from detente.lenses.roadmap.model import NetworkModel
from detente.lenses.roadmap.options import RoadmapOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.findings import Findings
    from detente.lenses.roadmap.links import Wanted
    from detente.lenses.roadmap.model import NetworkStep

_NODE = {
    "kind": "string",
    "name": "string",
    "status": "string",
    "met": "string",
    "goal": "boolean",
    "earliest": "string",
    "latest": "string",
    "after": "string",
    "part": "string",
    "responsible": "string",
    "demanded-by": "string",
    "paths": "string",
    "assumption": "string",
}
_EDGE = {"strict": "boolean", "accelerates": "boolean", "hedge": "string", "assumption": "string"}


def write(findings: Findings) -> Iterator[str]:
    """Yield the file: steps and gates are nodes, and edges lead from what is required to what waits for it.

    References
    ----------
    BrandesEiglspergerHermanHimsoltMarshall2002
    """
    model = findings.result(NetworkModel)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, attributes in (("node", _NODE), ("edge", _EDGE)):
        for key, form in attributes.items():
            yield f'  <key id="{kind}-{key}" for="{kind}" attr.name="{key}" attr.type="{form}"/>\n'
    yield f'  <graph id="roadmap" edgedefault="directed">\n    <desc>{xml(model.title)}</desc>\n'
    for step in model.steps:
        yield f'    <node id="{xml(step.id)}">\n{_data("node", _of_step(step))}    </node>\n'
    for gate in model.gates:
        yield f'    <node id="{xml(gate.id)}">\n{_data("node", {"kind": gate.kind})}    </node>\n'
    for k, need in enumerate(model.requirements):
        ends = f'source="{xml(need.source)}" target="{xml(need.target)}"'
        yield f'    <edge id="r{k}" {ends}>\n{_data("edge", _of(need, _EDGE))}    </edge>\n'
    yield "  </graph>\n</graphml>\n"


def _of(record: NetworkStep | Wanted, keys: Iterable[str]) -> dict[str, str | bool | None]:
    return {key: getattr(record, key) for key in keys}


def _of_step(step: NetworkStep) -> dict[str, str | bool | None]:
    return {
        "kind": "step",
        **_of(step, ("name", "status", "met", "goal", "earliest", "latest")),
        "after": "; ".join(step.after),
        "part": step.part,
        "responsible": "; ".join(step.responsible),
        "demanded-by": "; ".join(step.demanded_by),
        "paths": " ".join(map(str, step.paths)),
        "assumption": "; ".join(f"{each.step}: {each.assumption}" for each in step.assumptions)
        + (f"; and {step.assumptions_more} more" if step.assumptions_more else ""),
    }


def _data(kind: str, values: Mapping[str, str | bool | None]) -> str:
    """Return what is known of a node or an edge; what is empty is left out."""
    written = {key: str(value).lower() if isinstance(value, bool) else value for key, value in values.items()}
    return "".join(f'      <data key="{kind}-{key}">{xml(value)}</data>\n' for key, value in written.items() if value)


EXPORT = Export(
    "GraphML of the roadmap",
    ".graphml",
    "sources, reasons and probabilities",
    write,
    "roadmap",
    RoadmapOptions(model=True),
)
