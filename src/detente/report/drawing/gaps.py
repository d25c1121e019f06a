"""Gaps: lines that leave room for the words they would cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot

from detente.report.drawing.svg import Box

Point = tuple[float, float]

_CLEAR = 2.0
"""How far a line keeps from words [units]."""

_LEAST = 3.0
"""A piece of a line that is shorter is left out [units]."""


def crosses(one: Point, other: Point, box: Box) -> bool:
    """Return whether a straight line between two points passes through a box, not only along its edge."""
    return _within(one, other, box) is not None


def path(points: Sequence[Point], words: Iterable[Box]) -> str:
    """Return the path of a line through some points, with a gap wherever it would cross words.

    Examples
    --------
    >>> path([(0, 5), (100, 5)], [Box(40, 0, 20, 10)])
    'M0 5H38M62 5H100'
    """
    grown = [Box(each.x - _CLEAR, each.y - _CLEAR, each.width + 2 * _CLEAR, each.height + 2 * _CLEAR) for each in words]
    found, at = "", None
    for one, other in pairwise(points):
        for start, end in _pieces(one, other, grown):
            found += ("" if start == at else f"M{_said(start)}") + _step(start, end)
            at = end
    return found


def uncovered(shares: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the stretches between 0 and 1 that are left where some are taken away."""
    at = 0.0
    for start, end in sorted(shares):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < 1:
        yield at, 1.0


def _pieces(one: Point, other: Point, boxes: Sequence[Box]) -> Iterator[tuple[Point, Point]]:
    """Yield what is left of a straight line outside boxes; all of it where it meets none."""
    covered = [found for box in boxes if (found := _within(one, other, box))]
    long = hypot(other[0] - one[0], other[1] - one[1])
    for start, end in uncovered(covered):
        if not covered or (end - start) * long >= _LEAST:
            yield _at(one, other, start), _at(one, other, end)


def _within(one: Point, other: Point, box: Box) -> tuple[float, float] | None:
    """Return between which shares of a straight line it lies in a box."""
    first, last = 0.0, 1.0
    for a, b, low, high in ((one[0], other[0], box.x, box.right), (one[1], other[1], box.y, box.bottom)):
        if a == b:
            if not low < a < high:
                return None
            continue
        ends = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        first, last = max(first, ends[0]), min(last, ends[1])
    return (first, last) if last - first > 1e-9 else None


def _at(one: Point, other: Point, share: float) -> Point:
    return round(one[0] + share * (other[0] - one[0]), 1), round(one[1] + share * (other[1] - one[1]), 1)


def _step(start: Point, end: Point) -> str:
    if start[1] == end[1]:
        return f"H{end[0]:g}"
    return f"V{end[1]:g}" if start[0] == end[0] else f"L{_said(end)}"


def _said(point: Point) -> str:
    return f"{point[0]:g} {point[1]:g}"
