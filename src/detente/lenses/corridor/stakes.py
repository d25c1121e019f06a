"""Stakes: who gains and who loses in one world, for a reader of one minute; only that world is worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.lenses.corridor.seen import Seen
    from detente.methods.transport.arrays import Float

_LEAST = 0.05
"""What is told of [per cent]."""

_MOST = 2
_MUCH = 0.25
"""What is told of beside the greatest loss, as a share of that."""


@dataclass(frozen=True, slots=True)
class Stakes:
    """Who gains and who loses in one world; medians over the draws.

    Attributes
    ----------
    fees
        Who is paid most more, and how much [USD a year]; ``None`` where nobody is.
    gain
        Whom most more cargo crosses, and how much [thousand tonnes a year]; ``None`` where nobody.
    losses
        Whose transit falls most, and by how much [thousand tonnes a year]; two at most.
    """

    fees: tuple[str, float] | None
    gain: tuple[str, float] | None
    losses: tuple[tuple[str, float], ...]


def stakes(world: Seen, number: int) -> Stakes:
    """Return who gains and who loses in a world."""
    now, then = world.outcome.at(0), world.outcome.at(number)
    fees, moved = _median(then.fees - now.fees), _median(then.transit - now.transit)
    paid, most = _largest(fees), _largest(moved)
    share = 100 * moved / np.maximum(_median(now.transit), 1e-9)
    losers = [
        int(at)
        for at in np.argsort(moved)[:_MOST]
        if moved[at] < 0 and share[at] <= -_LEAST and moved[at] <= _MUCH * moved.min()
    ]
    countries = world.model.countries
    return Stakes(
        (world.name(world.model.collectors[paid]), float(fees[paid])) if paid is not None else None,
        (world.name(countries[most]), float(moved[most])) if most is not None else None,
        tuple((world.name(countries[at]), -float(moved[at])) for at in losers),
    )


def weightiest(world: Seen) -> int | None:
    """Return the world in which most cargo changes its way, regimes before scenarios; ``None`` where none does."""
    numbers = [number for number, each in world.others if each.kind == "regime"] or [n for n, _ in world.others]
    moved = {
        n: float(np.abs(_median(world.outcome.at(n).transit - world.outcome.at(0).transit)).sum()) for n in numbers
    }
    most = max(moved, key=lambda number: (moved[number], -number), default=None)
    return most if most is not None and moved[most] > 0 else None


def _largest(numbers: Float) -> int | None:
    """Return the place of the largest number; ``None`` where none is above 0, or there is none."""
    return int(numbers.argmax()) if (numbers > 0).any() else None


def _median(draws: Float) -> Float:
    return np.asarray(np.median(draws, axis=-1))
