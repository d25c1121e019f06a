"""The network with what goes along each link, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.corridor.numbers import rounded
from detente.lenses.corridor.seen import Seen, seen
from detente.lenses.corridor.worlds.result import Tonnage
from detente.models.corridor.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.corridor import Node
    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class NetworkPlace:
    """A place.

    Attributes
    ----------
    country
        ISO 3166-1 alpha-2 code.
    kind
        Port, border, city or another word.
    lat, lon
        Where it is [degrees].
    """

    id: str
    name: str
    country: str | None
    kind: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class NetworkLink:
    """A link, usable in both directions.

    Attributes
    ----------
    a, b
        Ids of its ends.
    mode
        How cargo moves on it.
    km
        Length [km].
    border, regime
        Ids of the border procedure and of the regime, where it has some.
    open
        Whether it can be used as things are.
    capacity
        How much it can carry [thousand tonnes a year].
    cargo
        By world, what goes along it; worlds in which nothing does are left out.
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


@dataclass(frozen=True, slots=True)
class LinksAndPlaces:
    """Places, and the links between them."""

    places: tuple[NetworkPlace, ...]
    links: tuple[NetworkLink, ...]


@dataclass(frozen=True, slots=True)
class Network(Result):
    """The network.

    Attributes
    ----------
    network
        It; ``null`` for a case without links or flows.
    """

    network: LinksAndPlaces | None


def find(look: Look[CorridorOptions]) -> Network:
    """Return the network with what goes along each link in each world."""
    found = look.once(seen)
    if found is None:
        return Network(None)
    places = tuple(_place(node) for node in found.model.ground.layout.nodes)
    return Network(LinksAndPlaces(places, tuple(_links(found))))


def _place(node: Node) -> NetworkPlace:
    return NetworkPlace(node.id, node.label, node.country, node.kind, node.lat, node.lon)


def _links(found: Seen) -> Iterator[NetworkLink]:
    worlds, usable = found.model.worlds, {link.id for link in found.model.worlds[0].links}
    median, low, high = spread(found.outcome.links)
    for number, link in enumerate(found.model.ground.layout.courses):
        ranges = ((each.id, median[k, number], low[k, number], high[k, number]) for k, each in enumerate(worlds))
        cargo = {key: Tonnage(*map(rounded, map(float, ends))) for key, *ends in ranges if ends[2] > 0}
        given = (link.id, link.name, link.a, link.b, link.mode, link.km, link.country, link.border, link.regime)
        yield NetworkLink(*given, link.id in usable, link.capacity, cargo)


CHAPTER = Chapter("traffic", 12, find)
