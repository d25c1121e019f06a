"""Draw margins: under each package a bar for every party, to the right of a line for a gain, to the left for a loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from detente.findings.figures.margins import Margin, Margins, Offer
from detente.report.drawing.lettering import LEADING, one_line, width, wrap
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, lines, swatch, text
from detente.report.figures.drawer import Drawer

_SIZE, _BAR, _ROW, _APART, _HEAD = 14.0, 9.0, 21.0, 16.0, 26.0
_LEADED = _SIZE * LEADING
_LEFT, _NUMBER = 4.0, 24.0
_NO_DEAL = "no deal"


def draw(spec: Margins, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of margins, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("margins", (anchor, title, description), _sheet(spec, NARROW), _sheet(spec, WIDE))


def legend(spec: Margins, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    gains = [margin.at for offer in spec.offers for margin in offer.margins]
    shapes = []
    if any(gain > 0 for gain in gains):
        shapes.append(("a gain over no deal", f'<path class="nodeal" d="M8 1V19"/>{_bar(8, (32, 1), 10)}'))
    if any(gain < 0 for gain in gains):
        shapes.append(
            (
                "a loss: no deal is better for the party, and it blocks",
                f'<path class="nodeal" d="M32 1V19"/>{_bar(32, (8, -1), 10)}',
            )
        )
    if spec.bounds:
        shapes.append((spec.bounds, _stretch(6, 34, 10)))
    return tuple((words, swatch("margins", shape)) for words, shape in shapes)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand across a drawing.

    Attributes
    ----------
    wide
        Its width [units].
    left, right
        Between which edges bars may lie [units].
    low, high
        The gains at these edges.
    """

    wide: float
    left: float
    right: float
    low: float
    high: float

    def __call__(self, gain: float) -> float:
        return round(self.left + (gain - self.low) / (self.high - self.low) * (self.right - self.left), 1)


def _sheet(spec: Margins, wide: float) -> Sheet:
    columns = _columns(spec, wide)
    body, y = [], _HEAD + 8
    for offer in spec.offers:
        part, y = _offer(columns, offer, y)
        body += part
    bottom = y - _APART + 6
    zero = columns(0)
    side = "middle" if columns.left + 30 < zero < wide - 30 else "" if zero < wide / 2 else "end"
    head = text(zero, _SIZE + 2, _NO_DEAL, "axis", side)
    return Sheet(wide, bottom, f"{head}{''.join(body)}")


def _columns(spec: Margins, wide: float) -> _Columns:
    """Return room for names on the left, for bars, and for gains in words on the right."""
    margins = [margin for offer in spec.offers for margin in offer.margins]
    names = min(max((width(margin.who, _SIZE) for margin in margins), default=0), wide * 0.35)
    said = min(max((width(margin.said, _SIZE) for margin in margins), default=0), wide * 0.25)
    low = min(0.0, *(margin.low for margin in margins), *(margin.at for margin in margins))
    high = max(0.0, *(margin.high for margin in margins), *(margin.at for margin in margins))
    return _Columns(wide, ceil(_LEFT + names + 10), floor(wide - _LEFT - said - 10), low, max(high, low + 1e-6))


def _offer(columns: _Columns, offer: Offer, top: float) -> tuple[list[str], float]:
    """Return the markup of a package, and where the next one begins."""
    room = columns.wide - _NUMBER - _LEFT
    body, y = [f'<path class="rule" d="M{_LEFT:g} {top:g}H{columns.wide - _LEFT:g}"/>'], top + _SIZE + 6
    body.append(text(_LEFT, y, str(offer.number), "key"))
    for words, name in _heading(offer):
        rows = wrap(words, room, _SIZE, most=len(words))
        body.append(lines((_NUMBER, y), rows, _SIZE, name))
        y = round(y + len(rows) * _LEADED, 1)
    rows_top = y = round(y - _SIZE + 4, 1)
    bars = []
    for margin in offer.margins:
        bars.append(_row(columns, margin, y))
        y = round(y + _height(columns, margin), 1)
    body += [f'<path class="nodeal" d="M{columns(0):g} {rows_top - 2:g}V{y - 2:g}"/>', *bars]
    return body, round(y + _APART, 1)


def _heading(offer: Offer) -> Iterator[tuple[str, str]]:
    blocked = any(margin.at < 0 for margin in offer.margins)
    yield offer.name, ""
    yield f"{offer.known_for}: {offer.stance}" if offer.known_for else offer.stance, "against" if blocked else "aside"


def _row(columns: _Columns, margin: Margin, y: float) -> str:
    """Return who, the bar with its bounds, and the gain in words."""
    middle = y + _ROW / 2
    room = columns.wide - _LEFT - columns.right
    said = one_line(margin.said, room, _SIZE)
    return "".join(
        (
            lines((_LEFT, middle + 5), _who(columns, margin), _SIZE),
            text(columns.wide - _LEFT, middle + 5, said, "value", "end"),
            _bar(columns(0), (columns(margin.at), margin.at), middle),
            _stretch(columns(margin.low), columns(margin.high), middle),
        )
    )


def _who(columns: _Columns, margin: Margin) -> tuple[str, ...]:
    return wrap(margin.who, columns.left - _LEFT - 8, _SIZE)


def _height(columns: _Columns, margin: Margin) -> float:
    return _ROW + max(len(_who(columns, margin)) - 1, 0) * _LEADED


def _bar(zero: float, end: tuple[float, float], y: float) -> str:
    """Return a bar from the line of no deal to a gain, at least so long that it is seen; a dot where there is none.

    The end is where it lies, and the gain.
    """
    x, gain = end
    if gain == 0:
        return f'<circle class="gain" cx="{zero:g}" cy="{y:g}" r="3"/>'
    long = round(max(abs(x - zero), 1), 1)
    name, left = ("gain", zero) if gain > 0 else ("loss", round(zero - long, 1))
    return f'<rect class="{name}" x="{left:g}" y="{y - _BAR / 2:g}" width="{long:g}" height="{_BAR:g}"/>'


def _stretch(low: float, high: float, y: float) -> str:
    if high - low < 1:
        return ""
    return f'<path class="bounds" d="M{low:g} {y:g}H{high:g}M{low:g} {y - 4:g}v8M{high:g} {y - 4:g}v8"/>'


DRAWER = Drawer(Margins, draw, legend)
