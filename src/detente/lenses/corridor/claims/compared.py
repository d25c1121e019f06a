"""What a claim compares, in words: one output of the model with its range, or the measure that the case words itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.lenses.corridor.numbers import ranged
from detente.lenses.wording import whose

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, Compared

_CALL = re.compile(r"(?P<output>\w+)\((?P<words>[^()]*)\)")
_MILLION = 1e6
_THOUSAND = 1e3


def compared(world: Seen, found: ClaimResult) -> str:
    """Return what a claim compares with its value in the model; nothing where it compares nothing."""
    value = found.compared
    if value is None:
        return ""
    call = _CALL.fullmatch(value.text)
    say = _OUTPUTS.get(call["output"]) if call else None
    if call is not None and say is not None:
        subject, *rest = (word.strip() for word in call["words"].split(","))
        return say(world, subject, value) + _where(world, rest)
    text = ranged(_ends(value), value.unit)
    return f"{found.claim.measure.rstrip('.')}: {text}" if found.claim.measure else f"what it compares comes to {text}"


def _ends(value: Compared, scale: float = 1.0) -> tuple[float, float, float]:
    return value.median / scale, value.low / scale, value.high / scale


def _where(world: Seen, words: list[str]) -> str:
    """Return in which world that is: the last word that names one."""
    known = {each.id: each for each in world.model.worlds}
    found = known.get(words[-1]) if words else None
    if found is None or found.kind == "base":
        return ""
    return f" under “{found.label}”" if found.kind == "regime" else f" in “{found.label}”"


def _transit(world: Seen, country: str, value: Compared) -> str:
    return f"{ranged(_ends(value, _THOUSAND))} million tonnes a year cross {world.name(country)}"


def _change(world: Seen, country: str, value: Compared) -> str:
    transit = f"{whose(world.name(country))} transit"
    if value.high <= 0:
        return f"{transit} falls by {ranged((-value.median, -value.high, -value.low))} per cent"
    if value.low >= 0:
        return f"{transit} grows by {ranged(_ends(value))} per cent"
    return f"{transit} changes by {ranged(_ends(value), change=True)} per cent"


def _fees(world: Seen, collector: str, value: Compared) -> str:
    return f"{world.name(collector)} gets {ranged(_ends(value, _MILLION))} million dollars a year in fees"


def _carriage(world: Seen, country: str, value: Compared) -> str:
    paid = f"{ranged(_ends(value, _MILLION))} million dollars a year"
    return f"cargo that crosses {world.name(country)} pays {paid} there"


def _tonnes(world: Seen, way: str, value: Compared) -> str:
    return f"{ranged(_ends(value, _THOUSAND))} million tonnes a year pass “{world.called(way)}”"


def _cost(world: Seen, flow: str, value: Compared) -> str:
    return f"“{world.called(flow)}” costs {ranged(_ends(value))} dollars a unit"


def _days(world: Seen, flow: str, value: Compared) -> str:
    return f"“{world.called(flow)}” takes {ranged(_ends(value))} days"


_OUTPUTS: dict[str, Callable[[Seen, str, Compared], str]] = {
    "transit": _transit,
    "change": _change,
    "fees": _fees,
    "carriage": _carriage,
    "tonnes": _tonnes,
    "cost": _cost,
    "days": _days,
}
