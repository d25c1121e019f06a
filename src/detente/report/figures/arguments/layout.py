"""The layout of arguments: a row for each point, and at its left a line for each that others rest on.

The line of a point leads from its mark to the left, down beside the rows, and to the right again to each conclusion
that rests on it. Short lines run near the marks and long ones far from them, so that few cross.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from detente.findings.figures.arguments import Arguments, Point
from detente.report.drawing.lettering import BOLD, LEADING, width, wrap
from detente.report.drawing.said import SIZE, Said

MARK = 6.0
"""Half the width of the mark of a conclusion [units]."""

DIAMOND = 12.0
"""Width of the sign for another reading, with what parts it from the next [units]."""

MOST_SIGNS = 4
"""Signs for other readings, of which there may be more."""

_LANE, _MOST_LANES, _ENTRY, _GAP = 10.0, 0.34, 28.0, 8.0
_PAD, _LINES = 4.0, {True: 3, False: 2}


@dataclass(frozen=True, slots=True)
class Row:
    """A point with its place.

    Attributes
    ----------
    point
        What is drawn.
    y
        The height of its mark [units].
    said
        What it says.
    bottom
        Its lower edge [units].
    """

    point: Point
    y: float
    said: Said
    bottom: float

    @property
    def way_in(self) -> float:
        """The height at which lines lead to it: above the one that leads on from it [units]."""
        return self.y - 3

    @property
    def way_out(self) -> float:
        """The height at which its line leads on [units]."""
        return self.y + 4 if self.point.concluded else self.y


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a point that others rest on.

    Attributes
    ----------
    source
        Number of the point.
    targets
        Numbers of those that rest on it.
    x
        Where it runs down [units].
    """

    source: int
    targets: tuple[int, ...]
    x: float


@dataclass(frozen=True, slots=True)
class ArgumentsLayout:
    """Arguments with their measures.

    Attributes
    ----------
    wide
        Width of the drawing [units].
    marks, signs
        Where the marks stand, and where the signs at the right begin [units].
    rows, lines
        The points, and the lines between them.
    """

    wide: float
    marks: float
    signs: float
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]


def lay(spec: Arguments, wide: float) -> ArgumentsLayout:
    """Return the layout in a drawing of some width."""
    lanes = _lanes(spec)
    count = max(lanes.values(), default=-1) + 1
    step = min(_LANE, wide * _MOST_LANES / max(count, 1))
    marks = float(ceil(step * count + (_ENTRY if count else 0) + MARK))
    signs = wide - max(map(_signs, spec.points), default=0.0)
    rows: list[Row] = []
    top = 0.0
    for point in spec.points:
        rows.append(_row(point, top, marks + MARK + _GAP, signs))
        top = rows[-1].bottom
    lines = (
        Line(source, _resting(spec, source), round(step * (count - lane - 0.5), 1)) for source, lane in lanes.items()
    )
    return ArgumentsLayout(wide, marks, signs, tuple(rows), tuple(lines))


def _row(point: Point, top: float, left: float, right: float) -> Row:
    room = (right - left - _GAP) / (BOLD if point.concluded else 1)
    words = wrap(point.words, room, SIZE, most=_LINES[point.concluded])
    said = Said(left, top + _PAD + SIZE - 2, words, "goal" if point.concluded else "aside", bold=point.concluded)
    high = ceil(SIZE * LEADING * max(len(words), 1) + 2 * _PAD)
    return Row(point, top + _PAD + SIZE / 2, said, top + high)


def _signs(point: Point) -> float:
    """Return the room that signs at the right of a point take [units]."""
    more = width(_more(point), SIZE) if point.rivals > MOST_SIGNS else 0.0
    return min(point.rivals, MOST_SIGNS) * DIAMOND + ceil(more) + point.overturned * DIAMOND


def _more(point: Point) -> str:
    """Return how many other readings have no sign."""
    return f"+{point.rivals - MOST_SIGNS}"


def more_said(point: Point, x: float, y: float) -> Said:
    """Return how many other readings have no sign, as words."""
    return Said(x, y, (_more(point),) if point.rivals > MOST_SIGNS else (), "aside")


def _resting(spec: Arguments, source: int) -> tuple[int, ...]:
    return tuple(k for k, point in enumerate(spec.points) if source in point.rests_on)


def _lanes(spec: Arguments) -> dict[int, int]:
    """Return the lane of each point that others rest on, counted from the marks: the shortest first, where free."""
    spans = {k: (k, resting[-1]) for k in range(len(spec.points)) if (resting := _resting(spec, k))}
    taken: list[list[tuple[int, int]]] = []
    found: dict[int, int] = {}
    for source in sorted(spans, key=lambda k: (spans[k][1] - k, k)):
        first, last = spans[source]
        free = (lane for lane, others in enumerate(taken) if all(last < begin or end < first for begin, end in others))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((first, last))
        found[source] = lane
    return found
