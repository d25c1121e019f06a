"""Ordinal: payoffs as small numbers from 0, so that many of them are compared at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal

_SHORT = np.iinfo(np.int16).max
_LONG = 1 << 22
"""Two levels of this size and a place among a million states fit into 64 bits."""


def levels(payoffs: Ordinal, feasible: Bool) -> Ordinal:
    """Return payoffs in the same order, from 0 and as small as they fit; those of infeasible states are 0.

    The profiles of a state lie next to each other, whatever the order of ``payoffs`` in memory.

    Parameters
    ----------
    payoffs
        Any whole numbers, by decision maker, state and profile. [shape (n_dm, S, B)]
    feasible
        Which states can be. [shape (S,)]
    """
    if not feasible.all():
        payoffs = np.where(feasible[:, None], payoffs, payoffs[:, feasible].min(initial=np.iinfo(payoffs.dtype).max))
    lowest, highest = int(payoffs.min(initial=0)), int(payoffs.max(initial=0))
    if highest - lowest < _LONG:
        return (payoffs - lowest).astype(np.int16 if highest - lowest < _SHORT else np.int32, order="C")
    return np.unique(payoffs, return_inverse=True)[1].reshape(payoffs.shape).astype(np.int32)
