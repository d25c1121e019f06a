"""Flows that cost nothing: how cargo spreads over its routes follows from what they cost by comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.diagnostics import Rule
from detente.models.corridor.layout import Layout, family
from detente.models.corridor.numbers import levers_of
from detente.models.corridor.worlds import worlds_of
from detente.models.flaw import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.corridor import Link
    from detente.models.corridor.worlds import Network

COSTLESS = Rule(
    "DT974",
    "a flow that costs nothing",
    "Which way cargo goes depends on by how much the ways differ, measured by what the cheapest one costs: with all "
    "numbers in their middle that must be a cent a unit at least. Give kilometres a rate, or time a value.",
)
_LEAST = 0.01
"""What the cheapest way of a flow costs at least [USD a unit]."""


def costless(network: Network) -> Iterator[Flaw]:
    """Yield the flows whose cheapest way costs nothing in a network in which all links have a length.

    Where something costs less than nothing, or a speed is 0, there is no telling.
    """
    base = worlds_of(network)[:1]
    levers, places = levers_of(base, {})
    middle = {lever.key: lever.central for lever in levers}
    if not any(_is_free(link, middle) for link in network.corridor.links):
        return
    import numpy as np

    from detente.methods.transport.passing import least_through
    from detente.models.corridor.ground import Ground, with_nothing
    from detente.models.corridor.levers import central
    from detente.models.corridor.terms import Terms

    layout = Layout.of(base)
    ground = Ground(layout, levers, (Terms.of(layout, base[0], 0, places[0]),))
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = ground.weights(with_nothing(central(levers)), 0)
    for number, flow in enumerate(layout.flows):
        cost = ground.edges.cost(ground.weights_of(number, weights)[:, 0], ground.closed[0, number])
        ends = layout.place[flow.origin], layout.place[flow.destination]
        steps = least_through(ground.edges, ends, (), cost) if (cost >= 0).all() else None
        if steps is not None and cost[steps].sum() < _LEAST:
            message = f"the cheapest way of '{flow.id}' costs nothing"
            hint = "give kilometres a rate, or time a value"
            yield Flaw(COSTLESS, ("corridor", "flows", number), message, hint, cause=flow.id)


def _is_free(link: Link, middle: Mapping[str, float]) -> bool:
    """Whether the kilometres of a link cost nothing, so that a way may; whatever its time does."""
    rate = middle.get(f"links.{link.id}.rate", middle[f"{family(link.mode)}-rate"])
    return (link.km or 0) * rate < _LEAST
