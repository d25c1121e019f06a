"""Draw a scale: what its marked places mean, where each stands on it with its bounds, and where it could end.

Those who hold a place are discs, answers are rings; bounds are a bar. Names stand over their rows, so that they have
room on a narrow screen as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.findings.figures.scale import Rows, Scale, Stand
from detente.report.drawing.lettering import one_line, width
from detente.report.drawing.marks import mark
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, rectangle, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.scale.signs import SIZE, Signs

_NAME, _ROW, _HEAD, _INSET = 15.0, 44.0, 32.0, 12.0


def draw(spec: Scale, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a scale, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("scale", (anchor, title, description), _sheet(spec, NARROW), _sheet(spec, WIDE))


def legend(spec: Scale, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    kinds = [(rows.meaning, _stretch(6, 34, 10) + mark(kind, 20, 10, 5)) for kind, rows in _groups(spec)]
    shaded = (spec.likely[2], '<rect class="better" x="8" y="2" width="24" height="16"/>')
    return tuple((words, swatch("scale", shape)) for words, shape in (*kinds, shaded))


def _groups(spec: Scale) -> Iterator[tuple[int, Rows]]:
    yield from ((kind, rows) for kind, rows in enumerate((spec.held, spec.answers)) if rows.stands)


def _sheet(spec: Scale, wide: float) -> Sheet:
    place = _Place(spec, wide)
    signs = Signs(tuple(place(x) for x, _ in spec.signs), tuple(words for _, words in spec.signs), 4, wide - 4)
    over, foot = signs.drawn(SIZE + 2)
    y = top = foot + 10
    body: list[str] = []
    middles: list[float] = []
    for kind, rows in _groups(spec):
        body += [text(4, y + _HEAD - 6, one_line(rows.title, wide - 8, SIZE), "axis")]
        y += _HEAD
        for stand in rows.stands:
            body += [_row(place, stand, kind, y)]
            middles.append(y + _NAME + 15)
            y += _ROW
    bottom = y + 4
    list_, height = signs.listed(bottom + 24)
    ground = _ground(place, signs.places, Box(0, top, wide, bottom - top), middles)
    return Sheet(wide, bottom + 6 + (height + 12 if height else 0), f"{ground}{''.join((*over, *body, *list_))}")


class _Place:
    """Where places of the scale lie across a drawing, held inside it [units]."""

    def __init__(self, spec: Scale, wide: float) -> None:
        self.spec, self.wide = spec, wide

    def __call__(self, x: float) -> float:
        share = (x - self.spec.low) / (self.spec.high - self.spec.low)
        return round(_INSET + min(max(share, 0.0), 1.0) * (self.wide - 2 * _INSET), 1)


def _ground(place: _Place, signs: tuple[float, ...], room: Box, middles: Sequence[float]) -> str:
    """Return what lies under the rows: the stretch that is shaded, its edges, the ends, and a line for each sign.

    Lines are drawn through marks only, never through words.
    """
    low, high = (place(end) for end in place.spec.likely[:2])
    shaded = Box(low, room.y, max(high - low, 2), room.height)
    ends = sorted({*signs, place(place.spec.low), place(place.spec.high)})
    return (
        f"{rectangle('better', shaded)}{_upright('rule', ends, middles)}"
        f"{_upright('edge', (shaded.x, shaded.right), middles)}"
    )


def _upright(name: str, places: Sequence[float], middles: Sequence[float]) -> str:
    """Return short lines across rows at some places."""
    return f'<path class="{name}" d="{"".join(f"M{x:g} {y - 10:g}v20" for x in places for y in middles)}"/>'


def _row(place: _Place, stand: Stand, kind: int, y: float) -> str:
    """Return a name, its place in words, and under them the place with its bounds."""
    low, at, high = (place(x) for x in (stand.low, stand.at, stand.high))
    said = one_line(stand.said, place.wide / 2, SIZE)
    room = place.wide - 16 - width(said, SIZE)
    words = text(4, y + _NAME, one_line(stand.name, room, SIZE), "name")
    words += text(place.wide - 4, y + _NAME, said, "value", "end")
    middle = y + _NAME + 15
    return titled(stand.title, words + _stretch(low, high, middle) + mark(kind, at, middle, 6))


def _stretch(low: float, high: float, y: float) -> str:
    """Return a bar between two bounds, with a stop at each end; nothing where they are one."""
    if high - low < 1:
        return ""
    return (
        f'<path class="stretch" d="M{low:g} {y:g}H{high:g}M{low:g} {y - 5:g}V{y + 5:g}M{high:g} {y - 5:g}V{y + 5:g}"/>'
    )


DRAWER = Drawer(Scale, draw, legend)
