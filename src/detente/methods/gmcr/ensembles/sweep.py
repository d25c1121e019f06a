"""Sweeps over many profiles: the worst that one decision maker can credibly make of each state, in each.

Within a fiber, the states that differ only in the mover's own options, the states are sorted from the one
that the mover likes best down, and among those it likes equally from the best for the one it answers down.
Then the least value so far is the least over each state and all that the mover prefers to it: what an
equally good state brings was no worse. Level, loss and place travel in one number, so that a plain sort of
short rows does it, and a second one by place puts the states back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import EllipsisType

    from detente.methods.gmcr.arrays import Ordinal

    Corner: TypeAlias = tuple[EllipsisType | slice, ...]

Key: TypeAlias = npt.NDArray[np.uint32 | np.uint64]

_BOTH = slice(None)


@dataclass(frozen=True, slots=True, eq=False)
class EnsembleSweep:
    """The improvements of one mover in many profiles.

    Attributes
    ----------
    axes
        How the axes of the questions, of the cube of states and of the profiles behind it are turned so that the
        mover's own options come last.
    pieces
        For each configuration of the one-way options, its states and those that can follow, within the turned cube.
    top, bits
        The highest level of any decision maker, and how many bits levels take.
    rank
        How far below the highest level the mover holds each state, above the bits of loss and place, which hold
        the greatest loss and the place in the fiber. [shape (S, B)]
    """

    axes: tuple[int, ...]
    pieces: tuple[tuple[Corner, Corner, Corner], ...]
    top: int
    bits: int
    rank: Key

    @classmethod
    def of(cls, directions: Sequence[Direction | None], levels: Ordinal, *, top: int) -> EnsembleSweep:
        """Return the sweep of a mover.

        Parameters
        ----------
        directions
            One direction per option, in written order; None where the option is not the mover's.
        levels
            The mover's payoffs, from 0; whatever at infeasible states. [shape (S, B)]
        top
            The highest level of any decision maker.
        """
        n = len(directions)
        own = [k for k, direction in enumerate(directions) if direction is not None]
        axes = (0, *(1 + k for k in range(n) if directions[k] is None), n + 1, *(1 + k for k in own))
        bits = top.bit_length()
        key = np.dtype(np.uint32 if max(2 * bits + len(own), bits + 2 * len(own)) <= 32 else np.uint64)
        place = np.zeros((2,) * n, dtype=key)
        for bit, k in enumerate(reversed(own)):
            place[(_BOTH,) * k + (1,)] |= key.type(1 << bit)
        rank = np.left_shift((top - levels).astype(key), key.type(bits + len(own)), dtype=key)
        rank |= place.reshape(-1, 1) | key.type(top << len(own))
        return cls(axes, tuple(_pieces([directions[k] for k in own])), top, bits, rank)

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the mover's improvements from it.

        Infeasible states must hold at least ``top``, which loses nothing, so that it does not matter where they
        are sorted to; they come out with anything. [shape (k, S, B)]
        """
        key, highest = self.rank.dtype, v.dtype.type(self.top)
        others = self.axes.index(len(self.axes) - 1) + 1  # with the profiles, which are the last of them
        own = len(self.axes) - others
        packed: Key = np.minimum(v, highest).astype(key)
        packed <<= key.type(own)
        np.subtract(self.rank, packed, out=packed)
        least = np.empty_like(v)
        cube = (len(v), *(2,) * (len(self.axes) - 2), v.shape[2])
        turned = packed.reshape(cube).transpose(self.axes)
        result = least.reshape(cube).transpose(self.axes)
        for reach, kept, here in self.pieces:
            fibers = np.array(turned[reach], order="C")
            rows = self._lost(fibers.reshape(-1, v.shape[2], fibers[(0,) * others].size), own)
            found = rows.astype(v.dtype)
            np.subtract(highest, found, out=found)
            result[here] = found.reshape(fibers.shape)[kept]
        return least

    def _lost(self, rows: Key, own: int) -> Key:
        """Return the most that is lost at each state of each fiber and those above it [shape (fibers, B, states)].

        Rows and columns change places in between, as a sort wants rows and a running maximum long columns; those of one
        fiber stay near each other.
        """
        key = rows.dtype.type
        lost = key(((1 << self.bits) - 1) << own)
        rows.sort(axis=-1)
        down = np.ascontiguousarray(rows.transpose(0, 2, 1))
        most = down & lost
        _running_maximum(most)
        down <<= key(8 * down.itemsize - own)  # the place alone is left
        down |= most
        rows = np.ascontiguousarray(down.transpose(0, 2, 1))
        rows.sort(axis=-1)
        rows &= lost
        rows >>= key(own)
        return rows


def _running_maximum(table: Key) -> None:
    """Replace each column by the greatest of it and the columns before, in place [shape (fibers, states, B)]."""
    for k in range(1, table.shape[1]):
        np.maximum(table[:, k], table[:, k - 1], out=table[:, k])


def _pieces(directions: Sequence[Direction | None]) -> Iterator[tuple[Corner, Corner, Corner]]:
    """Yield by configuration of the one-way options what can follow it, its own part of that, and itself."""
    ways = [(0,) if direction is Direction.BOTH else (0, 1) for direction in directions]
    for configuration in product(*ways):
        reach, kept, here = [], [], []
        for direction, side in zip(directions, configuration, strict=True):
            one = slice(side, side + 1)
            free = direction is Direction.BOTH
            still = side == (direction is Direction.DROP_ONLY)
            reach.append(_BOTH if free or still else one)
            kept.append(_BOTH if free or not still else one)
            here.append(_BOTH if free else one)
        yield (..., *reach), (..., *kept), (..., *here)
