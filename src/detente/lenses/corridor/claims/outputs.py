"""Outputs of the model in words: what crosses a country, what a flow costs, each with its range and its unit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.lenses.corridor.numbers import ranged
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

_COSTS = ("cost", "least", "logsum", "through")
_TONNES = "million tonnes a year"
_MONEY = "million dollars a year"


@dataclass(frozen=True, slots=True)
class Told:
    """An output in words: "what | number | unit | of what".

    Attributes
    ----------
    lead, unit, tail
        What stands before its number, behind it, and what tells it from another of the same unit.
    ends
        Its median and range, in that unit.
    places
        How many places its numbers have at most.
    world
        The id of the world it is asked in.
    change
        Whether it is a change, so that its sign is told.
    """

    lead: str
    unit: str
    tail: str
    ends: Range
    places: int
    world: str
    change: bool

    @property
    def amount(self) -> str:
        """Its number with its range."""
        return ranged(self.ends, places=self.places, change=self.change)


def told(world: Seen, asked: Asked, ends: Range) -> Told:
    """Return an output with its range in words; the ends are as the model has them."""
    scale = SCALES.get(asked.name, 1.0)
    median, low, high = (each / scale for each in ends)
    lead, unit, tail = _OUTPUTS[asked.name](world, asked)
    places = 2 if asked.name in ("transit", "tonnes") else 1
    return Told(lead, unit, tail, (median, low, high), places, asked.world, asked.name == "change")


def container(world: Seen, flow: str) -> str:
    """Return what the cost of a flow is told of: a container, or as much as a lorry carries."""
    cargo = next((each.cargo for each in world.model.flows if each.id == flow), None)
    return "container" if cargo == "containers" else "lorry load"


def alone(found: Told) -> Told:
    """Return an output that stands beside no other: a change as growth or fall, where it is known which."""
    median, low, high = found.ends
    if not found.change or low < 0 < high or not median:
        return found
    subject = found.lead.removesuffix(" changes by")
    if median < 0:
        return replace(found, lead=f"{subject} falls by", ends=(-median, -high, -low), change=False)
    return replace(found, lead=f"{subject} grows by", change=False)


def _country(world: Seen, asked: Asked) -> str:
    return world.name(asked.of[0].text)


def called(world: Seen, asked: Asked) -> str:
    """Return what an output is first asked of, by name, in quotation marks."""
    return f"“{world.called(asked.of[0].text)}”"


def _transit(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return "", _TONNES, f"cross {_country(world, asked)}"


def _change(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return f"{whose(_country(world, asked))} transit changes by", "per cent", ""


def _fees(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return f"{_country(world, asked)} gets fees of", _MONEY, ""


def _carriage(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return f"what crosses {_country(world, asked)} pays", _MONEY, "there"


def _tonnes(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return "", _TONNES, f"pass {called(world, asked)}"


def _days(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return f"{called(world, asked)} takes", "days", ""


def _share(world: Seen, asked: Asked) -> tuple[str, str, str]:
    return "", f"per cent of “{world.called(asked.of[0].text)}”", f"cross {place(world, asked.of[1].text)}"


def _costs(world: Seen, asked: Asked) -> tuple[str, str, str]:
    by = {
        "cost": "",
        "least": "by the cheapest way",
        "logsum": "by all ways together",
        "through": f"by {listed([place(world, word.text) for word in asked.places])}",
    }
    unit = f"dollars a {container(world, asked.of[0].text)}"
    return f"{called(world, asked)} costs", unit, by[asked.name]


def place(world: Seen, name: str) -> str:
    """Return what to call a place or a country."""
    nodes = {node.id: node.label for node in world.corridor.nodes}
    return nodes.get(name) or world.name(name)


_OUTPUTS: dict[str, Callable[[Seen, Asked], tuple[str, str, str]]] = {
    "transit": _transit,
    "change": _change,
    "fees": _fees,
    "carriage": _carriage,
    "tonnes": _tonnes,
    "days": _days,
    "share": _share,
    **dict.fromkeys(_COSTS, _costs),
}
