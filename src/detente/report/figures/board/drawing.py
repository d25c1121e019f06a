"""Draw a board: marks in columns and rows, and arrows that say who moves and what that is worth to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.findings.figures.board import Arc, Board
from detente.report.drawing.arrows import NAMES, WORTHS, arrow, head
from detente.report.drawing.lettering import one_line, width, wrap
from detente.report.drawing.marks import base, mark
from detente.report.drawing.svg import Box, Sheet, frame, lines, swatch, text, titled
from detente.report.figures.board.curves import Curve, curve, free, heading
from detente.report.figures.board.layout import INSET, LINE, RADIUS, SIZE, BoardLayout, lay
from detente.report.figures.drawer import Drawer

_WIDE, _NARROW = 672.0, 280.0
_CLEAR = RADIUS + 4
_MANY = 24
_MOST_BULGE = 0.38
"""How far an arrow bends at most, in distances of columns or rows: so it stays between its neighbours."""


def draw(spec: Board, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a board, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    narrow, wide = _sheet(lay(spec, _NARROW, 92)), _sheet(lay(spec, _WIDE, 168))
    return frame("board", (anchor, title, description), narrow, wide)


def legend(spec: Board, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    kinds = {square.kind for square in spec.squares}
    worths = {arc.gain for arc in spec.arcs}
    moving = {arc.by for arc in spec.arcs}
    found = [(words, mark(kind, 20, 10, 6)) for kind, words in enumerate(spec.kinds) if kind in kinds]
    if any(square.start for square in spec.squares):
        found.append(("the status quo", base(20, 10, 8) + mark(0, 20, 10, 5)))
    found += [(words, arrow(gain, (2, 10), 38)) for gain, words in WORTHS.items() if gain in worths]
    codes = initials(spec.movers)
    if not _is_told(spec):
        found += [(name, text(20, 15, codes[k], "by", "middle")) for k, name in enumerate(spec.movers) if k in moving]
    return tuple((words, swatch("board", shape)) for words, shape in found)


def initials(names: Sequence[str]) -> tuple[str, ...]:
    """Return for each name its first letters, as few as tell it from the others; a number where four do not."""
    found = []
    for k, name in enumerate(names, 1):
        others = [other for j, other in enumerate(names, 1) if j != k]
        short = (name[:size].strip() for size in range(1, 5))
        codes = (code for code in short if code and not any(other.startswith(code) for other in others))
        found.append(next(codes, str(k)))
    return tuple(found)


def _sheet(layout: BoardLayout) -> Sheet:
    body = [*_heads(layout), *_arcs(layout)]
    for k, square in enumerate(layout.spec.squares):
        x, y = layout.at(k)
        shape = f'<circle class="ground" cx="{x:g}" cy="{y:g}" r="{RADIUS + 2:g}"/>' + mark(square.kind, x, y, RADIUS)
        shape += base(x, y, RADIUS + 3) if square.start else ""
        name = layout.name(k)
        shape += lines((name.x, round(name.y + SIZE, 2)), layout.names[k], SIZE, "name")
        body.append(titled(": ".join(filter(None, (square.name, square.title))), shape))
    y = layout.bottom + 10
    for sign, words in layout.key:
        said = wrap(words, layout.wide - 38, SIZE, most=3)
        y += LINE * 1.1
        body += [text(26, round(y, 2), sign, "key", "end"), lines((34, round(y, 2)), said, SIZE)]
        y += LINE * max(len(said) - 1, 0)
    return Sheet(layout.wide, round(y + 8, 2), "".join(body))


def _heads(layout: BoardLayout) -> Iterator[str]:
    """Yield what the columns and the rows stand for, and the lines between them."""
    spec = layout.spec
    yield text(0, 14, one_line(f"→ {spec.across}", layout.wide, SIZE), "axis")
    if spec.down:
        yield text(0, 32, one_line(f"↓ {spec.down}", layout.wide, SIZE), "axis")
    across, down = layout.pitch
    right = layout.left + across * len(spec.columns)
    for k, words in enumerate(layout.columns):
        y = layout.top - 6 - LINE * (len(words) - 1)
        x = layout.left + k * across + min(INSET, across / 2) - RADIUS
        yield lines((round(x, 2), round(y, 2)), words, SIZE, "head")
    for k, words in enumerate(layout.rows):
        top = layout.top + k * down
        yield f'<path class="rule" d="M0 {top:g}H{right:g}"/>' if any(spec.rows) else ""
        first = max(layout.above - LINE * (len(words) - 1) / 2 + 5, SIZE + 3)
        yield lines((0, round(top + first, 2)), words, SIZE, "head")


def _arcs(layout: BoardLayout) -> Iterator[str]:
    """Yield the arrows, and on each who moves where there is room for that."""
    spec, codes = layout.spec, initials(layout.spec.movers)
    taken = [Box(x - 11, y - 11, 22, 22) for x, y in map(layout.at, range(len(spec.squares)))]
    told = _is_told(spec)
    taken += [layout.name(k) for k, words in enumerate(layout.names) if words]
    words: list[str] = []
    for arc, found in zip(spec.arcs, curves(layout), strict=True):
        (x, y), (bend_x, bend_y), (to_x, to_y) = found.start, found.bend, found.end
        across, down = heading(found)
        line = f"M{x:.5g} {y:.5g}Q{bend_x:.5g} {bend_y:.5g} {to_x - across * 7:.5g} {to_y - down * 7:.5g}"
        shape = f'<path class="step {NAMES[arc.gain]}" d="{line}"/>{head(arc.gain, found.end, (across, down))}'
        yield titled(f"{spec.movers[arc.by]}, {arc.gain}", shape)
        box = None if told else free(found, (width(codes[arc.by], SIZE) + 2, SIZE + 1), taken)
        if box is not None and box.x >= 0 and box.right <= layout.wide:
            taken.append(box)
            words.append(text(round(box.middle[0], 2), round(box.y + SIZE - 1.5, 2), codes[arc.by], "by", "middle"))
    yield from words


def _is_told(spec: Board) -> bool:
    """Return whether columns and rows say who moves, so that many arrows need no words."""
    ends = [(spec.squares[arc.source], spec.squares[arc.target], arc.by) for arc in spec.arcs]
    across = {by for source, target, by in ends if source.row == target.row}
    down = {by for source, target, by in ends if source.column == target.column}
    straight = all(source.row == target.row or source.column == target.column for source, target, _ in ends)
    return straight and len(ends) > _MANY and max(len(across), len(down)) < 2 and bool(spec.down)


def curves(layout: BoardLayout) -> Iterator[Curve]:
    """Yield the line of each arrow: straight to a neighbour, else bent around what lies between."""
    drawn: dict[frozenset[int], int] = {}
    for arc in layout.spec.arcs:
        pair = frozenset((arc.source, arc.target))
        before = drawn.get(pair, 0)
        drawn[pair] = before + 1
        yield curve(layout.at(arc.source), layout.at(arc.target), _bulge(layout, arc, before), _CLEAR)


def _bulge(layout: BoardLayout, arc: Arc, before: int) -> float:
    """Return how far an arrow bends: more for each column or row that it passes, and for each earlier one."""
    source, target = layout.spec.squares[arc.source], layout.spec.squares[arc.target]
    columns, rows = abs(source.column - target.column), abs(source.row - target.row)
    span = max(columns, rows)
    bulge = 8.0 + 3.0 * (span - 1) if span > 1 else 0.0
    bulge += 12.0 * before * (1 if before % 2 else -1)
    room = min(layout.pitch[0], 2 * INSET) if columns == 0 else min(layout.pitch[1], 2 * layout.above)
    most = _MOST_BULGE * (room if columns == 0 or rows == 0 else min(room, layout.pitch[0]))
    if columns == 0:  # a curve reaches twice as far out as it bulges, and its head a little further
        most = min(most, (layout.at(arc.source)[0] - 6) / 2)
    return min(max(bulge, -most), most)


DRAWER = Drawer(Board, draw, legend)
