"""Draw a grid of words: a row for each subject, a column for each side, and a sign before each saying.

Where there is little room the sides stand below each other under their subject. An arrow is a move or a push, a disc
what is held, a ring what is not sure, and a dash nothing: told apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.findings.figures.grid import Change, Grid, Saying, Subject
from detente.report.drawing.lettering import BOLD, LEADING, wrap
from detente.report.drawing.marks import mark
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, lines, swatch
from detente.report.figures.drawer import Drawer

_SIZE = 14.0
_SUBJECT, _SIGN, _GAP, _PAD = 136.0, 20.0, 14.0, 9.0
_FEW, _SHORT = 2, 104.0
"""Of more sides than so few, each needs the room more than the subjects do, which have this much."""
_MOST_LINES, _MOST_ASIDES = 8, 5
_CONTINUED = frozenset({Change.PUSHED, Change.AT_REST})
"""Signs that say enough where a condition goes on as it was."""


def draw(spec: Grid, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a grid, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("grid", (anchor, title, description), _stacked(spec), _columns(spec))


def legend(spec: Grid, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of sign that the figure uses."""
    del anchor  # part of the common signature
    used = {saying.change for subject in spec.subjects for saying in subject.sayings}
    return tuple((change.value, swatch("grid", _sign(change, 10, 10), 20)) for change in Change if change in used)


def _columns(spec: Grid) -> Sheet:
    """Return the wide drawing: a column for the subjects, and one for each side."""
    first = _SUBJECT if len(spec.sides) <= _FEW else _SHORT
    each = (WIDE - first - _GAP * len(spec.sides)) / max(len(spec.sides), 1)
    lefts = [first + _GAP + k * (each + _GAP) for k in range(len(spec.sides))]
    heads = [wrap(side, (each - _SIGN) / BOLD, _SIZE, most=2) for side in spec.sides]
    body = [lines((left + _SIGN, _SIZE), head, _SIZE, "key") for left, head in zip(lefts, heads, strict=True)]
    y = _high(max(map(len, heads), default=1)) + _PAD
    for subject in spec.subjects:
        name = wrap(subject.name, first / BOLD, _SIZE, most=_MOST_LINES)
        body += [_rule(y, WIDE), lines((0, y + _PAD + _SIZE), name, _SIZE, "key")]
        ends = [y + _PAD + _high(len(name))]
        for left, saying in zip(lefts, subject.sayings, strict=True):
            words, foot = _saying(saying, left, y + _PAD, each)
            body.append(words)
            ends.append(foot)
        y = max(ends) + _PAD
    return Sheet(WIDE, round(y, 1), "".join(body))


def _stacked(spec: Grid) -> Sheet:
    """Return the narrow drawing: under each subject the sides one below the other."""
    body: list[str] = []
    y = 0.0
    for subject in spec.subjects:
        name = wrap(subject.name, NARROW / BOLD, _SIZE, most=3)
        body += [_rule(y, NARROW), lines((0, y + _PAD + _SIZE), name, _SIZE, "key")]
        y += _PAD + _high(len(name))
        for side, saying in _spoken(spec, subject):
            head = wrap(side, (NARROW - _SIGN) / BOLD, _SIZE, most=1)
            body.append(lines((_SIGN, y + _SIZE + 4), head, _SIZE, "side"))
            words, y = _saying(saying, 0, y + 4 + _SIZE * LEADING, NARROW)
            body.append(words)
        y += _PAD
    return Sheet(NARROW, round(y, 1), "".join(body))


def _spoken(spec: Grid, subject: Subject) -> Iterator[tuple[str, Saying]]:
    yield from zip(spec.sides, subject.sayings, strict=True)


def _saying(saying: Saying, x: float, y: float, room: float) -> tuple[str, float]:
    """Return what a side says from ``y`` on, the words over what is known of them, and its lower end."""
    sign = _sign(saying.change, x + 8, y + 9)
    unsaid = "" if saying.change in _CONTINUED else saying.change.value
    said = wrap(saying.words or unsaid, room - _SIGN, _SIZE, most=_MOST_LINES)
    aside = wrap(saying.aside, room - _SIGN, _SIZE, most=_MOST_ASIDES)
    first = lines((x + _SIGN, y + _SIZE), said, _SIZE, "" if saying.words else "aside")
    lower = y + _high(len(said))
    second = lines((x + _SIGN, round(lower + _SIZE, 1)), aside, _SIZE, "aside")
    return sign + first + second, y + _high(max(len(said) + len(aside), 1)) + 4


def _high(rows: int) -> float:
    return _SIZE * LEADING * rows


def _rule(y: float, wide: float) -> str:
    return f'<path class="rule" d="M0 {y + 0.5:g}H{wide:g}"/>'


def _sign(change: Change, x: float, y: float) -> str:
    """Return the sign of what became of a saying, around a point."""
    if change in {Change.MOVED, Change.PUSHED}:
        shaft, head = f"M{x - 6:g} {y:g}H{x + 3:g}", f"M{x - 1:g} {y - 5:g}L{x + 4:g} {y:g}L{x - 1:g} {y + 5:g}"
        return f'<path class="moved" d="{shaft}{head}"/>'
    if change is Change.SILENT:
        return f'<path class="cross" d="M{x - 4:g} {y:g}H{x + 4:g}"/>'
    return mark(1 if change is Change.UNSURE else 0, x, y, 5)


DRAWER = Drawer(Grid, draw, legend)
