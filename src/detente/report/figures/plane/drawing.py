"""Draw a plane: marks at places that are better for one to the right and better for the other upwards.

Kinds differ in shape, numbers in size. Where there is room, names stand beside their places; on a narrow
screen numbers do, and a list under the drawing says what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.findings.figures.plane import Plane, Spot
from detente.report.drawing.callouts import RAIL, Callouts, aside, listed, near, tall
from detente.report.drawing.gaps import path
from detente.report.drawing.labels import Ground, Point, Round
from detente.report.drawing.lettering import LEADING, one_line, width, wrap
from detente.report.drawing.marks import base, mark
from detente.report.drawing.said import SIZE
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, rectangle, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.plane.field import BASE, Field

_TOP, _FOOT = 24.0, 26.0
_ROOM = 168.0
_BETTER = "better for both"


def draw(spec: Plane, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a plane, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("plane", (anchor, title, description), _sheet(spec, NARROW, False), _sheet(spec, WIDE, True))


def legend(spec: Plane, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    used = [any(spot.kinds[kind] for spot in spec.spots) for kind in range(len(spec.kinds))]
    shapes = [(words, mark(kind, 20, 10, 5)) for kind, words in enumerate(spec.kinds) if used[kind]]
    if any(sum(spot.kinds) > 1 for spot in spec.spots):
        shapes.append(
            ("larger: several in one place, drawn as the first of these kinds", mark(0, 14, 10, 4) + mark(0, 27, 10, 7))
        )
    if spec.base is not None:
        shapes.append(("the status quo", base(20, 10, 5) + mark(0, 20, 10, 4)))
        shapes.append(
            ("better than the status quo for both", '<rect class="better" x="4" y="2" width="32" height="16"/>')
        )
    if spec.frontier:
        shapes.append(("beyond this line nothing is possible", '<path class="frontier" d="M4 4H20V16H36"/>'))
    return tuple((words, swatch("plane", shape)) for words, shape in shapes)


def _sheet(spec: Plane, wide: float, named: bool) -> Sheet:
    """Return a drawing with names if all have room beside their places, else with numbers and a list of them."""
    high = min(max(44.0 * spec.up.steps, 200), 420) if wide > NARROW else 300.0
    plain = Field(spec, Box(1, _TOP, wide - 2, high))
    if named:
        names = [tuple(line for name in pin.names for line in wrap(name, _ROOM, SIZE)) for pin in spec.pins]
        found = near(_points(plain), names, _taken(plain))
        if found is not None:
            return Sheet(wide, plain.box.bottom + _FOOT, _body(plain, found))
    numbers = [(str(number),) for number, _ in enumerate(spec.pins, 1)]
    field, found = plain, near(_points(plain), numbers, _taken(plain))
    if found is None:
        field = Field(spec, Box(1, _TOP, wide - 2 - RAIL, max(high, tall(numbers))))
        found = aside(_points(field), numbers, field.box)
    key = [(number, pin.names) for (number,), pin in zip(numbers, spec.pins, strict=True)]
    body, foot = listed(key, wide, field.box.bottom + _FOOT + 20)
    return Sheet(wide, foot, _body(field, found) + body)


def _body(field: Field, names: Callouts) -> str:
    """Return the field, its marks, and what they are called."""
    squared = base(*field.at(*field.spec.base), BASE) if field.spec.base is not None else ""
    spots = (_spot(field, spot) for spot in field.spec.spots)
    return "".join((*_ground(field, names.boxes), *spots, squared, names.drawn()))


def _ground(field: Field, words: Sequence[Box]) -> Iterator[str]:
    """Yield what lies under the marks: the field, its lines, and what its sides mean."""
    box, spec, better, said = field.box, field.spec, field.better(), _said(field)
    if better is not None:
        yield rectangle("better", better)
    yield rectangle("field", box)
    clear = [*words, said] if said else words
    for name, line in _lines(field):
        yield f'<path class="{name}" d="{path(line, clear)}"/>'
    if said is not None:
        yield text(said.right - 3, said.y + 14, _BETTER, "aside", "end")
    yield text(box.x, _TOP - 8, one_line(f"↑ better for {spec.up.who}", box.width, SIZE), "axis")
    yield text(box.right, box.bottom + 18, one_line(f"better for {spec.across.who} →", box.width, SIZE), "axis", "end")


def _lines(field: Field) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the lines through the field with their classes."""
    box, better = field.box, field.better()
    if better is not None:
        yield "edge", ((better.x, box.y), (better.x, better.bottom), (box.right, better.bottom))
    if field.spec.base is not None:
        x, y = field.at(*field.spec.base)
        yield "through", ((x, box.y), (x, box.bottom))
        yield "through", ((box.x, y), (box.right, y))
    if field.spec.frontier:
        yield "frontier", field.frontier()


def _spot(field: Field, spot: Spot) -> str:
    (x, y), kinds = field.at(spot.x, spot.y), field.spec.kinds
    firmest = next((kind for kind, number in enumerate(spot.kinds) if number), len(kinds) - 1)
    said = "; ".join(f"{number} {words}" for number, words in zip(spot.kinds, kinds, strict=True) if number)
    return titled(said, mark(firmest, x, y, field.radius(spot)))


def _said(field: Field) -> Box | None:
    """Return where the shaded part says what it is, if it has room for that."""
    better, wide = field.better(), width(_BETTER, SIZE)
    if better is None or better.width < wide + 16 or better.height < 48:
        return None
    found = Box(better.right - wide - 8, better.y + 4, wide + 4, SIZE * LEADING)
    return None if any(found.meets(field.around(spot)) for spot in field.spec.spots) else found


def _points(field: Field) -> list[Round]:
    """Return the places that have a name, with how far their marks reach."""
    return [(*field.at(pin.x, pin.y), field.reach(pin.x, pin.y)) for pin in field.spec.pins]


def _taken(field: Field) -> Ground:
    """Return what names keep clear of."""
    said = _said(field)
    marks = (*map(field.around, field.spec.spots), *((said,) if said else ()))
    return Ground(field.box, marks, tuple(pair for _, line in _lines(field) for pair in pairwise(line)))


DRAWER = Drawer(Plane, draw, legend)
