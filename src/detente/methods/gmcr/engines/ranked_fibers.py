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

from detente.methods.gmcr.arrays import greatest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Ordinal, States

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
        ends = (0, *accumulate(map(len, reaches)))
        order = np.empty((len(payoffs), ends[-1]), dtype=np.min_scalar_type(len(payoffs) * ends[-1] - 1))
        above = np.empty_like(order, shape=payoffs.size)
        bits = payoffs.size.bit_length()
        packed = np.multiply(payoffs, -(1 << bits), dtype=np.int64)
        packed += np.arange(payoffs.size).reshape(payoffs.shape)
        for reach, (start, stop) in zip(reaches, pairwise(ends), strict=True):
            ranked = packed if len(reaches) == 1 else packed.take(reach, axis=1)
            ranked.sort(axis=1)
            states = ranked & ((1 << bits) - 1)
            order[:, start:stop] = states
            place = _first_of_ties(ranked >> bits)
            if len(reaches) > 1:
                place += place // reach.size * (ends[-1] - reach.size) + start
            above[states] = place.astype(above.dtype).reshape(states.shape)
        return cls(ends, order, above)

    def worst(self, v: Ordinal, out: Ordinal) -> None:
        """Put into ``out`` the least that ``v`` is over each state and the mover's improvements [both shape (k, m)]."""
        values = v.take(self.order, axis=1)
        running = np.empty_like(values)
        for start, stop in pairwise(self.ends):
            running[..., start] = greatest(v.dtype)  # before the first there is nothing
            np.minimum.accumulate(values[..., start : stop - 1], axis=2, out=running[..., start + 1 : stop])
        np.minimum(v, running.reshape(len(v), -1).take(self.above, axis=1), out=out)


def _first_of_ties(levels: npt.NDArray[np.int64]) -> States:
    """Return for each place in sorted rows, counted row by row, the first in its row of the same level [shape (m,)]."""
    flat = levels.reshape(-1)
    new = np.empty(flat.size, dtype=np.bool_)
    np.not_equal(flat[1:], flat[:-1], out=new[1:])
    new[:: levels.shape[1]] = True
    first = new.nonzero()[0]
    new[0] = False
    return first.take(np.add.accumulate(new, dtype=np.intp))
