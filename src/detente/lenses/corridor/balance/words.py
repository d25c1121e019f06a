"""The balance in words: who gains most and who loses most, and what one country gains or loses in a world."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.corridor.numbers import ranged, words

if TYPE_CHECKING:
    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen

_THOUSAND = 1e3
_MILLION = 1e6


def headline(world: Seen, whom: Balance) -> str:
    """Return who gains most transit in any world, and who loses most."""
    if not whom.worlds or not whom.countries:
        return "In the model, no regime and no scenario changes what crosses anybody."
    moved = world.moved.median[np.ix_(whom.worlds, whom.countries)]
    ends = [(place, moved.flat[place]) for place in (int(moved.argmax()), int(moved.argmin()))]
    told = [_moved(world, whom, place) for place, amount in ends if (amount > 0) == (place == ends[0][0]) and amount]
    return f"In the model, {' and '.join(told)}."


def _moved(world: Seen, whom: Balance, place: int) -> str:
    """Return what a country gains or loses in the world in which it is most."""
    at, country = divmod(place, len(whom.countries))
    number, code = whom.worlds[at], world.model.countries[whom.countries[country]]
    amount = world.moved.median[number, whom.countries[country]]
    verb = "gains" if amount > 0 else "loses"
    return f"{world.name(code)} {verb} most in transit{where(world, number)}, {tonnes(abs(amount))} a year"


def where(world: Seen, number: int) -> str:
    """Return which world that is: “under” a regime, “with” a scenario."""
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
    percent = tuple(float(each[number, country]) for each in world.change)
    if all(map(isfinite, percent)):
        return f"transit {ranged((percent[0], percent[1], percent[2]), 'per cent', change=True)}"
    moved = tuple(float(each[number, country]) / _THOUSAND for each in world.moved)
    return f"transit {ranged((moved[0], moved[1], moved[2]), 'million tonnes', change=True)}"


def paid(world: Seen, number: int, code: str) -> str:
    """Return by how much the fees that a country collects change in a world; nothing where they do not."""
    if code not in world.model.collectors:
        return ""
    place = world.model.collectors.index(code)
    money = tuple(float(each[number, place]) / _MILLION for each in world.earned)
    if not any(money):
        return ""
    return f"fees {ranged((money[0], money[1], money[2]), 'million dollars', change=True)}"


def most_moved(world: Seen, whom: Balance, country: int) -> int:
    """Return the number of the world in which a country's transit changes most."""
    return max(whom.worlds, key=lambda number: (abs(float(world.moved.median[number, country])), -number))
