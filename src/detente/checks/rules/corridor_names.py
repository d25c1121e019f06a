"""What is said of a network by name can mean one thing only."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from detente.case.corridor.flows import CargoClass
from detente.diagnostics import Rule
from detente.models.corridor.worlds import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Corridor
    from detente.case.shape import Path
    from detente.checks.context import Context
    from detente.diagnostics import Diagnostic

TWO_MEANINGS = Rule(
    "DT917",
    "a name in a network that means two things",
    f"Results and predicates name the case as it is '{BASE}', and each regime and scenario by its id, beside the nodes "
    "of the network; whose cargo is meant is said by the id of a flow or by a class of cargo. Give the regime, the "
    "scenario or the flow another id.",
)

_CLASSES = get_args(CargoClass)
READS = ("corridor", "scenarios")


def check(context: Context) -> Iterator[Diagnostic]:
    """Report regimes, scenarios and flows whose ids mean something else, too."""
    corridor = context.case.corridor
    if corridor is not None:
        scenarios = (context.sound[0].case if context.sound else context.case).scenarios
        for path, name, other in _clashes(corridor, [scenario.id for scenario in scenarios]):
            here = context.spans.span(*path, "id")
            yield TWO_MEANINGS.at(here, f"the id '{name}' is also that of {other}", "choose another id")


def _clashes(corridor: Corridor, scenarios: list[str]) -> Iterator[tuple[Path, str, str]]:
    """Yield each record whose id means something else, too: its place, its id and the other thing."""
    base = {BASE: "the case as it is"}
    nodes = {node.id: "a node" for node in corridor.nodes}
    regimes = [regime.id for regime in corridor.regimes]
    named = (
        (("corridor", "regimes"), regimes, nodes | base),
        (("corridor", "flows"), [flow.id for flow in corridor.flows], dict.fromkeys(_CLASSES, "a class of cargo")),
        (("scenarios",), scenarios, dict.fromkeys(regimes, "a regime") | base),
    )
    for place, names, others in named:
        for number, name in enumerate(names):
            if name in others:
                yield (*place, number), name, others[name]
