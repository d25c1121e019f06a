"""Whose cargo something is for, and which links it may use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.case.corridor import Corridor, Flow, Link
    from detente.models.corridor.worlds import World

_Rules: TypeAlias = tuple[tuple[str, ...], frozenset[str], frozenset[str]]
"""The modes that cargo can use, the countries that it may not use, and whose cargo it is of those that regimes name."""

_BETWEEN = re.compile(r"([A-Z]{2})-([A-Z]{2})")


def countries_of(corridor: Corridor) -> dict[str, str | None]:
    """Return the country that each node lies in, by id."""
    return {node.id: node.country for node in corridor.nodes}


def ends_of(flow: Flow, countries: Mapping[str, str | None]) -> tuple[str | None, str | None]:
    """Return the countries that a flow begins and ends in."""
    return countries.get(flow.origin), countries.get(flow.destination)


def is_for(selector: str | None, flow: Flow, countries: Mapping[str, str | None]) -> bool:
    """Whether what is for some cargo is for that of a flow.

    Parameters
    ----------
    selector
        A flow's id, a country, two joined by a hyphen, or a class of cargo; ``None`` for everybody's.
    countries
        The country of each node, by id.
    """
    ends = ends_of(flow, countries)
    if selector is None or selector in (flow.id, flow.cargo, *ends):
        return True
    between = _BETWEEN.fullmatch(selector)
    return between is not None and between.groups() in (ends, ends[::-1])


def touched(link: Link, countries: Mapping[str, str | None]) -> frozenset[str]:
    """Return the countries that cargo on a link is in."""
    found = (link.country, countries.get(link.a), countries.get(link.b))
    return frozenset(each for each in found if each is not None)


def lies_in(link: Link, countries: Mapping[str, str | None]) -> str | None:
    """Return the country that the kilometres of a link lie in; ``None`` at sea, and where its ends differ in it."""
    a, b = countries.get(link.a), countries.get(link.b)
    return link.country or (a if a == b and link.mode != "sea" else None)


@dataclass(frozen=True)
class Access:
    """Who may use what in a world.

    Attributes
    ----------
    world
        The world.
    """

    world: World

    @cached_property
    def countries(self) -> dict[str, str | None]:
        """The country of each node, by id."""
        return countries_of(self.world.network.corridor)

    @cached_property
    def _ways(self) -> tuple[tuple[Link, frozenset[str], tuple[str, ...]], ...]:
        """The links that can be used, the countries that each touches, and whose cargo may use its regime."""
        links = ((link, self.world.regime_of(link)) for link in self.world.links)
        return tuple((link, touched(link, self.countries), regime.users if regime else ()) for link, regime in links)

    def forbidden(self, flow: Flow) -> frozenset[str]:
        """Return the countries that a flow may not use: never those that it begins and ends in."""
        allowed = {
            each.through: each.allowed
            for each in self.world.network.corridor.permissions
            if is_for(each.cargo, flow, self.countries)
        }
        ends = ends_of(flow, self.countries)
        return frozenset(country for country, may in allowed.items() if not may and country not in ends)

    def links(self, flow: Flow) -> Iterator[Link]:
        """Yield the links that a flow may use."""
        return self._for(self._rules(flow))

    @cached_property
    def _users(self) -> frozenset[str]:
        """Whose cargo some regime of a link is for, of those that are not for everybody's."""
        return frozenset(each for _, _, several in self._ways for each in several)

    def _rules(self, flow: Flow) -> _Rules:
        """Return what keeps a flow from links."""
        own = frozenset(each for each in self._users if is_for(each, flow, self.countries))
        return flow.modes, self.forbidden(flow), own

    def _for(self, rules: _Rules) -> Iterator[Link]:
        modes, forbidden, own = rules
        for link, countries, users in self._ways:
            by = not modes or link.mode in modes
            if by and forbidden.isdisjoint(countries) and (not users or not own.isdisjoint(users)):
                yield link

    def stranded(self, flows: Iterable[Flow]) -> Iterator[Flow]:
        """Yield those of some flows that have no route, or begin where they end."""
        parts: dict[_Rules, Mapping[str, int]] = {}
        for flow in flows:
            rules = self._rules(flow)
            if rules not in parts:
                parts[rules] = _parts(self._for(rules))
            begin, end = parts[rules].get(flow.origin), parts[rules].get(flow.destination)
            if begin is None or begin != end or flow.origin == flow.destination:
                yield flow


def _parts(links: Iterable[Link]) -> Mapping[str, int]:
    """Return for each node on some links which part of the network it is in, by number."""
    beside: dict[str, list[str]] = {}
    for link in links:
        beside.setdefault(link.a, []).append(link.b)
        beside.setdefault(link.b, []).append(link.a)
    found: dict[str, int] = {}
    for number, start in enumerate(beside):
        ahead = [start] if start not in found else []
        while ahead:
            node = ahead.pop()
            if node not in found:
                found[node] = number
                ahead += beside[node]
    return found
