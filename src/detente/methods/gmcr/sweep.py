"""Sweeps: the worst that one decision maker can credibly make of each state.

Within a fiber, the states that differ only in the mover's own options, an improvement leads from a state
to any state that the mover prefers. So with the fiber sorted from the mover's best state down, the worst
that it can credibly bring about is a running minimum over the states above, not counting ties. Options
that change one way only split the fiber: one running minimum for each of their configurations, over the
configurations that can follow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal, States


@dataclass(frozen=True, slots=True)
class Sweep:
    """The running minima of one mover.

    Attributes
    ----------
    passes
        One for each configuration of the mover's one-way options.
    """

    passes: tuple[Pass, ...]

    @classmethod
    def of(cls, directions: Sequence[Direction | None], payoff: Ordinal, feasible: Bool) -> Sweep:
        """Return the sweep of a mover.

        Parameters
        ----------
        directions
            One direction per option, in written order; None where the option is not the mover's.
        payoff
            The mover's payoffs [shape (2**n,)].
        feasible
            Which states can be [shape (2**n,)].
        """
        return cls(tuple(Pass.of(*piece, payoff, feasible) for piece in _pieces(directions)))

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the mover's improvements from it.

        Infeasible states must hold the largest number of the array's type; they keep it [shape (2**n,)].
        """
        result = np.empty_like(v)
        for each in self.passes:
            result[each.targets] = each.worst(v)
        return result


@dataclass(frozen=True, slots=True)
class Pass:
    """One running minimum in every fiber at once.

    Attributes
    ----------
    order
        Each column is the reachable part of a fiber, the mover's best state first [shape (K, F)].
    targets
        The states that the minimum is for [shape (m, F)].
    above
        For each target, how far down its column the better states go, as a place in the flattened
        running minimum; 0 when there is none [shape (m, F)].
    """

    order: States
    targets: States
    above: States

    @classmethod
    def of(cls, targets: States, reach: States, payoff: Ordinal, feasible: Bool) -> Pass:
        """Sort the states ``reach`` [shape (K, F)] that can follow ``targets`` [shape (m, F)]."""
        order = np.take_along_axis(reach, np.argsort(-payoff[reach], axis=0), axis=0)
        sorted_payoff = payoff[order]
        rows = np.arange(len(order))[:, None]
        starts = np.ones(order.shape, dtype=np.bool_)
        starts[1:] = sorted_payoff[1:] != sorted_payoff[:-1]
        group = np.maximum.accumulate(np.where(starts, rows, 0), axis=0)
        above = np.zeros(payoff.size, dtype=np.intp)
        above[order] = group * order.shape[1] + np.arange(order.shape[1])
        above[~feasible] = 0
        return cls(order, targets, above[targets])

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least of ``v`` over each target and the better states it can reach [shape (m, F)]."""
        running = np.empty((len(self.order) + 1, self.order.shape[1]), dtype=v.dtype)
        running[0] = np.iinfo(v.dtype).max
        np.minimum.accumulate(v[self.order], axis=0, out=running[1:])
        return np.minimum(v[self.targets], running.reshape(-1)[self.above])


def _pieces(directions: Sequence[Direction | None]) -> Iterator[tuple[States, States]]:
    """Yield, for each configuration of the one-way options, its states and those that can follow them."""
    n = len(directions)
    one_way = [k for k, d in enumerate(directions) if d in (Direction.TAKE_ONLY, Direction.DROP_ONLY)]
    free = [k for k, d in enumerate(directions) if d is Direction.BOTH]
    others = [k for k, d in enumerate(directions) if d is None]
    grid = np.arange(1 << n).reshape((2,) * n).transpose(one_way + free + others)
    grid = grid.reshape(1 << len(one_way), 1 << len(free), 1 << len(others))
    drops = _mask([directions[k] is Direction.DROP_ONLY for k in one_way])
    settled = np.arange(len(grid)) ^ drops  # a set bit now means: changed already, cannot change back
    for configuration in range(len(grid)):
        after = settled & settled[configuration] == settled[configuration]
        yield grid[configuration], grid[after].reshape(-1, grid.shape[2])


def _mask(bits: Sequence[bool]) -> int:
    return sum(1 << (len(bits) - 1 - k) for k, bit in enumerate(bits) if bit)
