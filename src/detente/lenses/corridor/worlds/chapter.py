"""The worlds side by side, for programs."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.chapter import Chapter
from detente.lenses.corridor.numbers import rounded
from detente.lenses.corridor.seen import Seen, seen
from detente.lenses.corridor.worlds.result import Change, FlowUnder, Money, Tonnage, WorldResult, Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.lenses.corridor.options import CorridorOptions
    from detente.lenses.look import Look
    from detente.models.corridor.spread import Spread
    from detente.models.corridor.worlds import World

_HALF = 0.5


def find(look: Look[CorridorOptions]) -> Worlds:
    """Return what becomes of everybody in each world."""
    found = look.once(seen)
    if found is None:
        return Worlds(None)
    return Worlds({world.id: _world(found, number, world) for number, world in enumerate(found.model.worlds)})


def _world(found: Seen, number: int, world: World) -> WorldResult:
    countries, collectors = found.model.countries, found.model.collectors
    return WorldResult(
        title=world.label,
        kind=world.kind,
        transit={key: Tonnage(*ends) for key, ends in _each(countries, found.transit, number)},
        change={key: Change(*ends) for key, ends in _each(countries, found.change, number)},
        fees={key: Money(*ends) for key, ends in _each(collectors, found.fees, number)},
        money={key: Money(*ends) for key, ends in _each(countries, found.carriage, number)},
        flows={key: _flow(found, number, place) for key, place in found.flows(world).items()},
        over_capacity=tuple(over_capacity(found, number)),
    )


def _each(keys: Iterable[str], spreads: Spread, world: int) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Yield the keys with median and range in a world, but for those that have none."""
    for place, key in enumerate(keys):
        median, low, high = (rounded(float(each[world, place])) for each in spreads)
        if isfinite(median) and isfinite(low) and isfinite(high):
            yield key, (median, low, high)


def _flow(found: Seen, world: int, flow: int) -> FlowUnder:
    cost, days, logsum = (rounded(float(each[world, flow])) for each in found.flow_medians)
    gain = [rounded(float(each[world, flow])) for each in found.gains]
    return FlowUnder(cost, days, logsum, Money(*gain) if all(map(isfinite, gain)) else None)


def over_capacity(found: Seen, number: int) -> Iterator[str]:
    """Yield the links of a world that more cargo would use than they can carry, in half of the draws or more."""
    links = {link.id: link for link in found.model.worlds[number].network.corridor.links}
    for place, name in enumerate(found.model.links):
        capacity = links[name].capacity if name in links else None
        if capacity is not None and np.mean(found.outcome.links[number, place] > capacity) >= _HALF:
            yield name


CHAPTER = Chapter("worlds", 10, find)
