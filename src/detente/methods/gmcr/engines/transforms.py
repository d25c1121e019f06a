"""Transforms: the best or worst value over everything one mover can do in one step.

The states of ``n`` options are the corners of a cube with one axis per option. Changing any subset of
some options at once is moving along their axes, so the maximum over such moves is taken axis by axis:
along an option that may change both ways all corners end up with the maximum; along a take-only option
the N side receives what the Y side has; along a drop-only option the reverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.gmcr.arrays import Ordinal

AT_ONCE = 32
"""How many values numpy must find side by side for folding neighbouring options at once to pay."""

STRETCHES = 64
"""Or in how few stretches of values that lie side by side all of them must be."""


@dataclass(frozen=True, slots=True)
class Transform:
    """The moves that change some options, as axes of the cube of states.

    Several questions may be asked at once: each row of the values is one, and they lie along axis 0.

    Attributes
    ----------
    shape
        Cube of the states: an axis of 2 for each option that may change, and neighbouring options that
        may not share one.
    free, take, drop
        Axes of the options that may change both ways, that are take-only, and that are drop-only.
    folds
        The free axes in the order in which to fold them away, those of a run together where that pays.
    """

    shape: tuple[int, ...]
    free: tuple[int, ...]
    take: tuple[int, ...]
    drop: tuple[int, ...]
    folds: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, directions: Sequence[Direction | None]) -> Transform:
        """Return the transform for one direction per option, in written order; None does not change."""
        axes: list[tuple[Direction | None, int]] = []
        for direction, run in groupby(directions):
            length = len(list(run))
            axes += [(None, 1 << length)] if direction is None else [(direction, 2)] * length
        numbered = list(enumerate(axes, start=1))
        along = {way: tuple(a for a, (direction, _) in numbered if direction is way) for way in Direction}
        shape = tuple(size for _, size in axes)
        ways = along[Direction.BOTH], along[Direction.TAKE_ONLY], along[Direction.DROP_ONLY]
        return cls(shape, *ways, tuple(_folds(axes)))

    def best(self, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and the moves from it [shape (k, S, ...), as ``v``]."""
        return self._fold(np.maximum, v)

    def best_elsewhere(self, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over the moves from each state, but not the state [shape (k, S, ...)].

        Option by option: a move either leaves this one alone, or changes it and whatever it likes of those before.
        Where there is no move, it is the least number of the type.
        """
        here = v.reshape(self._cube(v)).copy()
        elsewhere = np.full_like(here, np.iinfo(v.dtype).min)
        for axis in sorted(self.free + self.take + self.drop):
            (stay_n, stay_y), (move_n, move_y) = _sides(here, axis), _sides(elsewhere, axis)
            if axis not in self.drop:
                np.maximum(move_n, stay_y, out=move_n)
            if axis not in self.take:
                np.maximum(move_y, stay_n, out=move_y)
            if axis not in self.drop:
                np.maximum(stay_n, stay_y, out=stay_n)
            if axis not in self.take:
                np.maximum(stay_y, stay_n, out=stay_y)
        return elsewhere.reshape(v.shape)

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the moves from it [shape (k, S, ...), as ``v``]."""
        return self._fold(np.minimum, v)

    def _fold(self, choose: np.ufunc, v: Ordinal) -> Ordinal:
        """Fold the free axes away, the fastest first so that runs stay long, then the one-way axes."""
        shape = self._cube(v)
        cube = v.reshape(shape) if self.free else v.reshape(shape).copy()
        for axes in self.folds:
            single = len(axes) == 1
            cube = choose(*_sides(cube, axes[0])) if single else choose.reduce(cube, axis=axes, keepdims=True)
        for axis in self.take:
            not_taken, taken = _sides(cube, axis)
            choose(not_taken, taken, out=not_taken)
        for axis in self.drop:
            not_taken, taken = _sides(cube, axis)
            choose(not_taken, taken, out=taken)
        if not self.free:
            return cube.reshape(v.shape)
        folded = np.empty(shape, dtype=v.dtype)
        folded[...] = cube
        return folded.reshape(v.shape)

    def _cube(self, v: Ordinal) -> tuple[int, ...]:
        return (len(v), *self.shape, *v.shape[2:])


@lru_cache(maxsize=256)
def own_and_others(
    owners: tuple[int, ...], directions: tuple[Direction, ...], movers: int
) -> tuple[tuple[Transform, ...], tuple[Transform, ...]]:
    """Return the transform of each of ``movers`` decision makers, and that of all options of its opponents at once.

    They are few small tuples that many conflicts share, which differ in their preferences only.
    """
    pairs = list(zip(owners, directions, strict=True))
    own = [Transform.of([d if owner == i else None for owner, d in pairs]) for i in range(movers)]
    others = [Transform.of([d if owner != i else None for owner, d in pairs]) for i in range(movers)]
    return tuple(own), tuple(others)


def _folds(axes: Sequence[tuple[Direction | None, int]]) -> Iterator[tuple[int, ...]]:
    """Yield the free axes from the last to the first, those of a run together if enough values lie side by side."""
    states = prod(size for _, size in axes)
    left = 1  # values per setting of the options so far, once the free ones among the later are folded away
    for direction, run in groupby(reversed(list(enumerate(axes, start=1))), key=lambda each: each[1][0]):
        places, sizes = zip(*((axis, size) for axis, (_, size) in run), strict=True)
        if direction is not Direction.BOTH:
            left *= prod(sizes)
            continue
        side = left if left > 1 else prod(sizes)
        if side >= AT_ONCE or side * STRETCHES >= states:
            yield places
        else:
            yield from ((axis,) for axis in places)


def _sides(cube: Ordinal, axis: int) -> tuple[Ordinal, Ordinal]:
    """Return the halves of a cube in which one option is not taken and taken, as views."""
    before = (slice(None),) * axis
    return cube[(*before, slice(0, 1))], cube[(*before, slice(1, 2))]
