"""The balance in words: who gains most and who loses most, and what one country gains or loses in a world."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.corridor.numbers import percent, ranged, words
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen

_THOUSAND = 1e3
_MILLION = 1e6


def headline(world: Seen, whom: Balance) -> str:
    """Return who gains most transit in any world, and who loses most."""
    moved = world.moved.median[np.ix_(whom.worlds, whom.countries)]
    if not moved.size:
        return "In the model, no regime and no scenario changes what crosses anybody."
    ends = {int(moved.argmax()): "gains", int(moved.argmin()): "loses"}
    places = {at: divmod(at, len(whom.countries)) for at in ends if moved.flat[at]}
    told, before = [], -1
    for at, (row, column) in places.items():
        number = whom.worlds[row]
        name = world.name(world.model.countries[whom.countries[column]])
        same = " there" if number == before else where(world, number)
        told.append(f"{name} {ends[at]} most transit{same} ({tonnes(abs(float(moved.flat[at])))} a year)")
        before = number
    return f"In the model, {listed(told)}."


def where(world: Seen, number: int) -> str:
    """Return which world that is: “under” a regime, “with” a scenario; nothing for the case as it is."""
    found = world.model.worlds[number]
    if found.kind == "base":
        return ""
    return f" {'under' if found.kind == 'regime' else 'with'} “{found.label}”"


def tonnes(kilotonnes: float) -> str:
    """Return an amount of cargo in words: "8.1 million tonnes", "420,000 tonnes"."""
    million = kilotonnes / _THOUSAND
    return f"{words(million)} million tonnes" if abs(million) >= 1 else f"{words(kilotonnes * _THOUSAND)} tonnes"


def gained(world: Seen, number: int, country: int) -> str:
    """Return by how much a country's transit changes in a world: "transit +3.8 (0.9 to 8) per cent"."""
    change, low, high = (float(each[number, country]) for each in world.change)
    if all(map(isfinite, (change, low, high))):
        return f"transit {percent((change, low, high))}"
    moved, low, high = (float(each[number, country]) / _THOUSAND for each in world.moved)
    return f"transit {ranged((moved, low, high), 'million tonnes', change=True)}"


def paid(world: Seen, number: int, code: str) -> str:
    """Return by how much the fees that a country collects change in a world; nothing where they do not."""
    if code not in world.model.collectors:
        return ""
    place = world.model.collectors.index(code)
    money, low, high = (float(each[number, place]) / _MILLION for each in world.earned)
    told = ranged((money, low, high), "million dollars", change=True)
    return f"fees {told}" if any((money, low, high)) else ""


def most_moved(world: Seen, whom: Balance, country: int) -> int:
    """Return the number of the world in which a country's transit changes most."""
    return max(whom.worlds, key=lambda number: (abs(float(world.moved.median[number, country])), -number))
