"""Routes: every flow must have one in every world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.corridor.cargo import Access
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.models.corridor.worlds import World

NO_ROUTE = Rule(
    "DT970",
    "a flow without a route",
    "No open link leads from its origin to its destination, by means that it can use and through countries that it may "
    "cross. That may be so in the case as it is, as if the links ran under one of its regimes, or in a scenario. Add "
    "the way that cargo takes then, or leave the flow out.",
)

_WHEN = {"base": "", "regime": " under the regime '{}'", "scenario": " in the scenario '{}'"}


def stranded(worlds: Sequence[World]) -> Iterator[Flaw]:
    """Yield the flows that have no route in some world, each once, with the first such world."""
    places = {flow.id: number for number, flow in enumerate(worlds[0].network.corridor.flows)}
    told: set[str] = set()
    for world in worlds:
        for flow in Access(world).stranded():
            if flow.id in told:
                continue
            told.add(flow.id)
            when = _WHEN[world.kind].format(world.id)
            message = f"'{flow.id}' has no route from '{flow.origin}' to '{flow.destination}'{when}"
            path = ("corridor", "flows", places[flow.id]) if flow.id in places else ("corridor", "flows")
            yield Flaw(NO_ROUTE, path, message, "open a link that it can use, or leave the flow out", cause=flow.id)
