"""Turns: what several movers make of a value, when nobody moves twice in a row and when everybody may."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.methods.gmcr.arrays import Ordinal, States

A = TypeVar("A", bound=npt.NDArray[np.generic])


def by_turns(v: A, steps: Sequence[Callable[[A], A]], *, join: np.ufunc) -> A:
    """Return ``v`` joined over each state and the sequences from it in which no mover moves twice in a row.

    Parameters
    ----------
    v
        A value per state. [shape (S, ...)]
    steps
        For each mover, what it makes of values by one move: their join over its moves from each state, and
        what is neutral to ``join`` where it has none.
    join
        Which of two values counts, such as the lesser: associative, commutative and idempotent.
    """
    after = [v] * len(steps)  # what may follow a move of each: sequences that somebody else begins
    while True:
        begun_by = [join(v, step(rest)) for step, rest in zip(steps, after, strict=True)]
        joined = [reduce(join, (begun for k, begun in enumerate(begun_by) if k != j), v) for j in range(len(steps))]
        if all(np.array_equal(new, old) for new, old in zip(joined, after, strict=True)):
            return reduce(join, begun_by, v)
        after = joined


def in_any_order(v: A, steps: Sequence[Callable[[A], A]], *, join: np.ufunc) -> A:
    """Return the same as :func:`by_turns` for movers whose moves compose: two in a row are one, or none."""
    while True:
        start = v
        for step in steps:
            v = join(v, step(v))
        if len(steps) < 2 or np.array_equal(v, start):
            return v


def least_after(arcs: States, v: Ordinal) -> Ordinal:
    """Return the least of ``v`` over the moves from each state, and the largest number where there is none.

    Parameters
    ----------
    arcs
        Moves as rows of source and target. [shape (m, 2)]
    v
        A value per state. [shape (S,)]
    """
    least = np.full_like(v, np.iinfo(v.dtype).max)
    np.minimum.at(least, arcs[:, 0], v[arcs[:, 1]])
    return least
