"""Draw a plane: marks at places that are better for one to the right and better for the other upwards.

Kinds differ in shape, numbers in size. Where there is room, names stand beside their places; on a narrow
screen numbers do, and a list under the drawing says what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.findings.figures.plane import Plane, Spot
from detente.report.drawing.labels import beside, leaders, place
from detente.report.drawing.lettering import LEADING, one_line, size_of, width, wrap
from detente.report.drawing.marks import base, mark
from detente.report.drawing.svg import Box, Sheet, frame, lines, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.plane.field import BASE, Field

_SIZE = 14.0
_TOP, _FOOT = 24.0, 26.0
_ROOM = 168.0
_BETTER = "better for both"


def draw(spec: Plane, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a plane, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("plane", (anchor, title, description), _narrow(spec), _wide(spec))


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


def _wide(spec: Plane) -> Sheet:
    field = Field(spec, Box(6, _TOP, 660, min(max(44.0 * spec.up.steps, 200), 400)))
    names = [tuple(line for name in pin.names for line in wrap(name, _ROOM, _SIZE)) for pin in spec.pins]
    return Sheet(672, field.box.bottom + _FOOT, "".join((*_field(field), *_pins(field, names))))


def _narrow(spec: Plane) -> Sheet:
    field = Field(spec, Box(6, _TOP, 268, 268))
    numbers = [(str(number),) for number, _ in enumerate(spec.pins, 1)]
    body = [*_field(field), *_pins(field, numbers)]
    y = field.box.bottom + _FOOT + 20
    for number, pin in enumerate(spec.pins, 1):
        words = tuple(line for name in pin.names for line in wrap(name, 240, _SIZE))
        body += [text(16, y, str(number), "key", "end"), lines((26, y), words, _SIZE)]
        y += _SIZE * LEADING * max(len(words), 1) + 3
    return Sheet(280, y - 8 if spec.pins else field.box.bottom + _FOOT, "".join(body))


def _field(field: Field) -> Iterator[str]:
    box, spec = field.box, field.spec
    better = field.better()
    yield f'<rect class="field" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"/>'
    if better is not None:
        yield (
            f'<rect class="better" x="{better.x:g}" y="{better.y:g}" width="{better.width:g}"'
            f' height="{better.height:g}"/>'
        )
        if _said(field) is not None:
            yield text(better.right - 7, better.y + 18, _BETTER, "aside", "end")
    if spec.base is not None:
        x, y = field.at(*spec.base)
        yield f'<path class="through" d="M{x:g} {box.y:g}V{box.bottom:g}M{box.x:g} {y:g}H{box.right:g}"/>'
    if spec.frontier:
        yield f'<path class="frontier" d="{field.frontier()}"/>'
    yield text(box.x, _TOP - 8, one_line(f"↑ better for {spec.up.who}", box.width, _SIZE), "axis")
    yield text(box.right, box.bottom + 18, one_line(f"better for {spec.across.who} →", box.width, _SIZE), "axis", "end")
    yield from (_spot(field, spot) for spot in spec.spots)


def _spot(field: Field, spot: Spot) -> str:
    (x, y), kinds = field.at(spot.x, spot.y), field.spec.kinds
    firmest = next((kind for kind, number in enumerate(spot.kinds) if number), len(kinds) - 1)
    said = "; ".join(f"{number} {words}" for number, words in zip(spot.kinds, kinds, strict=True) if number)
    return titled(said, mark(firmest, x, y, field.radius(spot)))


def _said(field: Field) -> Box | None:
    """Return where the shaded part says what it is, if it has room for that."""
    better, wide = field.better(), width(_BETTER, _SIZE)
    if better is None or better.width < wide + 16 or better.height < 48:
        return None
    found = Box(better.right - wide - 8, better.y + 4, wide + 4, _SIZE * LEADING)
    return None if any(found.meets(field.around(spot)) for spot in field.spec.spots) else found


def _pins(field: Field, names: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield a name for each pin with a line to its place, and a square around the base."""
    points = [(*field.at(pin.x, pin.y), field.reach(pin.x, pin.y)) for pin in field.spec.pins]
    sizes = [size_of(words, _SIZE) for words in names]
    marks = [field.around(spot) for spot in field.spec.spots]
    said = _said(field)
    boxes = place(points, sizes, [*marks, said] if said else marks, field.box)
    if field.spec.base is not None:
        yield base(*field.at(*field.spec.base), BASE)
    yield from leaders(points, boxes)
    for pin, point, words, box in zip(field.spec.pins, points, names, boxes, strict=True):
        if box is not None:
            yield titled("; ".join(pin.names), beside(point[0], words, box, _SIZE, "name"))


DRAWER = Drawer(Plane, draw, legend)
