"""The words of a board: who moves on each arrow, and what each square is called, each where it covers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from detente.report.drawing.gaps import crosses
from detente.report.drawing.labels import Ground, Line, leader, place
from detente.report.drawing.lettering import BOLD, width
from detente.report.drawing.svg import Box
from detente.report.figures.board.curves import Curve, heading, places
from detente.report.figures.board.layout import LINE, RADIUS, SIZE, BoardLayout

NEAR = 14.0
"""How far from its mark a name stands at most where no line leads to it [units]."""

_PARTS, _HEAD = 8, 5.0


@dataclass(frozen=True, slots=True)
class BoardWords:
    """Where words stand.

    Attributes
    ----------
    heads
        Those over the columns and before the rows.
    arrows
        Those on arrows, ``None`` where an arrow has no room for its own.
    names
        Those of squares, in the order of the squares; ``None`` where one has no name.
    lines
        A line to each name that stands far from its square.
    """

    heads: tuple[Box, ...]
    arrows: tuple[Box | None, ...]
    names: tuple[Box | None, ...]
    lines: tuple[Line, ...]

    def all(self) -> tuple[Box, ...]:
        """Return all of them, for lines to keep clear of."""
        return (*self.heads, *(box for box in (*self.arrows, *self.names) if box is not None))

    def leaders(self) -> str:
        """Return the lines to names."""
        path = "".join(f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" for (x, y), (to_x, to_y) in self.lines)
        return f'<path class="leader" d="{path}"/>' if path else ""


def set_words(
    layout: BoardLayout, curves: Sequence[Curve], codes: Sequence[str], reach: float = NEAR
) -> BoardWords | None:
    """Return where the words of a board stand; ``None`` where names have no room.

    Parameters
    ----------
    layout
        The board with its measures.
    curves
        The line of each arrow.
    codes
        The word on each arrow, "" for none.
    reach
        How far from its mark a name may stand; from far away a line leads to it [units].
    """
    heads = tuple(_heads(layout))
    marks = [Box(x - RADIUS - 4, y - RADIUS - 4, 2 * RADIUS + 8, 2 * RADIUS + 8) for x, y in _middles(layout)]
    tips = [_tip(curve) for curve in curves]
    lines = [tuple(curve.parts(_PARTS)) for curve in curves]
    room = Box(0, layout.top, layout.wide, layout.bottom - layout.top)
    ground = Ground(room, (*heads, *marks, *tips))
    arrows = tuple(_on_arrows(ground, curves, codes, lines))
    named = [k for k, words in enumerate(layout.names) if words]
    taken = (*ground.marks, *(box for box in arrows if box is not None))
    points = [(*layout.at(k), RADIUS + 1) for k in named]
    sizes = [
        (max(width(line, SIZE) for line in layout.names[k]) * BOLD + 2, LINE * len(layout.names[k])) for k in named
    ]
    flat = tuple(line for each in lines for line in each)
    boxes = place(points, sizes, Ground(room, taken, flat, reach=reach))
    if boxes is None:
        return None
    found = dict(zip(named, boxes, strict=True))
    to = tuple(leader(*each) for each in zip(points, boxes, strict=True)) if reach > NEAR else ()
    return BoardWords(heads, arrows, tuple(found.get(k) for k in range(len(layout.names))), to)


def far_words(layout: BoardLayout, curves: Sequence[Curve]) -> BoardWords:
    """Return where the words of a board stand that has no room near its squares: names anywhere, arrows without."""
    none = ("",) * len(curves)
    unnamed = replace(layout, names=tuple(() for _ in layout.names))
    return set_words(layout, curves, none, inf) or set_words(unnamed, curves, none) or BoardWords((), (), (), ())


def _tip(curve: Curve) -> Box:
    """Return the room of an arrow's head."""
    (x, y), (across, down) = curve.end, heading(curve)
    return Box(x - across * 4 - _HEAD, y - down * 4 - _HEAD, 2 * _HEAD, 2 * _HEAD)


def _middles(layout: BoardLayout) -> Iterator[tuple[float, float]]:
    yield from map(layout.at, range(len(layout.spec.squares)))


def _heads(layout: BoardLayout) -> Iterator[Box]:
    """Yield where the heads of columns and rows stand."""
    for x, y, words in layout.heads():
        yield Box(x, y - SIZE, max(width(line, SIZE) for line in words), LINE * len(words))


def _on_arrows(
    ground: Ground, curves: Sequence[Curve], codes: Sequence[str], lines: Sequence[Sequence[Line]]
) -> Iterator[Box | None]:
    """Yield a box for the word on each arrow: clear of all other arrows if it can be."""
    placed: list[Box] = []
    bounds = [curve.bounds() for curve in curves]
    for number, (curve, code) in enumerate(zip(curves, codes, strict=True)):
        others = [k for k, bound in enumerate(bounds) if k != number and bound.meets(bounds[number])]
        boxes = list(places(curve, (width(code, SIZE) * BOLD + 4, SIZE))) if code else []
        free = [box for box in boxes if ground.room.holds(box) and not any(map(box.meets, (*ground.marks, *placed)))]
        clear = (box for box in free if not any(crosses(*line, box) for k in others for line in lines[k]))
        box = next(clear, next(iter(free), None))
        placed += [box] if box else []
        yield box
