"""Draw a utility plane: packages as dots, what no deal is worth as lines, and names where rules pick.

Where there is room, names stand beside their dots; on a narrow screen numbers do, and a list under the drawing says
what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.findings.figures.utility_plane import UtilityPlane
from detente.report.drawing.callouts import RAIL, Callouts, aside, listed, tall
from detente.report.drawing.gaps import path
from detente.report.drawing.lettering import one_line
from detente.report.drawing.marks import mark
from detente.report.drawing.said import SIZE
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, rectangle, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.utility_plane.field import UtilityField, ticks
from detente.report.figures.utility_plane.names import (
    MANY,
    entries,
    in_full,
    no_deal,
    numbered,
    numbers,
    places,
    through,
)

_TOP, _LEFT, _FOOT = 24.0, 40.0, 44.0
_RADII, _SMALL_RADII = (4.5, 4.5, 2.4), (3.5, 3.5, 1.5)
_SPECK = 2


def draw(spec: UtilityPlane, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a utility plane, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("utility", (anchor, title, description), _sheet(spec, NARROW, False), _sheet(spec, WIDE, True))


def legend(spec: UtilityPlane, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    used = {dot.kind for dot in spec.dots}
    shapes = [(words, _mark(kind, 20, 10, _RADII[kind])) for kind, words in enumerate(spec.kinds) if kind in used]
    shapes.append(("what no deal is worth", '<path class="nodeal" d="M20 1V19"/>'))
    if any(low < high for low, _, high in (spec.across.no_deal, spec.up.no_deal)):
        shapes.append(("what no deal may be worth", '<rect class="doubt" x="10" y="1" width="20" height="18"/>'))
    shapes.append(("no worse than no deal for both", '<rect class="better" x="4" y="2" width="32" height="16"/>'))
    if spec.frontier:
        shapes.append(("beyond this line lies no package", '<path class="frontier" d="M4 4H20V16H36"/>'))
    if spec.gap is not None:
        shapes.append(("the least by which no deal would have to be worse", '<path class="gap" d="M4 4H36V16H4z"/>'))
    return tuple((words, swatch("utility", shape)) for words, shape in shapes)


def _sheet(spec: UtilityPlane, wide: float, named: bool) -> Sheet:
    """Return a drawing with names if all have room beside their places, else with numbers and a list of them."""
    high = 440.0 if wide > NARROW else 290.0
    plain = UtilityField(spec, Box(_LEFT, _TOP, wide - _LEFT - 2, high))
    found = in_full(plain) if named else None
    if found is not None:
        return Sheet(wide, plain.box.bottom + _FOOT, _body(plain, found))
    field, found = plain, numbered(plain)
    if found is None:
        words = numbers(spec)
        field = UtilityField(spec, Box(_LEFT, _TOP, wide - _LEFT - RAIL - 2, max(high, tall(words))))
        found = aside(places(field), words, field.box)
    body, foot = listed(entries(spec), wide, field.box.bottom + _FOOT + 18)
    return Sheet(wide, foot, _body(field, found) + body)


def _body(field: UtilityField, names: Callouts) -> str:
    """Return the field with its lines and dots, and what is to be said beside them."""
    spec = field.spec
    rings = (f'<circle class="base" cx="{x:g}" cy="{y:g}" r="{far:g}"/>' for x, y, far in places(field))
    body = [rectangle("better", field.better()), *(rectangle("doubt", stripe) for stripe in field.doubts())]
    missing = field.missing()
    if missing is not None:
        outer, inner = missing
        body.append(f'<path class="gap" fill-rule="evenodd" d="{_corner(outer)}{_corner(inner)}"/>')
    body.append(rectangle("field", field.box))
    said = tuple(no_deal(field))
    clear = [*names.boxes, *(each.box for each in said)]
    for name, line in through(field):
        body.append(f'<path class="{name}" d="{path(line, clear)}"/>')
    body += [*_axes(field), *_dots(field), *(each.drawn() for each in said)]
    return "".join((*body, *rings, names.drawn(len(spec.flags))))


def _corner(box: Box) -> str:
    return f"M{box.x:g} {box.y:g}V{box.bottom:g}H{box.right:g}V{box.y:g}z"


def _axes(field: UtilityField) -> Iterator[str]:
    box, spec = field.box, field.spec
    for value in ticks(spec.across.low, spec.across.high, int(box.width // 60)):
        x = field.across(value)
        yield f'<path class="tickmark" d="M{x:g} {box.bottom:g}v4"/>' + text(
            x, box.bottom + 18, f"{value:g}", "tick", "middle"
        )
    for value in ticks(spec.up.low, spec.up.high, int(box.height // 45)):
        y = field.up(value)
        yield f'<path class="tickmark" d="M{box.x:g} {y:g}h-4"/>' + text(box.x - 7, y + 5, f"{value:g}", "tick", "end")
    yield text(4, _TOP - 8, one_line(f"↑ worth to {spec.up.who}", box.right - 4, SIZE), "axis")
    yield text(
        box.right, box.bottom + 38, one_line(f"worth to {spec.across.who} →", box.right - 4, SIZE), "axis", "end"
    )


def _dots(field: UtilityField) -> Iterator[str]:
    """Yield the dots, those in the zone last, so that they lie on the others."""
    specks = [field.at(dot.x, dot.y) for dot in field.spec.dots if dot.kind == _SPECK]
    radii = _radii(field)
    if specks:
        path = "".join(f"M{x:g} {y:g}h0" for x, y in specks)
        yield f'<path class="speck" stroke-width="{2 * radii[_SPECK]:g}" d="{path}"/>'
    for kind in (1, 0):
        for dot in field.spec.dots:
            if dot.kind == kind:
                yield titled(dot.title, _mark(kind, *field.at(dot.x, dot.y), radii[kind]))


def _radii(field: UtilityField) -> tuple[float, float, float]:
    """Return the radius of a dot of each kind: smaller where there are many, or little room [units]."""
    first, second, last = _SMALL_RADII if len(field.spec.dots) > MANY else _RADII
    scale = 1.0 if field.box.width > 400 else 0.75
    return first * scale, second * scale, last * scale


def _mark(kind: int, x: float, y: float, radius: float) -> str:
    if kind == _SPECK:
        return f'<path class="speck" stroke-width="{2 * radius:g}" d="M{x:g} {y:g}h0"/>'
    return mark(kind, x, y, radius)


DRAWER = Drawer(UtilityPlane, draw, legend)
