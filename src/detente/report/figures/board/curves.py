"""Curves: lines between points that keep clear of what lies between them, and a place for a word on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from detente.report.drawing.svg import Box

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve: where it starts, the point it bends towards, and where it ends [units]."""

    start: Point
    bend: Point
    end: Point

    def at(self, share: float) -> Point:
        """Return the point after some share of the curve."""
        rest = 1 - share
        x, y = (
            rest * rest * a + 2 * rest * share * b + share * share * c
            for a, b, c in zip(self.start, self.bend, self.end, strict=True)
        )
        return x, y


def curve(start: Point, end: Point, bulge: float, clear: float) -> Curve:
    """Return a curve between two points, shortened at both ends.

    Parameters
    ----------
    start, end
        The points [units].
    bulge
        How far it bends to its left, a straight line for 0 [units].
    clear
        How much of each end is left out [units].
    """
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    bend = middle[0] + along[1] * 2 * bulge, middle[1] - along[0] * 2 * bulge
    return Curve(_towards(start, bend, clear), bend, _towards(end, bend, clear))


def heading(found: Curve) -> Point:
    """Return the direction in which a curve ends [a vector of length 1]."""
    x, y = found.end[0] - found.bend[0], found.end[1] - found.bend[1]
    length = hypot(x, y) or 1.0
    return x / length, y / length


def free(found: Curve, size: Point, taken: Sequence[Box]) -> Box | None:
    """Return a box for a word on a curve that meets none of some boxes, if there is one."""
    return next((box for box in _along(found, size) if not any(box.meets(other) for other in taken)), None)


def _along(found: Curve, size: Point) -> Iterator[Box]:
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73):
        x, y = found.at(share)
        yield Box(x - size[0] / 2, y - size[1] / 2, *size)


def _towards(point: Point, aim: Point, far: float) -> Point:
    length = hypot(aim[0] - point[0], aim[1] - point[1]) or 1.0
    return point[0] + (aim[0] - point[0]) / length * far, point[1] + (aim[1] - point[1]) / length * far
