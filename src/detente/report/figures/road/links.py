"""The arrows of a road: down from what comes first, then across to what waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.findings.figures.road import Link
from detente.report.drawing.svg import Box
from detente.report.figures.road.layout import POINT, RoadLayout

HEAD = 8.0
_FAR, _STEP, _APART = 9.0, 6.0, 6.0
_SHORT, _OVER = 15.0, 13.0
"""What is too short for an arrow across, and how high above a mark an arrow passes that then comes down [units]."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arrow:
    """The points of an arrow's line, the last one its tip, and the direction it ends in [a vector of length 1]."""

    points: tuple[Point, ...]
    towards: Point


def arrows(layout: RoadLayout) -> Iterator[Arrow]:
    """Yield the arrow of each link."""
    links = layout.spec.links
    downs = _downs(layout)
    across: dict[int, list[int]] = {}
    for k, link in enumerate(links):
        if not _meets(layout, link, downs[k]):
            across.setdefault(link.target, []).append(k)
    for k, link in enumerate(links):
        beside = across.get(link.target, [])
        middle = (len(beside) - 1) / 2
        high = (beside.index(k) - middle) * min(_APART, 12 / max(middle, 1)) if k in beside else 0.0
        yield _arrow(layout, link, downs[k], high)


def reach(layout: RoadLayout, number: int) -> Box:
    """Return the rectangle of a step's mark, with its open end."""
    shape, stage = layout.entries[number].shape, layout.spec.stages[number]
    if stage.earliest is not None and stage.latest is None:
        return Box(shape.x, shape.y, layout.end - shape.x, shape.height)
    return shape


def _downs(layout: RoadLayout) -> list[float]:
    """Return where each arrow goes down: clear of the marks between, and of others' arrows, where it can."""
    taken: dict[int, list[Link]] = {}
    found: list[float] = []
    for link in layout.spec.links:
        free = [x for x in _places(layout, link) if not _crosses(layout, link, x)]
        places = free or list(_places(layout, link))
        mine = [x for x in places if all(_shares(link, other) for other in taken.get(round(x), ()))]
        x = (mine or places)[0]
        taken.setdefault(round(x), []).append(link)
        found.append(round(x, 1))
    return found


def _places(layout: RoadLayout, link: Link) -> Iterator[float]:
    """Yield where an arrow could go down: under the mark of its source, then to the left and to the right of it."""
    shape = layout.entries[link.source].shape
    yield shape.x + POINT
    yield from (x for x in (shape.x - _FAR - _STEP * k for k in range(4)) if x >= layout.names + 2)
    if shape.right + _FAR <= layout.end - 2:
        yield shape.right + _FAR


def _crosses(layout: RoadLayout, link: Link, x: float) -> bool:
    """Return whether a mark between two steps lies where an arrow would go down."""
    between = (layout.entries[k].shape for k in range(link.source + 1, link.target))
    return any(box.x - 3 < x < box.right + 3 for box in between)


def _shares(link: Link, other: Link) -> bool:
    """Return whether two arrows may go down at one place: from one step, or one below the other."""
    return link.source == other.source or link.source >= other.target or other.source >= link.target


def _meets(layout: RoadLayout, link: Link, x: float) -> bool:
    """Return whether what goes down there comes upon the mark of the target from above, or nearly so."""
    goal = reach(layout, link.target)
    return goal.x - _SHORT <= x <= goal.right + 1


def _arrow(layout: RoadLayout, link: Link, x: float, high: float) -> Arrow:
    source, target = layout.entries[link.source].shape, layout.entries[link.target].shape
    goal = reach(layout, link.target)
    side, y = source.middle[1], target.middle[1] + high
    start: tuple[Point, ...] = ((x, source.bottom),)
    if not source.x <= x <= source.right:
        start = ((source.x if x < source.x else source.right, side), (x, side))
    if _meets(layout, link, x) and x < goal.x - 1:
        above, over = target.y - _OVER, target.x + min(5.0, target.width / 2)
        return Arrow((*start, (x, above), (over, above), (over, target.y)), (0, 1))
    if _meets(layout, link, x):
        return Arrow((*start, (x, target.y if x <= target.right else target.middle[1] - 3)), (0, 1))
    if x > goal.right:
        return Arrow((*start, (x, y), (goal.right + 1, y)), (-1, 0))
    return Arrow((*start, (x, y), (goal.x - 1, y)), (1, 0))
