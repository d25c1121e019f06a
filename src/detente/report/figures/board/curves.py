"""Curves: lines between points that keep clear of what lies between them, and a place for a word on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import hypot

from detente.report.drawing.svg import Box

Point = tuple[float, float]

_FINE, _CLEAR = 96, 1.5
"""Into how many parts a curve is cut to find where it meets words, and how far it keeps from them [units]."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve: where it starts, the point it bends towards, and where it ends [units]."""

    start: Point
    bend: Point
    end: Point

    def parts(self, number: int) -> Iterator[tuple[Point, Point]]:
        """Yield the curve as so many straight lines."""
        yield from pairwise(self.at(k / number) for k in range(number + 1))

    def bounds(self) -> Box:
        """Return a box around the curve and a little more."""
        across, down = zip(self.start, self.bend, self.end, strict=True)
        return Box(min(across) - 1, min(down) - 1, max(across) - min(across) + 2, max(down) - min(down) + 2)

    def between(self, first: float, last: float) -> Curve:
        """Return the part of the curve between two shares of it."""
        start, end = self.at(first), self.at(last)
        rest = 1 - first
        a, b, c = rest * (1 - last), rest * last + first * (1 - last), first * last
        x, y = (a * p + b * q + c * r for p, q, r in zip(self.start, self.bend, self.end, strict=True))
        return Curve(start, (x, y), end)

    def at(self, share: float) -> Point:
        """Return the point after some share of the curve."""
        rest = 1 - share
        x, y = (
            rest * rest * a + 2 * rest * share * b + share * share * c
            for a, b, c in zip(self.start, self.bend, self.end, strict=True)
        )
        return x, y


def curve_between(start: Point, end: Point, bulge: float, clear: float) -> Curve:
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


def places(found: Curve, size: Point) -> Iterator[Box]:
    """Yield boxes for a word on a curve, the one in its middle first."""
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73):
        x, y = found.at(share)
        yield Box(x - size[0] / 2, y - size[1] / 2, *size)


def path(found: Curve, words: Sequence[Box]) -> str:
    """Return the path of a curve, with a gap wherever it would cross words."""
    points = [found.at(k / _FINE) for k in range(_FINE + 1)]
    kept = [not any(_near(point, box) for box in words) for point in points]
    pieces, first = "", 0
    for inside, run in groupby(kept):
        last = first + len(list(run)) - 1
        if inside and last > first:
            part = found.between(first / _FINE, last / _FINE)
            (x, y), (bend_x, bend_y), (to_x, to_y) = part.start, part.bend, part.end
            pieces += f"M{x:.1f} {y:.1f}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}"
        first = last + 1
    return pieces


def _near(point: Point, box: Box) -> bool:
    x, y = point
    return box.x - _CLEAR < x < box.right + _CLEAR and box.y - _CLEAR < y < box.bottom + _CLEAR


def _towards(point: Point, aim: Point, far: float) -> Point:
    length = hypot(aim[0] - point[0], aim[1] - point[1]) or 1.0
    return point[0] + (aim[0] - point[0]) / length * far, point[1] + (aim[1] - point[1]) / length * far
