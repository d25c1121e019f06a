"""The names in a utility plane: of its lines, of the packages with numbers, and of what is missing for agreement."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.findings.figures.utility_plane import UtilityPlane
from detente.report.drawing.callouts import Callouts, Words, near
from detente.report.drawing.labels import Ground, Point, Round
from detente.report.drawing.lettering import wrap
from detente.report.drawing.said import SIZE, Said
from detente.report.drawing.svg import Box
from detente.report.figures.utility_plane.field import UtilityField

MANY = 150
"""Above this number of dots they are smaller."""

NO_DEAL = "no deal"
"""What the lines of no deal are called."""

_ROOM, _STEP = 150.0, 12.0


def in_full(field: UtilityField) -> Callouts | None:
    """Return what the packages with numbers stand out as, beside their places, and then what is missing."""
    names = [
        tuple(line for number, words in flag.packages for line in wrap(f"{number} {words}".rstrip(), _ROOM, SIZE, 6))
        for flag in field.spec.flags
    ]
    said = _missing(field)
    points = [*places(field), *((x, y, 0.0) for (x, y), _ in said)]
    return near(points, [*names, *(wrap(words, _ROOM, SIZE, 3) for _, words in said)], _ground(field))


def numbered(field: UtilityField) -> Callouts | None:
    """Return the numbers of the packages that have one, beside their places."""
    return near(places(field), numbers(field.spec), _ground(field))


def numbers(spec: UtilityPlane) -> list[Words]:
    """Return the numbers at each place that has some."""
    return [(", ".join(str(number) for number, _ in flag.packages),) for flag in spec.flags]


def entries(spec: UtilityPlane) -> list[tuple[str, Words]]:
    """Return what the numbers stand out as, by number, and what is missing, with no number."""
    named = sorted(entry for flag in spec.flags for entry in flag.packages if entry[1])
    missing = () if spec.gap is None else (spec.gap.across, spec.gap.up)
    return [*((str(number), (words,)) for number, words in named), *(("", (words,)) for words in missing if words)]


def places(field: UtilityField) -> list[Round]:
    """Return the places with numbers, and how far the rings around them reach."""
    far = 7.5 if field.box.width > 400 else 6.0
    return [(*field.at(flag.x, flag.y), far) for flag in field.spec.flags]


def through(field: UtilityField) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the lines through the field with their classes."""
    box, missing = field.box, field.missing()
    x, y = field.better().x, field.better().bottom
    if missing is not None:
        (outer, inner) = missing
        yield "lack", ((outer.x, box.y), (outer.x, outer.bottom), (box.right, outer.bottom))
        yield "lack", ((inner.x, box.y), (inner.x, inner.bottom), (box.right, inner.bottom))
    yield "nodeal", ((x, box.y), (x, box.bottom))
    yield "nodeal", ((box.x, y), (box.right, y))
    if field.spec.frontier:
        yield "frontier", field.frontier()


def no_deal(field: UtilityField) -> Iterator[Said]:
    """Yield what the lines through the field are, where no dot lies; for a line without such a place, nothing."""
    dots = _dots(field)
    taken: list[Box] = []
    for places_ in (_upright(field), _level(field)):
        free = (said for said in places_ if not any(said.box.meets(box) for box in (*dots, *taken)))
        said = next((said for said in free if field.box.holds(said.box)), None)
        if said is not None:
            taken.append(said.box)
            yield said


def _upright(field: UtilityField) -> Iterator[Said]:
    """Yield places for words beside the upright line, the lowest first."""
    x, box = field.better().x, field.box
    for k in range(int(box.height / _STEP)):
        y = round(box.bottom - 8 - k * _STEP, 1)
        yield Said(x + 5, y, (NO_DEAL,), "aside")
        yield Said(x - 5, y, (NO_DEAL,), "aside", "end")


def _level(field: UtilityField) -> Iterator[Said]:
    """Yield places for words over and under the level line, those on the left first."""
    y, box = field.better().bottom, field.box
    for k in range(int(box.width / _STEP)):
        x = round(box.x + 6 + k * _STEP, 1)
        yield Said(x, y - 7, (NO_DEAL,), "aside")
        yield Said(x, round(y + SIZE + 2, 1), (NO_DEAL,), "aside")


def _dots(field: UtilityField) -> list[Box]:
    return [Box(x - 4, y - 4, 8, 8) for x, y in (field.at(dot.x, dot.y) for dot in field.spec.dots)]


def _missing(field: UtilityField) -> list[tuple[Point, str]]:
    """Return what is missing in words, each with the middle of the side it is about."""
    gap = field.spec.gap
    if gap is None:
        return []
    (x, y), box = field.at(gap.x, gap.y), field.box
    found = [((x, round((box.y + y) / 2, 1)), gap.across), ((round((x + box.right) / 2, 1), y), gap.up)]
    return [(middle, words) for middle, words in found if words]


def _ground(field: UtilityField) -> Ground:
    """Return what names keep clear of: other words, the dots, and, where they can, the lines."""
    marks = (*(said.box for said in no_deal(field)), *_dots(field))
    return Ground(field.box, marks, tuple(pair for _, line in through(field) for pair in pairwise(line)))
