"""Draw packages: why each is shown, what it changes, and for every side a bar and the gain in words.

Bars go to the right of the line of no deal for a gain, to the left for a loss. In the wide drawing names, bars and
words stand in columns of their own; in the narrow one names and words stand over the bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from detente.findings.figures.packages import Package, Packages, Side
from detente.report.drawing.lettering import BOLD, LEADING, width, wrap
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, lines, swatch, text
from detente.report.figures.drawer import Drawer

_SIZE, _BAR, _EDGE, _GAP = 14.0, 10.0, 4.0, 14.0
_LEADED = _SIZE * LEADING
_AXIS = "no deal"


def draw(spec: Packages, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of packages, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    narrow, wide = _sheet(spec, _stacked(spec)), _sheet(spec, _columns(spec))
    return frame("packages", (anchor, title, description), narrow, wide)


def legend(spec: Packages, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    sides = [side for package in spec.packages for side in package.sides]
    free = [side for side in sides if not side.barred]
    shown = (
        (any(side.at > 0 for side in free), "a gain", _line(8, 10) + _bar(8, 32, 1, 10)),
        (any(side.at < 0 for side in free), "a loss", _line(32, 10) + _bar(32, 8, -1, 10)),
        (any(side.at == 0 for side in free), "neither", _line(20, 10) + _bar(20, 20, 0, 10)),
        (any(side.barred for side in sides), "accepted in no case", _line(20, 10) + _barrier(20, 10)),
        (bool(spec.bounds), spec.bounds, _stretch(6, 34, 10)),
    )
    return tuple((words, swatch("packages", shape)) for used, words, shape in shown if used)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand across a drawing.

    Attributes
    ----------
    wide
        Its width [units].
    left, right
        Between which edges bars may lie [units].
    low, high
        The gains at these edges.
    stacked
        Whether names and words stand over the bars.
    """

    wide: float
    left: float
    right: float
    low: float
    high: float
    stacked: bool

    def __call__(self, gain: float) -> float:
        return round(self.left + (gain - self.low) / (self.high - self.low) * (self.right - self.left), 1)


def _stacked(spec: Packages) -> _Layout:
    low, high = _span(spec)
    return _Layout(NARROW, _EDGE + 8, NARROW - _EDGE - 8, low, high, stacked=True)


def _columns(spec: Packages) -> _Layout:
    """Return room for names on the left, for bars, and for gains in words on the right."""
    sides = [side for package in spec.packages for side in package.sides]
    names = min(max((width(side.who, _SIZE) for side in sides), default=0), WIDE * 0.3)
    said = min(max((width(side.said, _SIZE) for side in sides), default=0), WIDE * 0.3)
    low, high = _span(spec)
    return _Layout(WIDE, ceil(_EDGE + names + 16), floor(WIDE - _EDGE - said - 16), low, high, stacked=False)


def _span(spec: Packages) -> tuple[float, float]:
    """Return between which gains all bars and bounds lie, no deal among them."""
    sides = [side for package in spec.packages for side in package.sides if not side.barred]
    low = min(0.0, *(side.low for side in sides), *(side.at for side in sides)) if sides else 0.0
    high = max(0.0, *(side.high for side in sides), *(side.at for side in sides)) if sides else 0.0
    return low, max(high, low + 1e-6)


def _sheet(spec: Packages, layout: _Layout) -> Sheet:
    body: list[str] = []
    y = 2.0
    for k, package in enumerate(spec.packages):
        parts, y = _package(layout, package, y, first=k == 0)
        body += parts
    return Sheet(layout.wide, round(y - _GAP + 4, 1), "".join(body))


