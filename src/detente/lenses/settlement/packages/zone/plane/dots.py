"""Which packages have a dot in a picture: one at each place, and of very many one of those close by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.bargaining.packages.space import Numbers, Packages

COLUMNS, ROWS = 48, 36
"""Cells of the grid in which packages of a kind share a dot."""

MOST_DOTS = 600
"""Up to this number of places, each has a dot."""


def drawn_packages(worth: Numbers, kind: Packages, numbered: Sequence[int]) -> tuple[Packages, bool]:
    """Return the packages that have a dot, and whether every place has one.

    Parameters
    ----------
    worth
        What each package is worth to two parties. [shape (2, packages)]
    kind
        Of which kind it is; packages of different kinds share no dot. [shape (packages,)]
    numbered
        Packages whose places have a dot in any case.
    """
    places, place = _places(worth, kind)
    if places.size <= MOST_DOTS:
        return places, True
    return places[_thinned(worth[:, places], kind[places], place[list(numbered)])], False


def _places(worth: Numbers, kind: Packages) -> tuple[Packages, Packages]:
    """Return one package of each kind for each place, and the number of each package's place in that list."""
    order = np.lexsort((kind, *worth))
    keys = np.vstack([worth, kind])[:, order]
    first = np.concatenate(([True], (keys[:, 1:] != keys[:, :-1]).any(axis=0)))
    place = np.empty_like(order)
    place[order] = np.cumsum(first) - 1
    return order[first], place


def _thinned(worth: Numbers, kind: Packages, kept: Packages) -> Packages:
    """Return in each cell of a grid and of each kind what is worth most to both together, beside what is kept."""
    low, high = worth.min(axis=1, keepdims=True), worth.max(axis=1, keepdims=True)
    size = np.array([[COLUMNS], [ROWS]])
    cells = np.minimum((worth - low) / np.maximum(high - low, 1e-12) * size, size - 1).astype(np.intp)
    code = (kind * COLUMNS + cells[0]) * ROWS + cells[1]
    best = np.argsort(-worth.sum(axis=0), kind="stable")
    _, first = np.unique(code[best], return_index=True)
    return np.union1d(best[first], kept)
