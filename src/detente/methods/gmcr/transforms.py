"""Transforms: the best or worst value over everything one mover can do in one step.

The states of ``n`` options are the corners of a cube with one axis per option. Changing any subset of
some options at once is moving along their axes, so the maximum over such moves is taken axis by axis:
along an option that may change both ways all corners end up with the maximum; along a take-only option
the N side receives what the Y side has; along a drop-only option the reverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Ordinal


@dataclass(frozen=True, slots=True)
class Transform:
    """The moves that change some options, as axes of the cube of states.

    Attributes
    ----------
    shape
        Cube of the states; neighbouring options that are both fixed, or both free, share an axis.
    free
        Axes of the options that may change both ways.
    take, drop
        Axes of the take-only and of the drop-only options.
    """

    shape: tuple[int, ...]
    free: tuple[int, ...]
    take: tuple[int, ...]
    drop: tuple[int, ...]

    @classmethod
    def of(cls, directions: Sequence[Direction | None]) -> Transform:
        """Return the transform for one direction per option, in written order; None does not change."""
        axes = []
        for role, run in groupby(directions):
            length = len(list(run))
            merged = role is None or role is Direction.BOTH
            axes += [(role, 1 << length)] if merged else [(role, 2)] * length
        along = {role: tuple(a for a, (r, _) in enumerate(axes) if r is role) for role in Direction}
        shape = tuple(size for _, size in axes)
        return cls(shape, along[Direction.BOTH], along[Direction.TAKE_ONLY], along[Direction.DROP_ONLY])

    def best(self, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and the moves from it [shape (S,)]."""
        return self._fold(np.maximum, v)

    def worst(self, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and the moves from it [shape (S,)]."""
        return self._fold(np.minimum, v)

    def _fold(self, choose: np.ufunc, v: Ordinal) -> Ordinal:
        cube = v.reshape(self.shape)
        cube = choose.reduce(cube, axis=self.free, keepdims=True) if self.free else cube.copy()
        for axis in self.take:
            not_taken, taken = np.split(cube, 2, axis=axis)
            choose(not_taken, taken, out=not_taken)
        for axis in self.drop:
            not_taken, taken = np.split(cube, 2, axis=axis)
            choose(not_taken, taken, out=taken)
        return np.broadcast_to(cube, self.shape).reshape(-1)
