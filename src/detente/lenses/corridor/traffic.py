"""The network with what goes along each link, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from detente.case.corridor import Corridor
from detente.case.reading import Reading
from detente.case.shape import fields
from detente.findings import Result
from detente.findings.result import spread as beside
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.numbers import rounded
from detente.lenses.corridor.records import said
from detente.lenses.corridor.seen import Seen, seen
from detente.lenses.corridor.worlds.result import Tonnage
from detente.models.corridor.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.corridor import Node
    from detente.case.record import Record
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look

Said: TypeAlias = Mapping[str, Any]
"""All that the case says of a record, by its keys there."""

_PARTS = fields(Corridor).keys() - fields(Reading).keys()
_GIVEN = ("id", "name", "a", "b", "mode", "km", "country", "border", "regime", "capacity")


@dataclass(frozen=True, slots=True)
class NetworkPlace:
    """A place.

    Attributes
    ----------
    id, name
        Its id, and what to call it.
    country
        ISO 3166-1 alpha-2 code.
    kind
        Port, border, city or another word.
    lat, lon
        Where it is [degrees].
    others
        What else the case says of it: what that rests on.
    """

    id: str
    name: str
    country: str | None
    kind: str | None
    lat: float | None
    lon: float | None
    others: Mapping[str, Any] = beside()


@dataclass(frozen=True, slots=True)
class NetworkLink:
    """A link, usable in both directions.

    Attributes
    ----------
    id, name
        Its id, and its name where it has one.
    a, b
        Ids of its ends.
    mode
        How cargo moves on it.
    km
        Length [km].
    country
        The country that its kilometres lie in, as an ISO 3166-1 alpha-2 code, where the case says so.
    border, regime
        Ids of the border procedure and of the regime, where it has some.
    open
        Whether it can be used as things are.
    capacity
        How much it can carry [thousand tonnes a year].
    cargo
        By world, what goes along it; worlds in which nothing does are left out.
    others
        What else the case says of it: its standing and what opens it, its own rate, and what that rests on.
    """

    id: str
    name: str | None
    a: str
    b: str
    mode: str
    km: float | None
    country: str | None
    border: str | None
    regime: str | None
    open: bool
    capacity: float | None
    cargo: Mapping[str, Tonnage]
    others: Mapping[str, Any] = beside()


@dataclass(frozen=True, slots=True)
class WholeNetwork:
    """Places and links, in whatever world they are, and what else the case has of the network at the date.

    Attributes
    ----------
    places, links
        With what goes along each link.
    borders, regimes, flows, premiums, permissions
        All that the case says of each.
    parameters
        The same of the numbers that all costs share, by name.
    others
        What the case says of the network as a whole: what that rests on.
    """

    places: tuple[NetworkPlace, ...]
    links: tuple[NetworkLink, ...]
    borders: tuple[Said, ...]
    regimes: tuple[Said, ...]
    flows: tuple[Said, ...]
    premiums: tuple[Said, ...]
    permissions: tuple[Said, ...]
    parameters: Mapping[str, Said]
    others: Mapping[str, Any] = beside()


@dataclass(frozen=True, slots=True)
class Network(Result):
    """The network.

    Attributes
    ----------
    network
        It; ``null`` for a case without links or flows.
    """

    network: WholeNetwork | None


def find(look: Look[CorridorOptions]) -> Network:
    """Return the network with what goes along each link in each world."""
    found = look.once(seen)
    if found is None:
        return Network(None)
    places = tuple(map(_place, found.model.ground.layout.nodes))
    return Network(_whole(found.corridor, places, tuple(_links(found))))


def _whole(corridor: Corridor, places: tuple[NetworkPlace, ...], links: tuple[NetworkLink, ...]) -> WholeNetwork:
    return WholeNetwork(
        places=places,
        links=links,
        borders=_all(corridor.borders),
        regimes=_all(corridor.regimes),
        flows=_all(corridor.flows),
        premiums=_all(corridor.premiums),
        permissions=_all(corridor.permissions),
        parameters={name: said(each) for name, each in corridor.parameters.items()},
        others=said(corridor, but=_PARTS),
    )


def _all(records: Iterable[Record]) -> tuple[Said, ...]:
    return tuple(map(said, records))


def _place(node: Node) -> NetworkPlace:
    others = said(node, but=("id", "name", "country", "kind", "lat", "lon"))
    return NetworkPlace(node.id, node.label, node.country, node.kind, node.lat, node.lon, others)


def _links(found: Seen) -> Iterator[NetworkLink]:
    worlds, usable = found.model.worlds, {link.id for link in found.model.worlds[0].links}
    median, low, high = spread(found.outcome.links)
    for number, link in enumerate(found.model.ground.layout.courses):
        ranges = ((each.id, median[k, number], low[k, number], high[k, number]) for k, each in enumerate(worlds))
        cargo = {key: Tonnage(*map(rounded, map(float, ends))) for key, *ends in ranges if ends[2] > 0}
        given = (link.id, link.name, link.a, link.b, link.mode, link.km, link.country, link.border, link.regime)
        yield NetworkLink(*given, link.id in usable, link.capacity, cargo, said(link, but=_GIVEN))


CHAPTER = Chapter("traffic", 12, find)
