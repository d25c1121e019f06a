"""Clipping: what lies of a polygon in a window."""

from __future__ import annotations

import numpy as np

from detente.methods.geography.great_circle import Float


def clip(ring: Float, window: tuple[float, float, float, float]) -> Float:
    """Return the part of a ring that lies in a window, where it is cut along the edges [shape (m, 2)].

    What falls into several pieces stays one ring whose pieces hang together along the edges.

    Parameters
    ----------
    ring
        Corners in order, the first one again at the end or not [shape (n, 2)].
    window
        Least x and y, and greatest x and y.

    References
    ----------
    SutherlandHodgman1974
    """
    for axis, edge, side in ((0, window[0], 1), (1, window[1], 1), (0, window[2], -1), (1, window[3], -1)):
        if not len(ring):
            break
        ring = _cut(ring, axis, edge, side)
    return ring


def _cut(ring: Float, axis: int, edge: float, side: int) -> Float:
    """Return the part of a ring on one side of a line along an axis: above it where ``side`` is 1, else below."""
    depth = (ring[:, axis] - edge) * side
    if depth.min() >= 0:
        return ring
    if depth.max() < 0:
        return ring[:0]
    after, below = np.roll(ring, -1, axis=0), np.roll(depth, -1)
    crosses = (depth >= 0) != (below >= 0)
    share = depth / np.where(crosses, depth - below, 1.0)
    meets = ring + share[:, None] * (after - ring)
    meets[:, axis] = edge
    both = np.stack([ring, meets], axis=1).reshape(-1, 2)
    return np.asarray(both[np.stack([depth >= 0, crosses], axis=1).ravel()])
