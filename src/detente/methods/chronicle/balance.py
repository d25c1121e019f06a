"""Structural balance of a signed graph: friends of friends, and enemies of enemies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Signs = npt.NDArray[np.int_]
Counts = npt.NDArray[np.int_]

MOST_NODES = 20
"""Among more nodes than these not every split is tried."""


@dataclass(frozen=True, slots=True)
class Triads:
    """The triangles of a signed graph.

    Attributes
    ----------
    count, balanced
        How many there are, and in how many of them the product of the signs is positive.
    strain
        ``strain[i, j]``: in how many triangles that are not balanced the edge stands. [shape (n, n)]
    """

    count: int
    balanced: int
    strain: Counts


def triads(signs: Signs) -> Triads:
    """Return the triangles of a signed graph, and how many of them are balanced.

    The diagonal of the third power of a matrix counts closed walks of three steps, each triangle six times; with signs
    it counts each with the product of its signs.

    Parameters
    ----------
    signs
        Symmetric; 1 for a friendly edge, -1 for a hostile one, 0 for none, also on the diagonal. [shape (n, n)]

    Raises
    ------
    ValueError
        If it is not symmetric, or a node has an edge to itself.

    References
    ----------
    CartwrightHarary1956
    """
    if (signs != signs.T).any() or signs.diagonal().any():
        raise ValueError("expected a symmetric matrix with nothing on its diagonal")
    edges = np.abs(signs)
    walks, signed = edges * (edges @ edges), signs * (signs @ signs)  # by edge: triangles, and balanced less others
    count, surplus = int(walks.sum()) // 6, int(signed.sum()) // 6
    return Triads(count, (count + surplus) // 2, (walks - signed) // 2)


def frustrated(signs: Signs) -> tuple[int, npt.NDArray[np.bool_]] | None:
    """Return how many edges stand against the best split into two camps, and which do in every best split.

    A graph is balanced exactly where it splits into two camps with friendly edges inside and hostile ones between them
    (the structure theorem); the fewest edges against a split are its line index of balance.

    Parameters
    ----------
    signs
        As for :func:`triads`. [shape (n, n)]

    Returns
    -------
    tuple[int, NDArray[bool_]] or None
        The number, and a symmetric matrix [shape (n, n)]; ``None`` above ``MOST_NODES`` nodes.

    References
    ----------
    CartwrightHarary1956
    """
    size = len(signs)
    if size > MOST_NODES:
        return None
    sides = ((np.arange(1 << max(size - 1, 0))[:, None] >> np.arange(size)) & 1).astype(np.int8) * 2 - 1
    first, second = np.nonzero(np.triu(signs))
    against = np.zeros(len(sides), dtype=np.int_)
    for i, j in zip(first, second, strict=True):
        against += sides[:, i] * sides[:, j] != signs[i, j]
    best = sides[against == against.min()]
    always = np.zeros((size, size), dtype=np.bool_)
    for i, j in zip(first, second, strict=True):
        always[i, j] = always[j, i] = bool((best[:, i] * best[:, j] != signs[i, j]).all())
    return int(against.min()), always
