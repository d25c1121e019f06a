"""Outputs of the model in words: what crosses a country, what a flow costs, with the range of each."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.lenses.corridor.numbers import percent, ranged
from detente.lenses.wording import listed, whose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from detente.lenses.corridor.numbers import Range
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.predicate.outputs import Asked

_MILLION = 1e6
_THOUSAND = 1e3

SCALES: Mapping[str, float] = MappingProxyType(
    {"transit": _THOUSAND, "tonnes": _THOUSAND, "fees": _MILLION, "carriage": _MILLION, "share": 0.01}
)
"""What outputs are divided by before they are told, of those that are."""


def said(world: Seen, asked: Asked, ends: Range) -> str:
    """Return an output with its median and range, but not in which world it is."""
    return _OUTPUTS[asked.name](world, asked, ends)


def _scaled(ends: Range, scale: float) -> Range:
    median, low, high = (each / scale for each in ends)
    return median, low, high


def _country(world: Seen, asked: Asked) -> str:
    return world.name(asked.of[0].text)


def _called(world: Seen, asked: Asked) -> str:
    return f"“{world.called(asked.of[0].text)}”"


def _transit(world: Seen, asked: Asked, ends: Range) -> str:
    return f"{ranged(_scaled(ends, _THOUSAND))} million tonnes a year cross {_country(world, asked)}"


def _change(world: Seen, asked: Asked, ends: Range) -> str:
    median, low, high = ends
    transit = f"{whose(_country(world, asked))} transit"
    if high <= 0 and median < 0:
        return f"{transit} falls by {ranged((-median, -high, -low), places=1)} per cent"
    if low >= 0 and median > 0:
        return f"{transit} grows by {ranged(ends, places=1)} per cent"
    return f"{transit} changes by {percent(ends)}"


def _fees(world: Seen, asked: Asked, ends: Range) -> str:
    return f"{_country(world, asked)} gets {ranged(_scaled(ends, _MILLION), places=1)} million dollars a year in fees"


def _carriage(world: Seen, asked: Asked, ends: Range) -> str:
    paid = f"{ranged(_scaled(ends, _MILLION), places=1)} million dollars a year"
    return f"what crosses {_country(world, asked)} pays {paid} there"


def _tonnes(world: Seen, asked: Asked, ends: Range) -> str:
    return f"{ranged(_scaled(ends, _THOUSAND))} million tonnes a year pass {_called(world, asked)}"


def _cost(world: Seen, asked: Asked, ends: Range) -> str:
    return f"{_called(world, asked)} costs {ranged(ends)} dollars a unit"


def _least(world: Seen, asked: Asked, ends: Range) -> str:
    return f"the cheapest way for {_called(world, asked)} costs {ranged(ends)} dollars a unit"


def _days(world: Seen, asked: Asked, ends: Range) -> str:
    return f"{_called(world, asked)} takes {ranged(ends, places=1)} days"


def _logsum(world: Seen, asked: Asked, ends: Range) -> str:
    return f"all its ways together cost {_called(world, asked)} {ranged(ends)} dollars a unit"


def _share(world: Seen, asked: Asked, ends: Range) -> str:
    part = ranged(_scaled(ends, SCALES["share"]), places=1)
    return f"{_place(world, asked.of[1].text)} sees {part} per cent of {_called(world, asked)}"


def _through(world: Seen, asked: Asked, ends: Range) -> str:
    places = listed([_place(world, word.text) for word in asked.places])
    return f"{_called(world, asked)} by {places} costs {ranged(ends)} dollars a unit"


def _place(world: Seen, name: str) -> str:
    nodes = {node.id: node.label for node in world.corridor.nodes}
    return nodes.get(name) or world.name(name)


_OUTPUTS: dict[str, Callable[[Seen, Asked, Range], str]] = {
    "transit": _transit,
    "change": _change,
    "fees": _fees,
    "carriage": _carriage,
    "tonnes": _tonnes,
    "cost": _cost,
    "least": _least,
    "days": _days,
    "logsum": _logsum,
    "share": _share,
    "through": _through,
}
