"""The layout of a corridor: what of its worlds is a place, a way, a flow or a feature in the arrays, by number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from detente.case.corridor import Mode
from detente.models.corridor.cargo import ends_of, is_for
from detente.models.corridor.numbers import premium_keys

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from detente.case.corridor import Flow, Link, Node, Premium
    from detente.models.corridor.worlds import World

MODES: tuple[str, ...] = get_args(Mode)
"""The modes in the order of their numbers."""

FAMILIES = ("rail", "road", "sea")
"""What modes are told apart by in their rates and speeds."""

_CARGO_FEATURES = ("km:rail", "km:road", "km:sea", "terminal", "gauge-change", "sea-boarding")


def family(mode: str) -> str:
    """Return rail, road or sea."""
    return "rail" if mode.startswith("rail") else mode


def key_of(link: Link) -> Hashable:
    """Return what a link has in common with itself in other worlds, where its costs and rules may be others."""
    return link.id, link.a, link.b, link.mode, link.km, link.country, link.border, link.rate is not None


@dataclass(frozen=True)
class Layout:
    """What of all worlds of a corridor has which number in the arrays.

    Attributes
    ----------
    worlds
        The worlds.
    nodes
        The places.
    ways
        The links: one whose course is another in a scenario is another way, closed in all other worlds.
    flows
        The flows: one whose ends, class or modes are others in a scenario is another flow.
    """

    worlds: tuple[World, ...]
    nodes: tuple[Node, ...]
    ways: tuple[Link, ...]
    flows: tuple[Flow, ...]

    @classmethod
    def of(cls, worlds: Sequence[World]) -> Layout:
        """Return the layout of some worlds, the base first."""
        nodes: dict[str, Node] = {}
        ways: dict[Hashable, Link] = {}
        flows: dict[Hashable, Flow] = {}
        for world in worlds:
            corridor = world.network.corridor
            for node in corridor.nodes:
                nodes.setdefault(node.id, node)
            for link in corridor.links:
                ways.setdefault(key_of(link), link)
            for flow in corridor.flows:
                flows.setdefault(_flow_key(flow), flow)
        return cls(tuple(worlds), tuple(nodes.values()), tuple(ways.values()), tuple(flows.values()))

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The number of each place, by the id of its node."""
        return {node.id: number for number, node in enumerate(self.nodes)}

    @cached_property
    def country(self) -> Mapping[str, str | None]:
        """The country of each node, by id."""
        return {node.id: node.country for node in self.nodes}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that nodes and links lie in, sorted."""
        found = {*self.country.values(), *(way.country for way in self.ways)}
        return tuple(sorted(each for each in found if each is not None))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The ids of the links."""
        return tuple(dict.fromkeys(way.id for way in self.ways))

    @property
    def courses(self) -> tuple[Link, ...]:
        """The links in that order, each as it is in the first world that has it."""
        first = {way.id: way for way in reversed(self.ways)}
        return tuple(first[each] for each in self.links)

    @cached_property
    def borders(self) -> tuple[str, ...]:
        """The ids of the border procedures."""
        return tuple(dict.fromkeys(each.id for world in self.worlds for each in world.network.corridor.borders))

    @cached_property
    def premiums(self) -> Mapping[Hashable, tuple[str, Premium]]:
        """The premiums with their keys: one that is for other cargo in a scenario is another one."""
        found: dict[Hashable, tuple[str, Premium]] = {}
        for world in self.worlds:
            for key, premium in premium_keys(world.network.corridor.premiums):
                found.setdefault(premium_key(key, premium), (key, premium))
        return found

    @cached_property
    def regimes(self) -> tuple[tuple[str | None, ...], ...]:
        """For each way the regime that it runs under in each world; ``None`` where under none, or it is not there."""
        rules = [
            {key_of(link): world.regime_of(link) for link in world.network.corridor.links} for world in self.worlds
        ]
        regimes = [[own.get(key_of(way)) for own in rules] for way in self.ways]
        return tuple(tuple(None if each is None else each.id for each in several) for several in regimes)

    @cached_property
    def groups(self) -> tuple[tuple[str | None, ...], ...]:
        """The different rows of ``regimes``, but for ways that never run under any: such ways cost alike."""
        return tuple(dict.fromkeys(each for each in self.regimes if any(each)))

    @cached_property
    def features(self) -> Mapping[str, int]:
        """The number of each feature that costs hang on, by what it is called."""
        own = (f"km:{number}" for number, way in enumerate(self.ways) if way.rate is not None)
        borders = (f"border:{each}" for each in self.borders)
        regimes = (f"{what}:{k}" for k in range(len(self.groups)) for what in ("regime", "regime-km"))
        premiums = (f"enter:{number}" for number in range(len(self.premiums)))
        names = (*_CARGO_FEATURES, *own, *borders, *regimes, *premiums)
        return {name: number for number, name in enumerate(names)}

    def pays(self, premium: Premium, flow: Flow) -> bool:
        """Whether a premium is for a flow: cargo that sets out in the country does not come from elsewhere."""
        return ends_of(flow, self.country)[0] != premium.country and is_for(premium.cargo, flow, self.country)


def premium_key(key: str, premium: Premium) -> Hashable:
    """Return what a premium has in common with itself in other worlds, where it may be higher or lower."""
    return key, premium.country, premium.cargo, premium.mode, premium.to


def _flow_key(flow: Flow) -> Hashable:
    return flow.id, flow.origin, flow.destination, flow.cargo, flow.modes


def flow_numbers(layout: Layout, world: World) -> Mapping[str, int]:
    """Return the number of each flow that there is in a world, by id."""
    numbers = {_flow_key(flow): number for number, flow in enumerate(layout.flows)}
    return {flow.id: numbers[_flow_key(flow)] for flow in world.network.corridor.flows}
