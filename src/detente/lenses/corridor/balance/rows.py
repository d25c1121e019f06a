"""Whom the balance is about: countries with a part in the dispute, and those whose transit changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.actor import Actor
    from detente.lenses.corridor.seen import Seen
    from detente.methods.transport.arrays import Float

_LEAST = 1.0
"""A change that is told of a country without a part in the dispute [per cent]."""

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Balance:
    """Whom the balance is about, and between which worlds.

    Attributes
    ----------
    worlds
        The numbers of the worlds in which something changes for them.
    countries
        The numbers of the countries: parties first, then bystanders, others with a part, and all others.
    collectors
        The numbers of those who are paid more or less in some world.
    """

    worlds: tuple[int, ...]
    countries: tuple[int, ...]
    collectors: tuple[int, ...]


def balance(world: Seen) -> Balance:
    """Return whom the balance is about; nobody where nothing changes for anybody."""
    numbers = [number for number, _ in world.others]
    moved, earned = world.moved.median, world.earned.median
    countries = tuple(sorted(_countries(world, numbers), key=lambda each: _order(world, each)))
    collectors = tuple(k for k in range(earned.shape[1]) if _any(earned[numbers, k]))
    worlds = tuple(
        number for number in numbers if _any(moved[number, list(countries)]) or _any(earned[number, list(collectors)])
    )
    return Balance(worlds, countries, collectors)


def weightiest(world: Seen, whom: Balance, most: int) -> tuple[int, ...]:
    """Return the worlds in which most changes, in order: regimes before scenarios, so many at most."""
    moved = np.abs(world.moved.median).sum(axis=1)
    ranked = sorted(whom.worlds, key=lambda each: (world.model.worlds[each].kind != "regime", -float(moved[each])))
    return tuple(sorted(ranked[:most]))


def with_a_part(world: Seen, whom: Balance) -> tuple[int, ...]:
    """Return the countries of the balance that are parties or bystanders; all where none is."""
    actors = actors_of(world)
    near = {code for code, actor in actors.items() if {"party", "bystander"}.intersection(actor.role)}
    return tuple(place for place in whom.countries if world.model.countries[place] in near) or whom.countries


def is_party(world: Seen, code: str) -> bool:
    """Whether a country is a party to the dispute."""
    actor = actors_of(world).get(code)
    return actor is not None and "party" in actor.role


def actors_of(world: Seen) -> dict[str, Actor]:
    """Return the states of the case by their country codes."""
    return {actor.iso: actor for actor in world.case.actors if actor.iso and actor.kind == "state"}


def _countries(world: Seen, numbers: Sequence[int]) -> list[int]:
    """Return the countries whose transit changes: by anything if they have a part in the dispute, else by enough."""
    actors = actors_of(world)
    found = []
    for place, code in enumerate(world.model.countries):
        part = code in actors and bool(actors[code].role)
        change = world.change.median[numbers, place]
        much = np.isnan(change) | (np.abs(change) >= _LEAST)
        if _any(world.moved.median[numbers, place]) and (part or bool(much.any())):
            found.append(place)
    return found


def _order(world: Seen, place: int) -> tuple[int, float, str]:
    code = world.model.countries[place]
    actor = actors_of(world).get(code)
    roles = actor.role if actor is not None else ()
    rank = 0 if "party" in roles else 1 if "bystander" in roles else 2 if roles else 3
    return rank, -float(np.abs(world.moved.median[:, place]).max()), world.name(code)


def _any(numbers: Float) -> bool:
    return bool((np.abs(numbers) > _NOTHING).any())
