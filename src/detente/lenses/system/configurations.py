"""Configurations that hold themselves up: an inventory, which means little by itself."""

from __future__ import annotations

from functools import partial
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from detente.findings import Depth, Finding
from detente.lenses.chapter import Chapter
from detente.lenses.system.region import region
from detente.lenses.system.results import Configured, Consistent
from detente.methods.system.arrays import TooLargeError
from detente.methods.system.balances import at_rest, pressures_of, summed
from detente.methods.system.consistency import consistent

if TYPE_CHECKING:
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region
    from detente.methods.system.arrays import Int

_MOST = 200
_MOST_COUNTED = 100_000


def find(look: Look[SystemOptions]) -> Consistent | None:
    """Return the configurations that hold themselves up; ``None`` where the case has no region at the date."""
    found = look.once(region)
    if found is None:
        return None
    combinations = prod(found.web.sizes.tolist())
    try:
        held, complete = found.once("consistent", partial(consistent, found.web, most=_MOST_COUNTED))
    except TooLargeError:
        return Consistent((), 0, complete=False, combinations=combinations)
    first = held[:_MOST]
    shares = found.once("shares", partial(_shares, found, first))
    told = tuple(
        Configured(found.ids(tuple(each)), round(share, 4)) for each, share in zip(first.tolist(), shares, strict=True)
    )
    return Consistent(told, len(held), complete, combinations)


def _shares(found: Region, configurations: Int) -> list[float]:
    """Return in which share of the draws each configuration holds itself up."""
    web, draws = found.web, found.draws
    holds = np.zeros(len(configurations))
    for impact, background in zip(draws.impact, draws.background, strict=True):
        balance = summed(np.tile(background, (len(configurations), 1)), impact, web.numbers(configurations))
        holds += at_rest(web, configurations, pressures_of(web, configurations, balance))
    return [float(share) for share in holds / len(draws)]


def show(held: Consistent, look: Look[SystemOptions]) -> Finding | None:
    """Say how many there are, and that this says little."""
    found = look.once(region)
    if found is None:
        return None
    if not held.count and not held.complete:
        return Finding(
            "What else would hold itself up",
            "There are too many combinations of states to look through all of them.",
            depth=Depth.APPENDIX,
            id="configurations",
        )
    least = "" if held.complete else "at least "
    return Finding(
        "What else would hold itself up",
        f"Of {held.combinations:,} combinations of states, {least}{held.count:,} would hold themselves up. Their"
        " number hangs on how the conditions are cut, and means little by itself.",
        depth=Depth.APPENDIX,
        id="configurations",
    )


CHAPTER = Chapter("configurations", 50, find, show)
