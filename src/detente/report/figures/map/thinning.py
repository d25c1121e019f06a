"""Thinning: the corners of countries that a reader does not miss, left out alike on either side of a border."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from detente.report.drawing.svg import Box
from detente.report.figures.map.projection import Point

_LEAST = 10.0
"""Area of the triangle of a corner with those beside it below which it is left out [square units]."""


def thinned(rings: Sequence[Sequence[Point]], box: Box) -> list[list[Point]]:
    """Return rings without the corners whose triangles are the least, one after the other; lines never come apart.

    Corners where more than two lines meet stay, as do those at the edges of the map. A ring that has no more than two
    corners left is none.

    References
    ----------
    Visvalingam1993
    """
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for one, other in pairwise([*ring, ring[0]]):
            beside[one].add(other)
            beside[other].add(one)
    left = {corner for corner in beside if corner[0] in (box.x, box.right) or corner[1] in (box.y, box.bottom)}
    while gone := _pass(beside, left):
        for corner in gone:
            del beside[corner]
    found = ([corner for corner in ring if corner in beside] for ring in rings)
    return [ring for ring in found if len(set(ring)) > 2]


def _pass(beside: dict[Point, set[Point]], left: set[Point]) -> list[Point]:
    """Take out corners whose neighbours stay in this pass, the least first, and return them."""
    order = sorted((_area(corner, beside), corner) for corner in beside if len(beside[corner]) == 2)
    gone: list[Point] = []
    touched = set(left)
    for area, corner in order:
        if area >= _LEAST:
            break
        one, other = beside[corner]
        if corner in touched or other in beside[one]:
            continue
        for end, far in ((one, other), (other, one)):
            beside[end] = beside[end] - {corner} | {far}
        touched |= {one, other}
        gone.append(corner)
    return gone


def _area(corner: Point, beside: dict[Point, set[Point]]) -> float:
    (x, y), ((one_x, one_y), (other_x, other_y)) = corner, beside[corner]
    return abs((one_x - x) * (other_y - y) - (other_x - x) * (one_y - y)) / 2
