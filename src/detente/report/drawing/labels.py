"""Labels: a place for each name, near what it names, where it covers no other name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, hypot, inf, sqrt

from detente.report.drawing.gaps import crosses
from detente.report.drawing.svg import Box, lines

Point = tuple[float, float]
Round = tuple[float, float, float]
"""The middle of a mark, and its radius."""

Line = tuple[Point, Point]
"""The ends of a straight line."""

_DISTANCES = (4, 9, 16, 26, 38, 52, 68, 88, 110, 135, 160)
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_CROSSED, _STEP, _ELSEWHERE = 12.0, 6.0, 40.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What there is before labels.

    Attributes
    ----------
    room
        Where labels may stand.
    marks
        What no label covers.
    lines
        What labels had better not cross: see :mod:`~detente.report.drawing.gaps`.
    reach
        How far from its mark a label may stand [units].
    names
        Names that stand already, each with the line to it.
    """

    room: Box
    marks: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    reach: float = inf
    names: tuple[tuple[Box, Line], ...] = ()


_Placed = Sequence[tuple[Box, Line]]
"""Names that stand already, and the lines to them."""


def place(points: Sequence[Round], sizes: Sequence[Point], ground: Ground) -> tuple[Box, ...] | None:
    """Return a box for each point's label: inside the room, and meeting no mark, no other label and no line to one.

    Near comes before far, and across no line before across some. Where nothing near is free, the whole room is
    searched.

    Parameters
    ----------
    points
        What is labelled: middle and radius [units].
    sizes
        Width and height of each label [units].
    ground
        Where labels may stand, and what they keep clear of.

    Returns
    -------
    tuple of Box or None
        One for each point; ``None`` where those before it leave one of them no place, as can happen in a crowd.
    """
    placed = [*ground.names]
    spots = tuple(Box(x - far, y - far, 2 * far, 2 * far) for x, y, far in points)
    whole = replace(ground, marks=(*ground.marks, *spots))
    for point, size in zip(points, sizes, strict=True):
        box = _best(point, size, whole, placed)
        if box is None:
            return None
        placed.append((box, leader(point, box)))
    return tuple(box for box, _ in placed[len(ground.names) :])


def rail(points: Sequence[Round], sizes: Sequence[Point], room: Box) -> tuple[Box, ...]:
    """Return a box for each point's label in a column to the right of all of them, in the order of the points.

    They stand as near to the height of their points as those above leave room for.
    """
    order = sorted(range(len(points)), key=lambda k: (points[k][1], points[k][0], k))
    found: dict[int, Box] = {}
    foot = room.bottom - sum(high for _, high in sizes)
    top = room.y
    for k in order:
        wide, high = sizes[k]
        foot += high
        y = max(min(points[k][1] - high / 2, foot - high), top)
        found[k] = Box(room.x, y, wide, high)
        top = y + high
    return tuple(found[k] for k in range(len(points)))


def _best(point: Round, size: Point, ground: Ground, placed: _Placed) -> Box | None:
    """Return where a label stands best: around its point, or else anywhere in the room where that is nearer."""
    chosen, least, room = None, inf, ground.room
    rows = range(int(max(room.height - size[1], 0) / _STEP) + 1 if ground.reach > _ELSEWHERE else 0)
    firsts = [Box(room.x, room.y + row * _STEP, *size) for row in rows]
    for first in (None, *firsts):
        boxes = _around(point, size) if first is None else _across(point, first, room, least)
        level = ground if first is None else replace(ground, marks=tuple(_level(ground.marks, first)))
        for box, far in boxes:
            if far >= least or far > ground.reach + point[2] or not _is_free(point, box, level, placed):
                continue
            cost = far + _CROSSED * sum(crosses(*line, box) for line in ground.lines)
            if cost < least:
                chosen, least = box, cost
    return chosen


def _level(marks: Sequence[Box], row: Box) -> Iterator[Box]:
    """Yield the marks that a box in the same row could meet."""
    top, bottom = row.y, row.bottom
    return (mark for mark in marks if mark.y < bottom and top < mark.bottom)


def _is_free(point: Round, box: Box, ground: Ground, placed: _Placed) -> bool:
    """Return whether a label stands in the room and clear of marks, of other labels, and of the lines to any."""
    if not ground.room.holds(box) or any(map(box.meets, ground.marks)):
        return False
    if any(box.meets(name) or crosses(*line, box) for name, line in placed):
        return False
    mine = leader(point, box)
    return not any(crosses(*mine, name) for name, _ in placed)


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


def leader(point: Round, box: Box) -> Line:
    """Return the ends of the line from the edge of a mark to the nearest edge of its label."""
    x, y, radius = point
    near = nearest((x, y), box)
    length = hypot(near[0] - x, near[1] - y)
    if length <= radius:
        return near, near
    return (x + (near[0] - x) / length * radius, y + (near[1] - y) / length * radius), near


def beside(x: float, words: tuple[str, ...], box: Box, size: float, kind: str) -> str:
    """Return the words of a label in letters of some size, set towards its mark, which stands at ``x``."""
    side = "end" if box.right < x else "" if box.x > x else "middle"
    start = {"end": box.right - 2, "": box.x + 2, "middle": box.middle[0]}[side]
    return lines((start, box.y + size), words, size, kind, side)


def nearest(point: Point, box: Box) -> Point:
    """Return the point of a box that is nearest to some point."""
    x, y = point
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
