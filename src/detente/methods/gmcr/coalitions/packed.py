"""Packed sets: one set of states per row, one bit per state, so that 64 of them are joined at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, States

Packed: TypeAlias = npt.NDArray[np.uint64]
"""Sets as rows of bits; those beyond the last state mean nothing."""


def pack(table: Bool) -> Packed:
    """Return the sets that the rows of a table list member by member [shape (k, m) to (k, words)]."""
    packed = np.packbits(table, axis=1)
    beyond = -packed.shape[1] % 8
    return (np.pad(packed, ((0, 0), (0, beyond))) if beyond else packed).view(np.uint64)


def unpack(sets: Packed, size: int) -> Bool:
    """Return packed sets as a table of ``size`` columns; the inverse of :func:`pack` [shape (k, size)]."""
    return np.unpackbits(sets.view(np.uint8), axis=1, count=size).view(np.bool_)


def pairs(sets: Packed) -> States:
    """Return every row with each of its members, in order; meaningless bits must be clear [shape (n, 2)]."""
    octets = sets.view(np.uint8)
    rows, columns = np.nonzero(octets)
    which, bits = np.nonzero(np.unpackbits(octets[rows, columns, None], axis=1))
    return np.stack([rows[which], 8 * columns[which] + bits], axis=1)
