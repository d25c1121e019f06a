"""Outlines: which places lie inside one, and how far others are from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from detente.methods.geography.great_circle import Float, great_circle

Bool = npt.NDArray[np.bool_]

_BLOCK = 1 << 20
"""How many pairs of a place and a side of a ring are looked at together at most."""


def inside(points: Float, rings: Iterable[Float]) -> Bool:
    """Return which places lie inside an outline of straight sides in longitude and latitude [shape (P,)].

    A place is inside where a line from it crosses the rings an odd number of times: a ring within another is a hole,
    and one within that is an island. Places exactly on a side belong to one of its two sides.

    Parameters
    ----------
    points
        Longitude and latitude of places [degrees; shape (P, 2)].
    rings
        Corners of each ring in order, the first one again at the end or not [degrees; each shape (n, 2)].

    References
    ----------
    Shimrat1962
    """
    odd = np.zeros(len(points), dtype=np.bool_)
    for ring in rings:
        low, high = ring.min(axis=0), ring.max(axis=0)
        near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
        for some in _blocks(near, len(ring)):
            odd[some] ^= _crossed(points[some], ring)
    return odd


def _crossed(points: Float, ring: Float) -> Bool:
    """Return from which places a line eastwards crosses a ring an odd number of times [shape (P,)]."""
    x, y = points.T[:, :, None]
    (ax, ay), (bx, by) = ring.T, np.roll(ring, -1, axis=0).T
    level = (ay > y) != (by > y)
    rise = np.where(ay == by, 1.0, by - ay)
    return np.asarray((level & (x < ax + (y - ay) / rise * (bx - ax))).sum(axis=1) % 2 == 1)


def distance_to_outline(points: Float, rings: Sequence[Float]) -> Float:
    """Return how far places are from the nearest point of an outline [km; shape (P,)].

    Which point is nearest is found on a plane around each place, on which a degree of longitude is as long as at its
    latitude: right for what is some hundred kilometres away. How far it is then is measured on the globe.

    Parameters
    ----------
    points, rings
        As for :func:`inside`; without rings everything is infinitely far.
    """
    least = np.full(len(points), np.inf)
    for ring in rings:
        for some in _blocks(np.arange(len(points)), len(ring)):
            near = great_circle(points[some], _nearest(points[some], ring))
            least[some] = np.minimum(least[some], near)
    return least


def _nearest(points: Float, ring: Float) -> Float:
    """Return the point of a ring that is nearest to each place on the plane around it [degrees; shape (P, 2)]."""
    scale = np.stack([np.cos(np.radians(points[:, 1])), np.ones(len(points))], axis=1)[:, None]
    start, side = ring[None], (np.roll(ring, -1, axis=0) - ring)[None]
    towards = (points[:, None] - start) * scale
    along = side * scale
    square = (along**2).sum(axis=2)
    share = np.clip((towards * along).sum(axis=2) / np.where(square == 0, 1.0, square), 0.0, 1.0)
    feet = start + share[..., None] * side
    far = (((points[:, None] - feet) * scale) ** 2).sum(axis=2)
    return np.asarray(feet[np.arange(len(points)), far.argmin(axis=1)])


def _blocks(places: npt.NDArray[np.intp], sides: int) -> Iterator[npt.NDArray[np.intp]]:
    """Yield so many places at once that memory stays bounded."""
    size = max(_BLOCK // max(sides, 1), 1)
    for start in range(0, len(places), size):
        yield places[start : start + size]
