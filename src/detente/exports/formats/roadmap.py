"""GraphML: the roadmap as an and/or network, for networkx, Gephi, yEd and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.texts.graphml_text import Graph, graphml
from detente.lenses.roadmap.model import NetworkModel
from detente.lenses.roadmap.options import RoadmapOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.exports.texts.graphml_text import Known
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
    """Yield the file: steps and gates are nodes, and edges lead from what is required to what waits for it."""
    model = findings.result(NetworkModel)
    nodes: list[tuple[str, Known]] = [(step.id, _of_step(step)) for step in model.steps]
    nodes += [(gate.id, {"kind": gate.kind}) for gate in model.gates]
    edges = ((need.source, need.target, _of(need, _EDGE)) for need in model.requirements)
    yield from graphml(Graph("roadmap", model.title, _NODE, _EDGE, nodes, edges), "r")


def _of(record: NetworkStep | Wanted, keys: Iterable[str]) -> Known:
    return {key: getattr(record, key) for key in keys}


def _of_step(step: NetworkStep) -> Known:
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


EXPORT = Export(
    "GraphML of the roadmap",
    ".graphml",
    "sources, reasons and probabilities",
    write,
    "roadmap",
    RoadmapOptions(model=True),
)
