"""Labels: a place for each name, near what it names, where it covers no other name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, hypot, inf, sqrt

from detente.report.drawing.svg import Box, lines

Point = tuple[float, float]
Round = tuple[float, float, float]
"""The middle of a mark, and its radius."""

_Choice = tuple[Box | None, float]
"""A box, if there is any, and what it costs to stand there."""

_Taken = tuple[list[Box], list[Box]]
"""Names, which no other may meet, and marks, which it had better not."""

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


def _best(point: Round, size: Point, taken: _Taken, room: Box) -> Box | None:
    """Return where a label stands best: around its point, or else anywhere in the room where that is nearer."""
    found = _better((None, inf), _around(point, size), taken, room)
    for row in range(int(max(room.height - size[1], 0) / _STEP) + 1):
        found = _better(found, _across(point, Box(room.x, room.y + row * _STEP, *size), room, found[1]), taken, room)
    return found[0]


def _better(best: _Choice, boxes: Iterable[tuple[Box, float]], taken: _Taken, room: Box) -> _Choice:
    """Return the best of a choice and of boxes in the room that meet no name, each with how far it is."""
    (chosen, least), (names, marks) = best, taken
    for box, far in boxes:
        if far >= least or not room.holds(box) or any(box.meets(name) for name in names):
            continue
        cost = far + _COVERED * sum(box.meets(mark) for mark in marks)
        if cost < least:
            chosen, least = box, cost
    return chosen, least


def _around(point: Round, size: Point) -> Iterator[tuple[Box, float]]:
    """Yield places for a label around its point, and how far each is from it."""
    (x, y, radius), (wide, high) = point, size
    for distance in (radius + far for far in _DISTANCES):
        for across, down in _SIDES:
            left = x + across * distance + (across - 1) * wide / 2
            top = y + down * distance + (down - 1) * high / 2
            yield Box(left, top, wide, high), distance * hypot(across, down)


def _across(point: Round, first: Box, room: Box, least: float) -> Iterator[tuple[Box, float]]:
    """Yield places for a label in a row of the room that may cost less than the least, and how far each is."""
    x, y, _ = point
    down = abs(nearest((x, y), first)[1] - y)
    if _ELSEWHERE + down >= least:
        return
    reach = sqrt((least - _ELSEWHERE) ** 2 - down**2)
    columns = range(int(max(room.width - first.width, 0) / _STEP) + 1)
    if reach < inf:
        begin = floor((x - reach - first.width - room.x) / _STEP)
        columns = columns[max(begin, 0) : max(ceil((x + reach - room.x) / _STEP) + 1, 0)]
    for column in columns:
        box = Box(room.x + column * _STEP, first.y, first.width, first.height)
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


def leaders(points: Sequence[Round], boxes: Sequence[Box | None]) -> Iterator[str]:
    """Yield a line from the edge of each mark to its label, where it has one."""
    for point, box in zip(points, boxes, strict=True):
        if box is not None:
            (x, y), (to_x, to_y) = leader(point, box)
            yield f'<path class="leader" d="M{x:g} {y:g}L{to_x:g} {to_y:g}"/>'


def beside(x: float, words: tuple[str, ...], box: Box, size: float, kind: str) -> str:
    """Return the words of a label in letters of some size, set towards its mark, which stands at ``x``."""
    side = "end" if box.right < x else "" if box.x > x else "middle"
    start = {"end": box.right - 2, "": box.x + 2, "middle": box.middle[0]}[side]
    return lines((start, box.y + size), words, size, kind, side)


def nearest(point: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to some point."""
    x, y = point
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
