"""Corridors: what routes pass, and by which modes; routes that are alike in both are one alternative."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from detente.methods.transport.graph import modes_along, places_along

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Bool, Int
    from detente.methods.transport.network import Edges


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """What corridors are told apart by.

    Attributes
    ----------
    region
        Number of the region, such as the country, that each place lies in. [shape (P,)]
    gateway
        Whether each place is one of those that tell corridors apart. [shape (P,)]
    """

    region: Int
    gateway: Bool


class Kind(NamedTuple):
    """The regions and gateways that a route passes, and the modes that it uses, both in order."""

    corridor: Hashable
    modes: tuple[int, ...]


def kind_of(edges: Edges, steps: Int, places: Places) -> Kind:
    """Return what kind of route some steps are."""
    return Kind(_corridor(edges, steps, places), modes_along(edges, steps))


def _corridor(edges: Edges, steps: Int, places: Places) -> Hashable:
    """Return the regions and gateways that a route passes, in order."""
    passed: list[tuple[str, int]] = []
    region = None
    for place in places_along(edges, steps).tolist():
        if places.region[place] != region:
            region = places.region[place]
            passed.append(("region", int(region)))
        if places.gateway[place]:
            passed.append(("gateway", place))
    return tuple(passed)
