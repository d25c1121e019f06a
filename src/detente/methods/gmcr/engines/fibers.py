"""Fibers: the states that differ only in one mover's own options, side by side.

A mover never leaves a fiber. With every fiber in a row, what it can do is a matter of columns, and stays
within memory that is close together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Ordinal, States


STRIP = 16
"""How many columns of a transposed table are copied together: a cache line of them."""

SMALL = 1 << 14
"""Up to how many values a table stays in the fastest cache, however it is copied."""


@dataclass(frozen=True, slots=True)
class Fibers:
    """How the states fall into the fibers of a mover.

    In each fiber, the mover's one-way options count in front of those that may change both ways.

    Attributes
    ----------
    cube
        Cube of the states with one axis for each run of options that may change alike, behind one for the rows.
    axes
        The axes of that cube: the rows first, then those of others, then the one-way ones, then the free ones.
    sorted_cube, back
        The cube with its axes in that order, and the way back.
    rows
        The number of fibers.
    settings
        The number of settings of the one-way options.
    drops
        The setting in which just the drop-only options are taken.
    """

    cube: tuple[int, ...]
    axes: tuple[int, ...]
    sorted_cube: tuple[int, ...]
    back: tuple[int, ...]
    rows: int
    settings: int
    drops: int

    def spread(self, v: Ordinal) -> Ordinal:
        """Return rows of values over the states fiber by fiber; a view where they lie so already [shape (k, S)]."""
        return _laid_out(v.reshape(self.cube).transpose(self.axes))

    def collect(self, v: Ordinal) -> Ordinal:
        """Return values that lie fiber by fiber over the states; the inverse of :meth:`spread` [shape (k, S)]."""
        return _laid_out(v.reshape(self.sorted_cube).transpose(self.back))

    def reaches(self, width: int) -> Iterator[States]:
        """Yield, for each setting of the one-way options, the columns that can follow its own [each shape (m,)].

        A setting comes after those which it can follow itself: the last to list a column is the column's own.
        """
        columns = np.arange(width).reshape(self.settings, -1)
        if self.settings == 1:
            yield columns[0]
            return
        changed = np.arange(self.settings)  # a set bit means: changed already, cannot change back
        for setting in changed:
            yield columns[changed[changed & setting == setting] ^ self.drops].reshape(-1)


@lru_cache(maxsize=256)
def each_movers(owners: tuple[int, ...], directions: tuple[Direction, ...], movers: int) -> tuple[Fibers, ...]:
    """Return the fibers of each of ``movers`` decision makers; they are few small tuples that many conflicts share."""
    pairs = list(zip(owners, directions, strict=True))
    return tuple(fibers([d if owner == i else None for owner, d in pairs]) for i in range(movers))


def fibers(directions: Sequence[Direction | None]) -> Fibers:
    """Return the fibers for one direction per option, in written order; None is not the mover's."""
    runs = [(direction, 1 << len(list(run))) for direction, run in groupby(directions)]
    others = [axis for axis, (direction, _) in enumerate(runs) if direction is None]
    free = [axis for axis, (direction, _) in enumerate(runs) if direction is Direction.BOTH]
    one_way = [axis for axis in range(len(runs)) if axis not in others + free]
    drops = 0
    for axis in one_way:
        direction, size = runs[axis]
        drops = drops * size + (size - 1 if direction is Direction.DROP_ONLY else 0)
    one_way_count = sum(direction not in (None, Direction.BOTH) for direction in directions)
    cube, axes = (-1, *(size for _, size in runs)), (0, *(1 + axis for axis in others + one_way + free))
    there, back = tuple(cube[axis] for axis in axes), tuple(axes.index(axis) for axis in range(len(axes)))
    return Fibers(cube, axes, there, back, 1 << directions.count(None), 1 << one_way_count, drops)


def _laid_out(table: Ordinal) -> Ordinal:
    """Return the values of a table in the order of its axes, as a view if they lie so already [shape (k, S)].

    A large table is copied strip by strip: down whole columns, a power of 2 apart, caches work badly.
    """
    if table.size <= SMALL or table.strides[-1] == table.itemsize:
        return table.reshape(len(table), -1)
    copied = np.empty(table.shape, dtype=table.dtype)
    for start in range(0, table.shape[-1], STRIP):
        strip = (..., slice(start, start + STRIP))
        copied[strip] = table[strip]
    return copied.reshape(len(table), -1)
