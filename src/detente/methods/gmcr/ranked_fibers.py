"""Ranked fibers: a mover's fibers, each sorted from the mover's best state down.

How far down a payoff is and where it is travel in one number, which sorts several times faster than an
indirect sort.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal, States

Places: TypeAlias = npt.NDArray[np.unsignedinteger]
"""Places in a list, in as few bits as can hold them: they are most of what an engine keeps."""


@dataclass(frozen=True, slots=True, eq=False)
class RankedFibers:
    """Some fibers of a mover, with their states numbered row by row.

    Attributes
    ----------
    ends
        Where the columns of each setting of the one-way options begin, and where the last end.
    order
        For each fiber and each setting: the states that can follow it, the mover's best first. [shape (F, K)]
    above
        For each state: the place in ``order`` where those begin that the mover likes just as well, in the
        columns of the state's own setting; what is before is better. [shape (m,)]
    """

    ends: tuple[int, ...]
    order: Places
    above: Places

    @classmethod
    def of(cls, payoffs: Ordinal, reaches: Sequence[States]) -> RankedFibers:
        """Rank some fibers.

        Parameters
        ----------
        payoffs
            The mover's payoffs, with a fiber in each row. [shape (F, m / F)]
        reaches
            For each setting of the one-way options, the columns that can follow it; the last to list a
            column is the column's own. [each shape (k,)]
        """
        ends = tuple(accumulate((reach.size for reach in reaches), initial=0))
        rows, columns, bits = len(payoffs), ends[-1], payoffs.size.bit_length()
        packed = np.multiply(payoffs, -(1 << bits), dtype=np.int64)
        packed += np.arange(payoffs.size).reshape(payoffs.shape)
        places = np.arange(rows * columns).reshape(rows, columns)
        order = np.empty((rows, columns), dtype=np.min_scalar_type(payoffs.size - 1))
        above = np.empty(payoffs.size, dtype=np.intp)
        for reach, start in zip(reaches, ends, strict=False):
            ranked = packed.take(reach, axis=1)
            ranked.sort(axis=1)
            states = ranked & ((1 << bits) - 1)
            order[:, start : start + reach.size] = states
            first = places[:, start : start + reach.size] * _first_of_ties(ranked >> bits)
            above[states] = np.maximum.accumulate(first.reshape(-1)).reshape(states.shape)
        return cls(ends, order, above.astype(np.min_scalar_type(order.size - 1)))

    def worst(self, v: Ordinal, out: Ordinal) -> None:
        """Put into ``out`` the least that ``v`` is over each state and the mover's improvements [both shape (m,)]."""
        values = v.take(self.order)
        running = np.empty_like(values)
        for start, stop in pairwise(self.ends):
            running[:, start] = np.iinfo(v.dtype).max  # before the first there is nothing
            np.minimum.accumulate(values[:, start : stop - 1], axis=1, out=running[:, start + 1 : stop])
        np.minimum(v, running.take(self.above), out=out)


def _first_of_ties(levels: npt.NDArray[np.int64]) -> Bool:
    """Return where in each sorted row a level is met for the first time [shape (F, K)]."""
    first = np.empty(levels.size, dtype=np.bool_)
    flat = levels.reshape(-1)
    np.not_equal(flat[1:], flat[:-1], out=first[1:])
    first[:: levels.shape[1]] = True
    return first.reshape(levels.shape)
