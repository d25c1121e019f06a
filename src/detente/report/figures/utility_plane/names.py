"""The names in a utility plane: of its lines, of the packages with numbers, and of what is missing for agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.findings.figures.utility_plane import UtilityPlane
from detente.report.drawing.labels import Point, beside, leaders, place
from detente.report.drawing.lettering import LEADING, size_of, width, wrap
from detente.report.drawing.svg import Box, text
from detente.report.figures.utility_plane.field import UtilityField

SIZE = 14.0
"""Size of the letters [units]."""

MANY = 150
"""Above this number of dots they are smaller, and names keep clear of them only roughly."""

_ROOM, _BLOCK = 150.0, 24.0
_NO_DEAL = "no deal"


def names_in_full(field: UtilityField) -> Iterator[str]:
    """Yield what the packages with numbers stand out as, beside their places, and what is missing."""
    names = [
        tuple(line for number, words in flag.packages for line in wrap(f"{number} {words}".rstrip(), _ROOM, SIZE, 6))
        for flag in field.spec.flags
    ]
    return _flags(field, names, _gap_words(field))


def numbers(field: UtilityField) -> Iterator[str]:
    """Yield the numbers of the packages that have one, beside their places."""
    names = [(", ".join(str(number) for number, _ in flag.packages),) for flag in field.spec.flags]
    return _flags(field, names, ())


def listed(spec: UtilityPlane) -> list[tuple[str, str]]:
    """Return what the numbers stand out as, by number, and what is missing, with no number."""
    entries = sorted(entry for flag in spec.flags for entry in flag.packages if entry[1])
    missing = () if spec.gap is None else (spec.gap.across, spec.gap.up)
    return [*((str(number), words) for number, words in entries), *(("", words) for words in missing if words)]


def line_names(field: UtilityField) -> Iterator[str]:
    """Yield what the lines through the field are, at their ends where the least is to be seen."""
    yield from (text(x, y, _NO_DEAL, "aside", side) for (x, y, side), _ in _no_deal(field))


def _no_deal(field: UtilityField) -> Iterator[tuple[tuple[float, float, str], Box]]:
    """Yield where the lines say what they are, and the room that this takes; only one where both would meet."""
    box, (x, y) = field.box, (field.better().x, field.better().bottom)
    wide, high = width(_NO_DEAL, SIZE) + 8, SIZE * LEADING
    right = x + wide <= box.right
    upright = Box(x if right else x - wide, box.bottom - high - 4, wide, high)
    yield (x + 5 if right else x - 5, box.bottom - 8, "" if right else "end"), upright
    below = y - high - 4 < box.y
    level = Box(box.x, y + 2 if below else y - high - 4, wide, high)
    if not level.meets(upright):
        yield (box.x + 6, round(level.y + SIZE - 1, 2), ""), level


def _flags(field: UtilityField, names: Sequence[tuple[str, ...]], said: Sequence[tuple[Point, str]]) -> Iterator[str]:
    """Yield a ring around each place with numbers, and what it is called with a line to it; then more that is said."""
    spec = field.spec
    far = 7.5 if field.box.width > 400 else 6.0
    points = [(*field.at(flag.x, flag.y), far) for flag in spec.flags]
    points += [(x, y, 0.0) for (x, y), _ in said]
    words = [*names, *(wrap(each, _ROOM, SIZE, 3) for _, each in said)]
    boxes = place(points, [size_of(each, SIZE) for each in words], _covered(field), field.box)
    for (x, y, radius), _ in zip(points, names, strict=False):
        yield f'<circle class="base" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'
    yield from leaders(points, boxes)
    for number, (point, each, box) in enumerate(zip(points, words, boxes, strict=True)):
        if box is not None:
            yield beside(point[0], each, box, SIZE, "name" if number < len(names) else "aside")


def _gap_words(field: UtilityField) -> list[tuple[Point, str]]:
    """Return what is missing in words, each with the middle of the side it is about."""
    gap = field.spec.gap
    if gap is None:
        return []
    (x, y), box = field.at(gap.x, gap.y), field.box
    found = [((x, round((box.y + y) / 2, 2)), gap.across), ((round((x + box.right) / 2, 2), y), gap.up)]
    return [(middle, words) for middle, words in found if words]


def _covered(field: UtilityField) -> list[Box]:
    """Return what names should not cover: other words, and the dots, taken together where they are many."""
    words = [room for _, room in _no_deal(field)]
    places = [field.at(dot.x, dot.y) for dot in field.spec.dots]
    if len(places) <= MANY:
        return [*words, *(Box(x - 4, y - 4, 8, 8) for x, y in places)]
    blocks = sorted({(int(x // _BLOCK), int(y // _BLOCK)) for x, y in places})
    return [*words, *(Box(x * _BLOCK, y * _BLOCK, _BLOCK, _BLOCK) for x, y in blocks)]
