"""Places: many orders of the same conditions, as payoffs in one stroke."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal, States

Places: TypeAlias = npt.NDArray[np.int16]
"""Orders as rows: the place of each condition, 0 for the most important; -1 where it does not count."""

_AT_ONCE = 20
_SHORT = 15


def joined(places: Places, runs: Sequence[int]) -> Places:
    """Return orders in which conditions that count alike share a place: the last of those that they hold.

    So each counts the same, and all of them together less than one that comes before: they leave places empty.

    Parameters
    ----------
    places
        The orders. [shape (D, k)]
    runs
        How many neighbours count alike, most important block first.
    """
    shared = places.copy()
    start = 0
    for run in runs:
        block = places[:, start : start + run]
        shared[:, start : start + run] = np.where(block < 0, -1, block.max(axis=1, initial=-1)[:, None])
        start += run
    return shared


class Placed:
    """The payoffs that conditions give in many orders.

    Parameters
    ----------
    truths
        In which states each condition is true. [shape (k, S)]
    places
        The orders; conditions that count alike share a place. [shape (D, k)]
    """

    def __init__(self, truths: Bool, places: Places) -> None:
        alike = np.packbits(truths, axis=0)
        _, first, self._kind = np.unique(alike, axis=1, return_index=True, return_inverse=True)
        self._truths = truths[:, first, None].astype(np.int16)
        self._places = places

    def payoffs(self, which: States) -> Ordinal:
        """Return the payoffs under some of the orders, by number: any whole numbers, ties equal [shape (S, b)].

        A condition at place ``p`` outweighs all behind it, as powers of two do; so many places that the numbers
        would grow too large are taken in several parts, and what was found so far is renumbered in between. Conditions
        that share a place count up to their number there, for which the places before it are empty.

        References
        ----------
        FangHipelKilgourPeng2003
        """
        places = self._places[which].T.astype(np.int64)
        last = int(places.max(initial=-1)) + 1
        room = len(self._truths).bit_length()  # for a count that reaches beyond its part
        kind = np.dtype(np.int16 if last < _SHORT else np.int64)
        level = np.zeros((self._truths.shape[1], which.size), dtype=kind)
        term = np.empty_like(level)
        for start in range(0, last, _AT_ONCE):
            end = min(start + _AT_ONCE, last)
            here = (places >= start) & (places < end)
            weights = np.where(here, 1 << np.where(here, end - 1 - places, 0), 0).astype(kind)
            if start:
                level = _renumbered(level) << (end - start + room)
            for truth, weight in zip(self._truths, weights, strict=True):
                level += np.multiply(truth, weight, out=term)
        if last > _AT_ONCE:
            level = _renumbered(level)
        small: Ordinal = level.astype(np.int16 if last < _SHORT else np.int32)
        return small[self._kind]


def _renumbered(level: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Return numbers from 0 without gaps in the same order."""
    numbers: npt.NDArray[np.int64] = np.unique(level, return_inverse=True)[1].reshape(level.shape)
    return numbers
