"""Sweeps: the worst that one decision maker can credibly make of each state.

Within a fiber, the states that differ only in the mover's own options, an improvement leads from a state
to any state that the mover prefers. So with the fiber sorted from the mover's best state down, the worst
that it can credibly bring about is a running minimum over the states above, not counting ties. Options
that change one way only split the fiber: one running minimum for each of their settings, over the
settings that can follow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.engines.ranked_fibers import RankedFibers

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Ordinal
    from detente.methods.gmcr.engines.fibers import Fibers

BLOCK = 1 << 12
"""How many places are worked on together, so that what is in between stays small and near."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """The running minima of one mover.

    Attributes
    ----------
    fibers
        How the states fall into fibers.
    step
        How many states are worked on together.
    ranked
        The fibers in the mover's order, so many states at a time.
    """

    fibers: Fibers
    step: int
    ranked: tuple[RankedFibers, ...]

    @classmethod
    def of(cls, fibers: Fibers, payoff: Ordinal) -> Sweep:
        """Return the sweep of a mover.

        Parameters
        ----------
        fibers
            How the states fall into the mover's fibers.
        payoff
            The mover's payoffs. [shape (2**n,)]
        """
        [spread] = fibers.spread(payoff[None])
        width = spread.size // fibers.rows
        reaches = list(fibers.reaches(width))
        step = width * max(1, BLOCK // sum(map(len, reaches)))
        blocks = (spread[start : start + step].reshape(-1, width) for start in range(0, spread.size, step))
        return cls(fibers, step, tuple(RankedFibers.of(block, reaches) for block in blocks))

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the mover's improvements from it [shape (k, 2**n)]."""
        return self.fibers.collect(self._worst(self.fibers.spread(v)))

    def _worst(self, v: Ordinal) -> Ordinal:
        """Do the same for values that lie fiber by fiber."""
        least = np.empty_like(v)
        for k, ranked in enumerate(self.ranked):
            block = (slice(None), slice(k * self.step, (k + 1) * self.step))
            ranked.worst(v[block], out=least[block])
        return least