def _package(layout: _Layout, package: Package, top: float, *, first: bool) -> tuple[list[str], float]:
    """Return the markup of a package, and where the next one begins."""
    body = [f'<path class="rule" d="M{_EDGE:g} {top:g}H{layout.wide - _EDGE:g}"/>']
    y = round(top + _SIZE + 6, 1)
    room = layout.wide - 2 * _EDGE
    for words, name in ((package.label, "key"), (package.changes, ""), (package.aside, "aside")):
        rows = wrap(words, room / (BOLD if name == "key" else 1), _SIZE, most=len(words))
        body.append(lines((_EDGE, y), rows, _SIZE, name))
        y = round(y + len(rows) * _LEADED, 1)
    y = round(y - _SIZE + 4, 1)
    if first:
        y = round(y + _LEADED, 1)
        body.append(_axis(layout, y - 5))
    for side in package.sides:
        part, y = _side(layout, side, y)
        body.append(part)
    return body, round(y + _GAP, 1)


def _axis(layout: _Layout, y: float) -> str:
    """Return the name of the line that bars begin at."""
    zero, half = layout(0), width(_AXIS, _SIZE) * BOLD / 2
    side = "middle" if _EDGE + half < zero < layout.wide - _EDGE - half else "" if zero < layout.wide / 2 else "end"
    return text(zero, y, _AXIS, "axis", side)


def _side(layout: _Layout, side: Side, y: float) -> tuple[str, float]:
    """Return the markup of a side, and where the next one begins."""
    if layout.stacked:
        rows = wrap(f"{side.who}: {side.said}", layout.wide - 2 * _EDGE, _SIZE, most=len(side.who) + len(side.said))
        foot = round(y + max(len(rows), 1) * _LEADED + 6, 1)
        middle = round(foot + _BAR / 2, 1)
        return lines((_EDGE, y + _SIZE), rows, _SIZE) + _mark(layout, side, middle), round(middle + _BAR / 2 + 10, 1)
    who = wrap(side.who, layout.left - 16 - _EDGE, _SIZE, most=len(side.who))
    said = wrap(side.said, layout.wide - _EDGE - layout.right - 16, _SIZE, most=len(side.said))
    high = max(len(who), len(said), 1) * _LEADED + 6
    middle = round(y + high / 2, 1)
    words = "".join(
        lines((x, round(middle - (len(each) - 1) * _LEADED / 2 + _SIZE * 0.36, 1)), each, _SIZE, name)
        for x, each, name in ((_EDGE, who, ""), (layout.right + 16, said, "value"))
    )
    return words + _mark(layout, side, middle), round(y + high, 1)


def _mark(layout: _Layout, side: Side, y: float) -> str:
    """Return the line of no deal with what a side gains or loses; with a barrier where no gain counts."""
    zero = layout(0)
    if side.barred:
        return _line(zero, y) + _barrier(zero, y)
    return _bar(zero, layout(side.at), side.at, y) + _line(zero, y) + _stretch(layout(side.low), layout(side.high), y)


def _line(x: float, y: float) -> str:
    return f'<path class="nodeal" d="M{x:g} {y - 9:g}V{y + 9:g}"/>'


def _bar(zero: float, end: float, gain: float, y: float) -> str:
    """Return a bar from the line of no deal to a gain, at least so long that it is seen; a dot where there is none."""
    if gain == 0:
        return f'<circle class="gain" cx="{zero:g}" cy="{y:g}" r="4"/>'
    long = round(max(abs(end - zero), 1.5), 1)
    name, left = ("gain", zero) if gain > 0 else ("loss", round(zero - long, 1))
    return f'<rect class="{name}" x="{left:g}" y="{y - _BAR / 2:g}" width="{long:g}" height="{_BAR:g}"/>'


def _stretch(low: float, high: float, y: float) -> str:
    if high - low < 1:
        return ""
    path = f"M{low:g} {y:g}H{high:g}M{low:g} {y - 4:g}v8M{high:g} {y - 4:g}v8"
    return f'<path class="halo" d="{path}"/><path class="bounds" d="{path}"/>'


def _barrier(x: float, y: float) -> str:
    return (
        f'<path class="barrier" d="M{x - 6:g} {y - 6:g}L{x + 6:g} {y + 6:g}M{x - 6:g} {y + 6:g}L{x + 6:g} {y - 6:g}"/>'
    )


DRAWER = Drawer(Packages, draw, legend)
