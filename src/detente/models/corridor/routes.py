"""Routes: every flow must have one in every world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.corridor.cargo import Access
from detente.models.corridor.worlds import unruled
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.corridor import Flow
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
    told: set[str] = set()
    doubtful: dict[int, list[Flow]] = {}
    for world in worlds:
        network = world.network
        if id(network) not in doubtful:  # what has a route by links without a rule has one under every regime
            doubtful[id(network)] = [*Access(unruled(network)).stranded(network.corridor.flows)]
        for flow in Access(world).stranded(doubtful[id(network)]):
            if flow.id in told:
                continue
            told.add(flow.id)
            yield no_route(flow, world, worlds[0])


def no_route(flow: Flow, world: World, base: World) -> Flaw:
    """Return that a flow has no route in a world, told of the flow in the base, or where that has none of it."""
    when = _WHEN[world.kind].format(world.id)
    message = f"'{flow.id}' has no route from '{flow.origin}' to '{flow.destination}'{when}"
    place = [number for number, each in enumerate(base.network.corridor.flows) if each.id == flow.id]
    hint = "open a link that it can use, or leave the flow out"
    return Flaw(NO_ROUTE, ("corridor", "flows", *place), message, hint, cause=flow.id)
