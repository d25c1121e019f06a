"""Flips: what would change the answer, rather than move it a little."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.case.issue import Continuum
    from detente.lenses.settlement.issues.reading import Hinge, Reading


@dataclass(frozen=True, slots=True)
class Turn:
    """The shortest way for one actor to change the answer by moving alone.

    Attributes
    ----------
    actor
        Who.
    to
        Where it would have to stand.
    """

    actor: str
    to: float


def borders(scale: Continuum) -> list[float]:
    """Return where the answer changes: the middle of the scale, and half way between labelled places."""
    marks = sorted(scale.labels)
    between = [(left + right) / 2 for left, right in pairwise(marks)]
    return sorted({(scale.low + scale.high) / 2, *between})


def flips(reading: Reading, hinge: Hinge) -> bool:
    """Return whether the compromise lies on different sides of a border when an input is at its two bounds."""
    low, high = sorted((hinge.at_low, hinge.at_high))
    return any(low < border < high for border in borders(reading.model.scale))


def shortest_turn(reading: Reading) -> Turn | None:
    """Return the shortest move of one actor on the scale that takes the compromise across a border, if there is one."""
    scale, value = reading.model.scale, reading.compromise.value
    ways = []
    middles = reading.model.inputs.centre.tolist()
    for stake, lever, here in zip(reading.model.stakes, reading.levers, middles, strict=False):
        for border in borders(scale):
            to = here + (border - value) / lever if lever > 0 else scale.high + 1
            if scale.low <= to <= scale.high and border != value:
                ways.append((abs(to - here), Turn(stake.actor, to)))
    return min(ways, key=lambda way: way[0])[1] if ways else None
