"""Leximin: the best for whoever has least, then for whoever has next to least, and so on; all that tie."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.packages.space import Mask, Numbers


def leximin(amounts: Numbers, among: Mask) -> Mask:
    """Return the packages that are best for the worst off, ties broken by the next to worst off, and so on.

    Parameters
    ----------
    amounts
        What each party has in each package. [shape (..., parties, packages)]
    among
        The packages to choose from. [shape (..., packages)]

    Returns
    -------
    Mask
        All that tie; none if there is none to choose from. [shape (..., packages)]
    """
    some = np.flatnonzero(among.any(axis=tuple(range(among.ndim - 1))))
    left = among[..., some]
    ordered = np.sort(amounts[..., some], axis=-2)
    for row in range(ordered.shape[-2]):
        had = np.where(left, ordered[..., row, :], -np.inf)
        left &= had == had.max(axis=-1, keepdims=True, initial=-np.inf)
    found = np.zeros_like(among)
    found[..., some] = left
    return found
