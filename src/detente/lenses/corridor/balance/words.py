"""The balance in words: who gains most and who loses most, and what one country gains or loses in a world."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.corridor.numbers import ranged, signed, words
from detente.lenses.wording import listed, whose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.corridor.balance.rows import Balance
    from detente.lenses.corridor.seen import Seen
    from detente.methods.transport.arrays import Float

_THOUSAND = 1e3
_MILLION = 1e6


def headline(world: Seen, whom: Balance, worlds: Sequence[int]) -> str:
    """Return who gains most transit and who loses most, in the worlds in which the former gains least and most."""
    moved = world.moved.median[np.ix_(worlds, whom.countries)] / _THOUSAND
    if not moved.size:
        return "In the model, no regime and no scenario changes what crosses anybody."
    ends = _ends(moved)
    told = [tuple(_extremes(world, whom, moved[at])) for at in ends]
    places = [where(world, worlds[at]) for at in ends]
    if len({tuple((name, verb) for name, verb, _ in each) for each in told}) == 1:
        amounts = [listed([words(abs(much)) for *_, much in each]) for each in told]
        who = listed([f"{name} {verb}" for name, verb, _ in told[0]])
        return f"In the model, {who}: {_by_world(places, amounts, 'million tonnes a year')}."
    parts = [
        f"{place.strip()} {listed([f'{name} ({signed(much)})' for name, _, much in each])}"
        for place, each in zip(places, told, strict=True)
    ]
    return f"In the model, the most transit is gained and lost [million tonnes a year] {', '.join(parts)}."


def _extremes(world: Seen, whom: Balance, moved: Float) -> Iterator[tuple[str, str, float]]:
    """Yield who gains most transit in a world and who loses most, by how much it changes [shape (countries,)]."""
    for verb, country in (("gains most transit", int(moved.argmax())), ("loses most", int(moved.argmin()))):
        if (moved[country] > 0) == (verb[0] == "g") and moved[country] != 0:
            yield world.name(world.model.countries[whom.countries[country]]), verb, float(moved[country])


def paid_most(world: Seen, whom: Balance, worlds: Sequence[int]) -> str:
    """Return whose fees rise most, in the worlds of the headline; nothing where nobody's do."""
    earned = world.earned.median[np.ix_(worlds, whom.collectors)] / _MILLION
    if not earned.size or earned.max() <= 0:
        return ""
    collector = int(earned.max(axis=0).argmax())
    name = world.name(world.model.collectors[whom.collectors[collector]])
    ends = _ends(world.moved.median[np.ix_(worlds, whom.countries)])
    amounts = [words(float(earned[at, collector]), 1) for at in ends]
    places = [where(world, worlds[at]) for at in ends]
    return f"{whose(name)} fees grow by {_by_world(places, amounts, 'million dollars a year')}."


def _by_world(places: Sequence[str], amounts: Sequence[str], unit: str) -> str:
    """Return amounts, each with the world in which it is so; their unit is told once."""
    units = [f" {unit}", *[""] * (len(amounts) - 1)]
    return ", ".join(f"{much}{of}{place}" for much, of, place in zip(amounts, units, places, strict=True))


def _ends(moved: Float) -> tuple[int, ...]:
    """Return in which worlds who gains most gains least and most [shape of ``moved``: (worlds, countries)]."""
    most = moved[:, int(moved.max(axis=0).argmax())]
    return tuple(dict.fromkeys((int(most.argmin()), int(most.argmax()))))


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
    """Return how a country's transit changes in a world: "loses most …: 3.8 (0.9 to 8) per cent of 17 million …"."""
    now = float(world.transit.median[0, country])
    median, low, high = (float(each[number, country]) for each in world.change)
    relative = all(map(isfinite, (median, low, high)))
    if not relative:
        median, low, high = (float(each[number, country]) / _THOUSAND for each in world.moved)
    verb, ends = ("loses", (-median, -high, -low)) if median < 0 else ("gains", (median, low, high))
    much = f"{ranged(ends, places=1)} per cent of {tonnes(now)}" if relative else f"{ranged(ends)} million tonnes"
    return f"{verb} most{where(world, number)}: {much} of transit"


def most_moved(world: Seen, worlds: Sequence[int], country: int) -> int:
    """Return the number of the world, of some, in which a country's transit changes most."""
    return max(worlds, key=lambda number: (abs(float(world.moved.median[number, country])), -number))
