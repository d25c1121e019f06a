"""Draw a map: countries, the ways between places as wide as what goes along them, and names where there is room."""

from __future__ import annotations

from math import floor, log10

from detente.findings.figures.map import Map
from detente.report.drawing.callouts import listed
from detente.report.drawing.lettering import one_line
from detente.report.drawing.said import SIZE
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, rectangle, swatch, text
from detente.report.figures.drawer import Drawer
from detente.report.figures.map.cropping import cropped
from detente.report.figures.map.land import land, outlines
from detente.report.figures.map.names import Names
from detente.report.figures.map.names import drawn as drawn_names
from detente.report.figures.map.projection import Projection, fitted
from detente.report.figures.map.ways import courses, drawn, greatest, units

_BROAD = 1.4
"""How many times as wide as high a narrow map is at most."""

_DOTS = {WIDE: (4.0, 2.8), NARROW: (3.4, 2.4)}
_LONGEST, _SAMPLE = 120.0, 30.0


def draw(spec: Map, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a map, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("map", (anchor, title, description), _sheet(cropped(spec, _BROAD), NARROW), _sheet(spec, WIDE))


def legend(spec: Map, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    names = ("same", "more", "less", "shut")
    found = courses(spec, fitted(spec, WIDE))
    used = {course.kind for course in found} | ({"same"} if any(course.inner for course in found) else set())
    shapes = [
        (words, f'<path class="way {name}" stroke-width="{2 if name == "shut" else 5}" d="M5 10H35"/>')
        for name, words in zip(names, spec.kinds, strict=True)
        if name in used
    ]
    shapes.append(("water", '<rect class="ground sea" x="4" y="2" width="32" height="16"/>'))
    return tuple((words, swatch("map", shape)) for words, shape in shapes)


def _sheet(spec: Map, wide: float) -> Sheet:
    projection = fitted(spec, wide)
    names = Names(spec, projection, courses(spec, projection), _DOTS[wide])
    box, words = projection.box, names.boxes
    entries = [(name.words[0], name.entry) for name in names.placed if name.entry]
    body = [
        rectangle("ground sea", box),
        land(spec, projection),
        outlines(spec, projection, words),
        drawn(names.courses, words, box),
        *(_dot(*names.spot(each), important=each.important) for each in reversed(names.shown)),
        rectangle("field", box),
        drawn_names(names),
    ]
    scales, foot = _scales(spec, projection)
    key, below = listed(entries, wide, foot + 18)
    return Sheet(wide, below if entries else foot, "".join((*body, scales, key)))


def _dot(x: float, y: float, far: float, *, important: bool) -> str:
    return f'<circle class="{"disc" if important else "ring"}" cx="{x:g}" cy="{y:g}" r="{far:g}"/>'


def _scales(spec: Map, projection: Projection) -> tuple[str, float]:
    """Return a line as long as a round number of kilometres, one as wide as a round amount, and their lower end."""
    km = _round(projection.km(_LONGEST))
    long, y, box = km / projection.km(1.0), projection.box.bottom + 16, projection.box
    line = f'<path class="tickmark scale" d="M1 {y - 4:g}v8M1 {y:g}H{1 + long:.1f}M{1 + long:.1f} {y - 4:g}v8"/>'
    body = line + text(round(long + 9, 1), y + 5, f"{km:,g} km", "tick")
    if not greatest(spec):
        return body, y + 12
    x, y = (box.width / 2, y) if box.width > NARROW else (8.0, y + 22)
    amount = _round(greatest(spec))
    wide = amount * units(spec, projection)
    sample = f'<path class="way same" stroke-width="{wide:.3g}" d="M{x:g} {y:g}h{_SAMPLE:g}"/>'
    words = one_line(f"{amount:,g} {spec.unit}", box.right - x - _SAMPLE - 12, SIZE)
    return body + sample + text(round(x + _SAMPLE + 12, 1), y + 5, words, "tick"), y + 12


def _round(most: float) -> float:
    """Return the greatest of 1, 2, 5, 10, 20 … that is not greater."""
    power = 10.0 ** floor(log10(most))
    return float(next(step * power for step in (5, 2, 1) if step * power <= most * (1 + 1e-9)))


DRAWER = Drawer(Map, draw, legend)
