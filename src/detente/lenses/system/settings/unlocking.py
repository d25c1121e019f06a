"""What would have to change in the region for the status quo not to hold any more: the shortest rows of shocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.system.settings.result import Way
from detente.lenses.system.shocks.led import force
from detente.methods.system.arrays import TooLargeError
from detente.methods.system.chains import Goal, shortest_chains

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.lenses.system.settings.answers import Answers

_LONGEST = 3
_FOR_PROGRAMS = 4


def unlocking(answers: Answers) -> Mapping[str, tuple[Way, ...]] | None:
    """Return by rule the shortest rows of shocks after which the status quo does not hold, whatever end is reached.

    ``None`` where it does not hold today, or that is not known, or where there is too much to follow.
    """
    found, now = answers.region, answers.region.now
    if now is None or answers.of(now).holds is not True:
        return None
    shocks = found.system.shocks
    forces = [force(found, each) for each in shocks]
    ways: dict[str, tuple[Way, ...]] = {}
    try:
        for rule in found.options.rules:
            goal = Goal(forces, rule, lambda configuration: answers.of(configuration).holds is False, _LONGEST)
            chains = shortest_chains(found.web, now, goal, found.draws)
            found_ways = (
                Way(tuple(shocks[k].id for k in each.shocks), round(each.share, _FOR_PROGRAMS)) for each in chains
            )
            ways[rule] = tuple(sorted(found_ways, key=lambda way: way.shocks))
    except TooLargeError:
        return None
    return ways
