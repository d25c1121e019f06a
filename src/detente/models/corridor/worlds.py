"""Worlds: the corridor as it is, as if its links ran under one regime, and under each scenario that changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.corridor import Corridor, Flow, Link, Regime
    from detente.case.scenario import Scenario

BASE = "base"
"""The id of the world that is as the case is."""


@dataclass(frozen=True, slots=True)
class Network:
    """The corridor at a date.

    Attributes
    ----------
    corridor
        What holds of it.
    open
        The ids of the links that are open then, whatever regime they run under.
    """

    corridor: Corridor
    open: frozenset[str]

    @classmethod
    def without(cls, corridor: Corridor, opened: frozenset[str], closed: frozenset[str]) -> Network:
        """Return the network with some links open, as if there were no regimes of some ids."""
        if closed:
            kept = tuple(each for each in corridor.regimes if each.id not in closed)
            corridor = corridor.model_copy(update={"regimes": kept})
        return cls(corridor, opened)


@dataclass(frozen=True, slots=True)
class World:
    """One way the corridor may be.

    Attributes
    ----------
    id, label
        ``base``, or the id of a regime or scenario; and what to call it.
    kind
        What of these it is.
    network
        The network in it.
    regime
        The regime that all links which name one run under; ``None`` where each runs under its own.
    record
        The regime or scenario, with what it is cited or assumed on; ``None`` for the base.
    """

    id: str
    label: str
    kind: Literal["base", "regime", "scenario"]
    network: Network
    regime: Regime | None = None
    record: Regime | Scenario | None = None

    def regime_of(self, link: Link) -> Regime | None:
        """Return the regime that a link runs under; ``None`` where it needs none, or that it names does not hold."""
        if link.regime is None or self.regime is not None:
            return None if link.regime is None else self.regime
        return next((each for each in self.network.corridor.regimes if each.id == link.regime), None)

    @property
    def links(self) -> Iterator[Link]:
        """The links that can be used: open ones, whose regime is there and not closed."""
        for link in self.network.corridor.links:
            regime = self.regime_of(link)
            ruled = link.regime is None or (regime is not None and regime.kind != "closed")
            if ruled and link.id in self.network.open:
                yield link

    @property
    def flows(self) -> dict[str, Flow]:
        """The flows, by id."""
        return {flow.id: flow for flow in self.network.corridor.flows}


def worlds_of(base: Network, scenarios: Iterable[tuple[Scenario, Network]] = ()) -> tuple[World, ...]:
    """Return the worlds of a corridor: as it is, by regimes as written, and by scenarios that change the network."""
    found = [World(BASE, "as it is", "base", base)]
    found += [World(each.id, each.label, "regime", base, each, each) for each in base.corridor.regimes]
    differing = ((scenario, network) for scenario, network in scenarios if not alike(network, base))
    return (*found, *(World(each.id, each.label, "scenario", network, None, each) for each, network in differing))


def unruled(network: Network) -> World:
    """Return the world in which only links without a regime can be used: they can be in every world of a network."""
    free = frozenset(link.id for link in network.corridor.links if link.regime is None)
    return World(BASE, "without the links that need a regime", "base", Network(network.corridor, network.open & free))


def alike(one: Network, other: Network) -> bool:
    """Whether cargo finds the same in two networks, whatever is claimed of them."""
    return one.open == other.open and (one.corridor is other.corridor or _moves(one) == _moves(other))


def _moves(network: Network) -> tuple[object, ...]:
    corridor = network.corridor
    fixed = corridor.nodes, corridor.links, corridor.borders, corridor.regimes, corridor.flows
    return *fixed, corridor.premiums, corridor.permissions, corridor.parameters
