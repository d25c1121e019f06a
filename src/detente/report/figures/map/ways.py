"""Ways in a map: how wide each is, where it leaves the map, and how what changes on it is told from what does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import hypot

from detente.findings.figures.map import Map, Way
from detente.report.drawing import gaps
from detente.report.drawing.svg import Box, titled
from detente.report.figures.map.projection import Point, Projection

_THINNEST = 1.2
_TELLS = 0.5
"""From which difference in width on a change is drawn [units]."""

_CASE = 2.4
"""How much wider a way is drawn at least where a change on it is [units]."""

_HEAD = 9.0


@dataclass(frozen=True, slots=True)
class Course:
    """A way as it is drawn.

    Attributes
    ----------
    way
        What it draws.
    start, end
        Where it begins and ends in the map [units].
    leaves
        Number of the place outside the map that it leads to from ``end``, or ``None``.
    inner, outer
        Width of what is alike in both cases, and of what is there in the case with more [units].
    """

    way: Way
    start: Point
    end: Point
    leaves: int | None
    inner: float
    outer: float

    @property
    def kind(self) -> str:
        """Class of its line: whether more goes along it, less, as much, or nothing at all."""
        if not max(self.way.before, self.way.after):
            return "shut"
        if self.outer - self.inner < _TELLS:
            return "same"
        return "more" if self.way.after > self.way.before else "less"

    @property
    def width(self) -> float:
        """How wide it is altogether [units]."""
        if self.kind in ("more", "less"):
            return max(self.outer, self.inner + _CASE if self.inner else 0.0, _CASE)
        return max(self.outer, _THINNEST)


def courses(spec: Map, projection: Projection) -> tuple[Course, ...]:
    """Return the ways that can be seen, the widest first: those that carry something, and those in dispute."""
    found = [
        course
        for way in spec.ways
        if (max(way.before, way.after) > 0 or way.disputed) and (course := _course(spec, way, projection)) is not None
    ]
    return tuple(sorted(found, key=lambda course: -course.width))


def units(spec: Map, projection: Projection) -> float:
    """Return how wide one unit of what is carried is drawn: the way with most is the widest line [units]."""
    most = greatest(spec)
    return (5 + projection.box.width / 120) / most if most > 0 else 0.0


def greatest(spec: Map) -> float:
    """Return the most that goes along a way."""
    return max((max(way.before, way.after) for way in spec.ways), default=0.0)


def drawn(courses: Sequence[Course], words: Sequence[Box], box: Box) -> str:
    """Return ways, with gaps where words stand, and with heads where they leave the map, whose edges are a box's.

    Those of one kind and width that follow one another are one shape, but for those that say how they change.
    """
    alike = groupby(courses, lambda course: course if _changes(course) else (course.kind, f"{course.width:.3g}"))
    return "".join(_shape(list(group), words, box) for _, group in alike)


def _shape(courses: Sequence[Course], words: Sequence[Box], box: Box) -> str:
    first, wide = courses[0], courses[0].width
    clear = [Box(w.x - wide / 2, w.y - wide / 2, w.width + wide, w.height + wide) for w in words]
    d = "".join(gaps.path((course.start, course.end), clear) for course in courses)
    body = f'<path class="way {first.kind}" stroke-width="{wide:.3g}" d="{d}"/>' if d else ""
    if _changes(first) and first.inner and d:
        body += f'<path class="way same" stroke-width="{max(first.inner, _THINNEST):.3g}" d="{d}"/>'
    heads = "".join(_head(course, box) for course in courses if course.leaves is not None)
    body += f'<path class="out" d="{heads}"/>' if heads else ""
    return titled(first.way.title if _changes(first) else "", body) if body else ""


def _changes(course: Course) -> bool:
    return course.kind in ("more", "less")


def _course(spec: Map, way: Way, projection: Projection) -> Course | None:
    """Return a way from an end in the map to the other end, or to the edge; ``None`` where no end is in the map."""
    (one, inside), (other, also) = (_end(spec, number, projection) for number in (way.one, way.other))
    if not (inside or also):
        return None
    start, end, far = (one, other, way.other) if inside else (other, one, way.one)
    inner, outer = sorted(amount * units(spec, projection) for amount in (way.before, way.after))
    if inside and also:
        return Course(way, start, end, None, inner, outer)
    return Course(way, start, _edge(start, end, projection.box), far, inner, outer)


def _end(spec: Map, number: int, projection: Projection) -> tuple[Point, bool]:
    place = spec.places[number]
    west, south, east, north = projection.window
    x, y = projection.at(place.lon, place.lat)
    return (float(round(x)), float(round(y))), west <= place.lon <= east and south <= place.lat <= north


def _edge(start: Point, end: Point, box: Box) -> Point:
    """Return where a line from a point in a box to one outside meets its edge."""
    shares = [1.0]
    for at, to, low, high in ((start[0], end[0], box.x, box.right), (start[1], end[1], box.y, box.bottom)):
        if to > high:
            shares.append((high - at) / (to - at))
        elif to < low:
            shares.append((low - at) / (to - at))
    share = min(shares)
    return round(start[0] + share * (end[0] - start[0]), 1), round(start[1] + share * (end[1] - start[1]), 1)


def _head(course: Course, box: Box) -> str:
    """Return the path of the head of a way that leaves the map, with its tip at the edge and no corner beyond."""
    (x, y), (from_x, from_y) = course.end, course.start
    long = hypot(x - from_x, y - from_y)
    if long < 1:
        return ""
    across, down = (x - from_x) / long, (y - from_y) / long
    half = max(course.width / 2 + 2, 4)
    back = (x - across * _HEAD, y - down * _HEAD)
    corners = [
        (x, y),
        (back[0] - down * half, back[1] + across * half),
        (back[0] + down * half, back[1] - across * half),
    ]
    kept = ((min(max(at, box.x), box.right), min(max(to, box.y), box.bottom)) for at, to in corners)
    return f"M{'L'.join(f'{at:.0f} {to:.0f}' for at, to in kept)}z"


def along(course: Course) -> Iterator[Box]:
    """Yield squares that together cover a way, and what a gap in it would clear around words [units]."""
    (x, y), (to_x, to_y) = course.start, course.end
    half = course.width / 2 + 2
    steps = max(int(hypot(to_x - x, to_y - y) / half), 1)
    for step in range(steps + 1):
        share = step / steps
        yield Box(x + share * (to_x - x) - half, y + share * (to_y - y) - half, 2 * half, 2 * half)


def tip(course: Course) -> Box:
    """Return what the head of a way that leaves the map takes up [units]."""
    x, y = course.end
    far = _HEAD + max(course.width / 2 - 2, 0)
    return Box(x - far, y - far, 2 * far, 2 * far)
