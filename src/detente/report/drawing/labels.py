"""Labels: a place for each name, near what it names, where it covers no other name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from detente.report.drawing.svg import Box

Point = tuple[float, float]
Round = tuple[float, float, float]
"""The middle of a mark, and its radius."""

_DISTANCES = (4, 9, 16, 26, 38, 52, 68, 88, 110, 135, 160)
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_COVERED, _STEP, _ELSEWHERE = 28.0, 6.0, 40.0


def place(points: Sequence[Round], sizes: Sequence[Point], marks: Sequence[Box], room: Box) -> tuple[Box | None, ...]:
    """Return a box for each point's label: inside the room, and no two meeting.

    Near comes before far, and covering none of the marks before covering some. Where nothing near is free, the
    whole room is searched.

    Parameters
    ----------
    points
        What is labelled: middle and radius [units].
    sizes
        Width and height of each label [units].
    marks
        What labels should not cover.
    room
        Where labels may stand.

    Returns
    -------
    tuple of Box or None
        One for each point; ``None`` where no place in the room is free.
    """
    placed: list[Box] = []
    found: list[Box | None] = []
    spots = [Box(x - far, y - far, 2 * far, 2 * far) for x, y, far in points]
    for point, size in zip(points, sizes, strict=True):
        box = _best(point, size, (placed, [*marks, *spots]), room)
        found.append(box)
        placed += [box] if box else []
    return tuple(found)


def _best(point: Round, size: Point, taken: tuple[list[Box], list[Box]], room: Box) -> Box | None:
    names, marks = taken
    best, least = None, float("inf")
    for box, far in _candidates(point, size, room):
        if far >= least:
            continue
        if not room.holds(box) or any(box.meets(name) for name in names):
            continue
        cost = far + _COVERED * sum(box.meets(mark) for mark in marks)
        if cost < least:
            best, least = box, cost
    return best


def _candidates(point: Round, size: Point, room: Box) -> Iterator[tuple[Box, float]]:
    """Yield places for a label, and how far each is from its point: around it, then all over the room."""
    (x, y, radius), (wide, high) = point, size
    for distance in (radius + far for far in _DISTANCES):
        for across, down in _SIDES:
            left = x + across * distance + (across - 1) * wide / 2
            top = y + down * distance + (down - 1) * high / 2
            yield Box(left, top, wide, high), distance * hypot(across, down)
    for row in range(int(max(room.height - high, 0) / _STEP) + 1):
        for column in range(int(max(room.width - wide, 0) / _STEP) + 1):
            box = Box(room.x + column * _STEP, room.y + row * _STEP, wide, high)
            near = nearest((x, y), box)
            yield box, _ELSEWHERE + hypot(near[0] - x, near[1] - y)


def leader(point: Round, box: Box) -> tuple[Point, Point]:
    """Return the ends of the line from the edge of a mark to the nearest edge of its label."""
    x, y, radius = point
    near = nearest((x, y), box)
    length = hypot(near[0] - x, near[1] - y)
    if length <= radius:
        return near, near
    return (x + (near[0] - x) / length * radius, y + (near[1] - y) / length * radius), near


def nearest(point: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to some point."""
    x, y = point
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
