"""The Pareto frontier: packages that nobody can improve on without making somebody else worse off."""

from __future__ import annotations

import numpy as np

from detente.methods.bargaining.packages.space import Mask, Numbers, Packages

MOST_COMPARISONS = 4_000_000_000
"""More comparisons of numbers than this are not made."""

_BLOCK = 256


class FrontierTooLongError(ValueError):
    """So many packages would have to be compared with so many that the frontier is not worked out."""

    def __init__(self) -> None:
        super().__init__(f"the frontier takes more than {MOST_COMPARISONS:,} comparisons")


def frontier(utilities: Numbers) -> Mask:
    """Return which packages no other is as good as for all and better than for somebody.

    It is exact, and packages that are worth the same to everybody are all on it, or none is.

    Parameters
    ----------
    utilities
        Of every package to each party. [shape (parties, packages)]

    Returns
    -------
    Mask
        [shape (packages,)]

    Raises
    ------
    FrontierTooLongError
        If more than ``MOST_COMPARISONS`` would be needed.
    """
    points, place = np.unique(utilities, axis=1, return_inverse=True)
    best = _two(points) if len(points) <= 2 else _many(points)
    return np.asarray(best[place.reshape(-1)])


def _two(points: Numbers) -> Mask:
    """Return which points are on the frontier of one party or two, from the best for the first to the worst."""
    order = np.lexsort(-points[::-1])
    second = points[-1][order]
    before = np.concatenate(([-np.inf], np.maximum.accumulate(second)[:-1]))
    found = np.zeros(points.shape[1], dtype=np.bool_)
    found[order] = second > before
    return found


def _many(points: Numbers) -> Mask:
    """Return which points are on the frontier; no two points are the same.

    What dominates a point has a larger sum, so points with the largest sums are settled first, and each block that is
    settled strikes out what it dominates.
    """
    left = np.argsort(-points.sum(axis=0), kind="stable")
    found = np.zeros(points.shape[1], dtype=np.bool_)
    spent = 0
    while left.size:
        block, rest = left[:_BLOCK], left[_BLOCK:]
        spent += block.size * left.size * len(points)
        if spent > MOST_COMPARISONS:
            raise FrontierTooLongError
        best = block[~_dominated(points, block, block)]
        found[best] = True
        left = rest[~_dominated(points, best, rest)]
    return found


def _dominated(points: Numbers, by: Packages, among: Packages) -> Mask:
    """Return which of some points one of the others is as good as for all; a point is not held against itself."""
    worse = by[:, np.newaxis] != among
    for row in points:
        worse &= row[by][:, np.newaxis] >= row[among]
    return np.asarray(worse.any(axis=0))


def efficient(utilities: Numbers, packages: Mask) -> Mask:
    """Return those of some packages that none of the others among them dominates.

    Parameters
    ----------
    utilities
        Of every package to each party. [shape (..., parties, packages)]
    packages
        Which are meant. [shape (..., packages)]
    """
    kept = packages.copy()
    for place in map(tuple, np.argwhere(packages.sum(axis=-1) > 1)):
        numbers = np.flatnonzero(packages[place])
        kept[place][numbers] = frontier(utilities[place][:, numbers])
    return kept
