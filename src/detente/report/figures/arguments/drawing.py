"""Draw arguments: conclusions below what they rest on, with lines from each ground to all that rests on it.

Every difference is one of shape as well as of colour: a conclusion is a disc and what is none a ring, a line from a
conclusion is thicker, a square on the way into a conclusion is its warrant, diamonds are other readings, and a cross
is what would overturn it. Where a line meets another it has a dot only if it leads on into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from detente.findings.figures.arguments import Arguments, Point
from detente.report.drawing.marks import mark
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, swatch
from detente.report.figures.arguments.layout import (
    DIAMOND,
    MARK,
    MOST_SIGNS,
    ArgumentsLayout,
    Line,
    Row,
    lay,
    more_said,
)
from detente.report.figures.drawer import Drawer

_TIP, _RING, _WARRANT = 6.0, 4.5, 3.0


def draw(spec: Arguments, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of arguments, all text escaped; see :class:`~detente.report.figures.drawer.Drawer`."""
    return frame("arguments", (anchor, title, description), _sheet(lay(spec, NARROW)), _sheet(lay(spec, WIDE)))


def legend(spec: Arguments, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    points = spec.points
    borne = {number for point in points for number in point.rests_on}
    ways = _path("ground-line", "M2 5H32") * any(not points[k].concluded for k in borne)
    ways += _path("borne", "M2 14H32") * any(points[k].concluded for k in borne)
    shown = (
        (any(point.concluded for point in points), "a conclusion", mark(0, 20, 10, MARK)),
        (any(not point.concluded for point in points), "another ground", mark(1, 20, 10, _RING)),
        (bool(borne), "what rests on it; thicker from a conclusion", ways + _path("tip", _tip(38, 10))),
        (
            any(point.warranted and point.rests_on for point in points),
            "why it follows is said",
            _path("tip", _square(20, 10)),
        ),
        (any(point.rivals for point in points), "another reading", _path("rival", _diamond(20, 10))),
        (any(point.overturned for point in points), "what would overturn it is said", _path("cross", _cross(20, 10))),
    )
    return tuple((words, swatch("arguments", shape)) for used, words, shape in shown if used)


def _sheet(layout: ArgumentsLayout) -> Sheet:
    rows, lines = layout.rows, layout.lines
    plain, strong = ([line for line in lines if rows[line.source].point.concluded is kind] for kind in (False, True))
    body = [
        _joined("ground-line", (_way(layout, line) for line in plain)),
        _joined("borne", (_way(layout, line) for line in strong)),
        _joined("dot", (_dot(line.x, rows[k].way_in) for line in lines for k in line.targets[:-1])),
        _joined("tip", _solid(layout)),
        *(_mark(layout.marks, row) for row in rows),
        _joined("rival", _signs(layout, lambda point: min(point.rivals, MOST_SIGNS), _diamond)),
        _joined("cross", (_cross(layout.wide - DIAMOND / 2, row.y) for row in rows if row.point.overturned)),
        *(row.said.drawn() for row in rows),
        *(more_said(row.point, layout.signs + MOST_SIGNS * DIAMOND, row.y + 5).drawn() for row in rows),
    ]
    return Sheet(layout.wide, round(rows[-1].bottom if rows else 20.0, 1), "".join(body))


def _joined(kind: str, steps: Iterable[str]) -> str:
    """Return shapes of a kind as one."""
    return _path(kind, found) if (found := "".join(steps)) else ""


def _path(kind: str, steps: str) -> str:
    return f'<path class="{kind}" d="{steps}"/>'


def _way(layout: ArgumentsLayout, line: Line) -> str:
    """Return the line of a point: out of its mark, down, and into the mark of each that rests on it."""
    source = layout.rows[line.source]
    targets = [layout.rows[k] for k in line.targets]
    begin = layout.marks - (MARK if source.point.concluded else _RING)
    down = f"M{begin:g} {source.way_out:g}H{line.x:g}V{targets[-1].way_in:g}"
    end = layout.marks - MARK - _TIP
    return down + f"H{end:g}" + "".join(f"M{line.x:g} {row.way_in:g}H{end:g}" for row in targets[:-1])


def _solid(layout: ArgumentsLayout) -> Iterator[str]:
    """Yield the tips of arrows, and the warrants on the way to them."""
    for row in layout.rows:
        if not row.point.rests_on:
            continue
        yield _tip(layout.marks - MARK, row.way_in)
        if row.point.warranted:
            yield _square(layout.marks - MARK - _TIP - 6, row.way_in)


def _signs(
    layout: ArgumentsLayout, number: Callable[[Point], int], shape: Callable[[float, float], str]
) -> Iterator[str]:
    for row in layout.rows:
        yield from (shape(layout.signs + DIAMOND * (k + 0.5), row.y) for k in range(number(row.point)))


def _mark(x: float, row: Row) -> str:
    return mark(0, x, row.y, MARK) if row.point.concluded else mark(1, x, row.y, _RING)


def _tip(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l{-_TIP:g}-4v8z"


def _square(x: float, y: float) -> str:
    return f"M{x - _WARRANT:g} {y - _WARRANT:g}h{2 * _WARRANT:g}v{2 * _WARRANT:g}h{-2 * _WARRANT:g}z"


def _dot(x: float, y: float) -> str:
    return f"M{x:g} {y:g}h0"


def _diamond(x: float, y: float) -> str:
    return f"M{x:g} {y - 5:g}l5 5-5 5-5-5z"


def _cross(x: float, y: float) -> str:
    return f"M{x - 4:g} {y - 4:g}l8 8m0-8-8 8"


DRAWER = Drawer(Arguments, draw, legend)
