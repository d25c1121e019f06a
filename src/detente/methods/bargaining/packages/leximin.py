"""Leximin: the best for whoever has least, then for whoever has next to least, and so on; all that tie."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.packages.space import Mask, Numbers


def leximin(amounts: Numbers, among: Mask) -> Mask:
    """Return the packages that are best for the worst off, ties broken by the next to worst off, and so on.

    Parameters
    ----------
    amounts
        What each party has in each package. [shape (parties, packages)]
    among
        The packages to choose from. [shape (packages,)]

    Returns
    -------
    Mask
        All that tie; none if there is none to choose from. [shape (packages,)]
    """
    left = np.flatnonzero(among)
    ordered = np.sort(amounts[:, left], axis=0)
    for row in range(len(amounts)):
        if not left.size:
            break
        best = ordered[row] == ordered[row].max()
        left, ordered = left[best], ordered[:, best]
    found = np.zeros_like(among)
    found[left] = True
    return found
