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

from detente.methods.gmcr.fibers import Fibers, fibers
from detente.methods.gmcr.ranked_fibers import RankedFibers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal
    from detente.methods.gmcr.directions import Direction

BLOCK = 1 << 14
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
    def of(cls, directions: Sequence[Direction | None], payoff: Ordinal, feasible: Bool) -> Sweep:
        """Return the sweep of a mover.

        Parameters
        ----------
        directions
            One direction per option, in written order; None where the option is not the mover's.
        payoff
            The mover's payoffs. [shape (2**n,)]
        feasible
            Which states can be. [shape (2**n,)]
        """
        if not feasible.all():
            # Infeasible states tie with the best: nothing lies above them, and as answers they bring nothing.
            payoff = np.where(feasible, payoff, payoff.max(initial=np.iinfo(payoff.dtype).min, where=feasible))
        found = fibers(tuple(directions))
        spread = found.spread(payoff)
        width = spread.size // found.rows
        reaches = list(found.reaches(width))
        step = width * max(1, BLOCK // sum(reach.size for reach in reaches))
        blocks = (spread[start : start + step].reshape(-1, width) for start in range(0, spread.size, step))
        return cls(found, step, tuple(RankedFibers.of(block, reaches) for block in blocks))

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the mover's improvements from it.

        Infeasible states must hold the largest number of the array's type; they keep it. [shape (2**n,)]
        """
        return self.fibers.collect(self._worst(self.fibers.spread(v)))

    def _worst(self, v: Ordinal) -> Ordinal:
        """Do the same for values that lie fiber by fiber."""
        least = np.empty_like(v)
        for k, ranked in enumerate(self.ranked):
            block = slice(k * self.step, (k + 1) * self.step)
            ranked.worst(v[block], out=least[block])
        return least
