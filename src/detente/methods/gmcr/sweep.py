"""Sweeps: the worst that one decision maker can credibly make of each state.

Within a fiber, the states that differ only in the mover's own options, an improvement leads from a state
to any state that the mover prefers. So with the fiber sorted from the mover's best state down, the worst
that it can credibly bring about is a running minimum over the states above, not counting ties. Options
that change one way only split the fiber: one running minimum for each of their settings, over the
settings that can follow it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.fibers import Fibers, fibers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.directions import Direction

Places: TypeAlias = npt.NDArray[np.integer]
"""Places in a block, in as few bits as can hold them: they are most of what a sweep keeps."""

BLOCK = 1 << 14
"""How many places are worked on together, so that what is in between stays small and near."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The order of some fibers.

    Attributes
    ----------
    states
        Which states these are, as they lie fiber by fiber.
    ends
        Where the columns of each setting of the one-way options begin, and where the last end.
    order
        For each fiber and each setting: where among ``states`` those are that can follow it, the mover's
        best first. [shape (F, K)]
    above
        For each state: where its running minimum is, over the states that the mover prefers to it. [shape (m,)]
    """

    states: slice
    ends: tuple[int, ...]
    order: Places
    above: Places

    @classmethod
    def of(cls, states: slice, payoffs: Ordinal, reaches: Sequence[States]) -> Piece:
        """Sort some fibers, given the columns that can follow each setting; ``payoffs`` has a fiber in each row.

        How far down a payoff is and where it is travel in one number, which sorts several times faster
        than an indirect sort.
        """
        ends = tuple(accumulate((reach.size for reach in reaches), initial=0))
        rows, columns, bits = len(payoffs), ends[-1], payoffs.size.bit_length()
        packed = np.invert(payoffs, dtype=np.int64)
        packed <<= bits
        packed |= np.arange(payoffs.size).reshape(payoffs.shape)
        places = np.arange(rows * columns).reshape(rows, columns)
        order = np.empty((rows, columns), dtype=np.min_scalar_type(payoffs.size))
        above = np.empty(payoffs.size, dtype=np.intp)
        for reach, start in zip(reaches, ends, strict=False):
            ranked = packed.take(reach, axis=1)
            ranked.sort(axis=1)
            where = ranked & ((1 << bits) - 1)
            order[:, start : start + reach.size] = where
            first = places[:, start : start + reach.size] * _first_of_ties(ranked >> bits)
            # What this says of later settings is put right in their turn.
            above[where] = np.maximum.accumulate(first.reshape(-1)).reshape(where.shape)
        return cls(states, ends, order, above.astype(np.min_scalar_type(order.size)))

    def worst(self, v: Ordinal, out: Ordinal) -> None:
        """Put the least that ``v`` is over each state of the piece and the mover's improvements into ``out``."""
        values = v.take(self.order)
        running = np.empty_like(values)
        for start, stop in pairwise(self.ends):
            running[:, start] = np.iinfo(v.dtype).max
            np.minimum.accumulate(values[:, start : stop - 1], axis=1, out=running[:, start + 1 : stop])
        np.minimum(v, running.take(self.above), out=out)


@dataclass(frozen=True, slots=True)
class Sweep:
    """The running minima of one mover: how the states fall into fibers, and the order of these, piece by piece."""

    fibers: Fibers
    pieces: tuple[Piece, ...]

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
        blocks = [slice(start, start + step) for start in range(0, spread.size, step)]
        return cls(found, tuple(Piece.of(block, spread[block].reshape(-1, width), reaches) for block in blocks))

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the mover's improvements from it.

        Infeasible states must hold the largest number of the array's type; they keep it. [shape (2**n,)]
        """
        return self.fibers.collect(self._worst(self.fibers.spread(v)))

    def _worst(self, v: Ordinal) -> Ordinal:
        """Do the same for values that lie fiber by fiber."""
        least = np.empty_like(v)
        for piece in self.pieces:
            piece.worst(v[piece.states], out=least[piece.states])
        return least


def _first_of_ties(levels: npt.NDArray[np.int64]) -> Bool:
    """Return where in each sorted row a level is met for the first time [shape (F, K)]."""
    first = np.empty(levels.size, dtype=np.bool_)
    flat = levels.reshape(-1)
    np.not_equal(flat[1:], flat[:-1], out=first[1:])
    first[:: levels.shape[1]] = True
    return first.reshape(levels.shape)
