"""Staying: who would leave the wanted state, for many preferences at once, one bit for each case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from detente.methods.gmcr.engines.turns import by_turns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.gmcr.arrays import Bool
    from detente.methods.gmcr.inverse.arena import Arena
    from detente.methods.gmcr.stability.sanctions import Sanctions

Bits: TypeAlias = npt.NDArray[np.uint8]
"""Cases as bits, eight to a number; those beyond the last case mean nothing."""


def pack(table: Bool) -> Bits:
    """Return a table's last axis, the cases, as bits [shape (..., cases) to (..., words)]."""
    return np.packbits(table, axis=-1)


def unpack(bits: Bits, cases: int) -> Bool:
    """Return bits as truth values; the inverse of :func:`pack` [shape (..., words) to (..., cases)]."""
    return np.unpackbits(bits, axis=-1, count=cases).view(np.bool_)


def stays(
    arena: Arena, i: int, better: Bits, sanctions: Sanctions | None, gains: Mapping[int, Bits] | None = None
) -> Bits:
    """Return in which cases DM ``i`` stays at the wanted state.

    Parameters
    ----------
    better
        Whether it prefers each row to the wanted state. [shape (R, words)]
    sanctions
        What counts as a sanction of a move; ``None`` when no move that gains is sanctioned.
    gains
        For each other, whether each of its ``arena.sanctions`` gains it; needed if sanctions must be credible.
        [each shape (m, words)]

    Returns
    -------
    Bits
        One bit per case. [shape (words,)]

    References
    ----------
    FangHipelKilgour1993, RegoVieira2017
    """
    tempting = better[arena.targets[i]]
    if sanctions is not None:
        harmless = ~better
        if sanctions.inescapable:
            harmless &= ~arena.escapes[i].before(better)
        others = [j for j in range(len(arena.targets)) if j != i]
        credible = gains if sanctions.credible and gains is not None else {}
        steps = [partial(arena.sanctions[j].before, of=credible.get(j)) for j in others]
        tempting &= ~by_turns(harmless, steps, join=np.bitwise_or)[arena.targets[i]]
    leaves: Bits = np.bitwise_or.reduce(tempting, axis=0)
    return ~leaves
