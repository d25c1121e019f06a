"""Draw a board: marks in columns and rows, and arrows that say who moves and what that is worth to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.findings.figures.board import Arc, Board
from detente.report.drawing.arrows import NAMES, WORTHS, arrow, head
from detente.report.drawing.gaps import path
from detente.report.drawing.labels import beside
from detente.report.drawing.lettering import one_line, wrap
from detente.report.drawing.marks import base, mark
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, lines, swatch, text, titled
from detente.report.figures.board.curves import Curve, curve_between, heading
from detente.report.figures.board.curves import path as cut
from detente.report.figures.board.layout import INSET, LINE, RADIUS, SIZE, BoardLayout, lay
from detente.report.figures.board.words import NEAR, BoardWords, far_words, set_words
from detente.report.figures.drawer import Drawer

_CLEAR = RADIUS + 4
_MANY = 24
_LEAST_PITCH = 24.0
"""What columns are apart at least in a drawing that is not turned for want of room [units]."""

_MOST_BULGE = 0.38
"""How far an arrow bends at most, in distances of columns or rows: so it stays between its neighbours."""


def draw(spec: Board, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a board, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("board", (anchor, title, description), _sheet(spec, NARROW), _sheet(spec, WIDE))


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


def _sheet(spec: Board, wide: float) -> Sheet:
    """Return a drawing with names if all have room beside their squares, else with numbers.

    Where there is no room for those either, arrows do without words, and numbers may stand further off.
    """
    if spec.down and len(spec.columns) > max(len(spec.rows), wide / _LEAST_PITCH):
        spec = _turned(spec)
    codes, none = _codes(spec), ("",) * len(spec.arcs)
    for numbered, reach, said in ((False, NEAR, codes), (True, NEAR, codes), (True, NEAR, none)):
        layout = lay(spec, wide, numbered=numbered)
        lines = tuple(curves(layout))
        found = set_words(layout, lines, said, reach)
        if found is not None:
            return _drawn(layout, found, lines)
    return _drawn(layout, far_words(layout, lines), lines)


def _turned(spec: Board) -> Board:
    """Return a board with rows for its columns."""
    squares = tuple(replace(square, column=int(square.row), row=square.column) for square in spec.squares)
    return replace(spec, columns=spec.rows, rows=spec.columns, across=spec.down, down=spec.across, squares=squares)


def _drawn(layout: BoardLayout, words: BoardWords, arcs: Sequence[Curve]) -> Sheet:
    body = [*_heads(layout, words), *_arcs(layout, words, arcs), words.leaders()]
    for k, (square, box) in enumerate(zip(layout.spec.squares, words.names, strict=True)):
        x, y = layout.at(k)
        shape = f'<circle class="ground" cx="{x:g}" cy="{y:g}" r="{RADIUS + 2:g}"/>' + mark(square.kind, x, y, RADIUS)
        shape += base(x, y, RADIUS + 3) if square.start else ""
        shape += beside(x, layout.names[k], box, SIZE, "name") if box else ""
        body.append(titled(": ".join(filter(None, (square.name, square.title))), shape))
    y = layout.bottom + 10
    for sign, said in layout.key:
        rows = wrap(said, layout.wide - 38, SIZE, most=3)
        y += LINE * 1.1
        body += [text(26, round(y, 1), sign, "key", "end"), lines((34, round(y, 1)), rows, SIZE)]
        y += LINE * max(len(rows) - 1, 0)
    return Sheet(layout.wide, round(y + 8, 1), "".join(body))


def _heads(layout: BoardLayout, words: BoardWords) -> Iterator[str]:
    """Yield what the columns and the rows stand for, and the lines between them."""
    spec = layout.spec
    sides = [f"{arrow} {side}" for arrow, side in (("→", spec.across), ("↓", spec.down)) if side]
    yield lines((0, 14), tuple(one_line(side, layout.wide, SIZE) for side in sides), SIZE, "axis")
    if any(spec.rows):
        tops = [layout.top + k * layout.pitch[1] for k, _ in enumerate(spec.rows)]
        rules = "".join(path([(0, top), (layout.wide, top)], words.all()) for top in tops)
        yield f'<path class="rule" d="{rules}"/>'
    yield from (lines((x, y), said, SIZE, "head") for x, y, said in layout.heads())


def _arcs(layout: BoardLayout, words: BoardWords, found: Sequence[Curve]) -> Iterator[str]:
    """Yield the arrows, and on each who moves where there is room for that."""
    spec, clear = layout.spec, words.all()
    for arc, curve, box, code in zip(spec.arcs, found, words.arrows, _codes(spec), strict=True):
        across, down = heading(curve)
        line = cut(replace(curve, end=(curve.end[0] - across * 7, curve.end[1] - down * 7)), clear)
        shape = f'<path class="step {NAMES[arc.gain]}" d="{line}"/>{head(arc.gain, curve.end, (across, down))}'
        shape += text(round(box.middle[0], 1), round(box.y + SIZE - 2, 1), code, "by", "middle") if box else ""
        yield titled(f"{spec.movers[arc.by]}, {arc.gain}", shape)


def _codes(spec: Board) -> tuple[str, ...]:
    """Return the word on each arrow, "" where columns and rows say it."""
    codes = initials(spec.movers)
    return tuple("" if _is_told(spec) else codes[arc.by] for arc in spec.arcs)


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
        yield curve_between(layout.at(arc.source), layout.at(arc.target), _bulge(layout, arc, before), _CLEAR)


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
