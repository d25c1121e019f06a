"""Draw a chronology: a row for each happening, with its date, its name, and its place on a calendar.

A known day is a disc, and a ring where it is not sure that it had come by the date of the report; several possible
days are a bar. What runs over an edge of the calendar, or lies beyond it, ends there in an arrow. Where there is little
room the calendar stands below the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from detente.dates.words import plain_day
from detente.findings.figures.chronology import Chronology, Happening
from detente.report.drawing.calendar import heads, ticks
from detente.report.drawing.lettering import LEADING, width, wrap
from detente.report.drawing.marks import mark
from detente.report.drawing.svg import NARROW, WIDE, Sheet, frame, lines, swatch, text
from detente.report.figures.drawer import Drawer

_SIZE = 14.0
_LINE = _SIZE * LEADING
_DATE, _NAME, _GAP, _PAD, _MARK = 124.0, 278.0, 14.0, 7.0, 5.0
_HEAD, _FOOT, _INSET = 2 * _LINE + 6, _LINE + 8, 20.0
_MOST_LINES = 6
_TALL = 8.5
"""How far the lines of the calendar reach above and below a mark, where they stand among words."""


def draw(spec: Chronology, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a chronology, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    left = _DATE + _NAME + 2 * _GAP
    wide = _sheet(spec, _Axis(spec, left, WIDE - left), _beside)
    return frame("chronology", (anchor, title, description), _sheet(spec, _Axis(spec, 0, NARROW), _above), wide)


def legend(spec: Chronology, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    kinds = {_kind(spec, each) for each in spec.happenings}
    beyond = any(any(_Axis(spec, 0, 0).leaves(each)) for each in spec.happenings)
    shown = (
        ("day" in kinds, "on a known day", mark(0, 20, 10, _MARK)),
        ("doubt" in kinds, "on a known day, which may lie after the date of this report", mark(1, 20, 10, _MARK)),
        ("span" in kinds, "on one of these days, or over them", _bar(6, 34, 10)),
        (beyond, "begins or ends outside the picture", _bar(12, 34, 10, (False, True)) + _tip(12, 10, -1)),
    )
    return tuple((words, swatch("chronology", shape)) for used, words, shape in shown if used)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The calendar across a drawing: where it begins, and how wide it is [units]."""

    spec: Chronology
    left: float
    wide: float

    def x(self, day: date | None, otherwise: date) -> float:
        """Return where a day lies, held inside; nothing known is at the edge that is named."""
        spec = self.spec
        share = ((day or otherwise) - spec.first).days / max((spec.last - spec.first).days, 1)
        return round(self.left + _INSET + min(max(share, 0.0), 1.0) * (self.wide - 2 * _INSET), 1)

    def leaves(self, happening: Happening) -> tuple[bool, bool]:
        """Return whether something runs over the left edge, and over the right one."""
        begins, ends = happening.earliest, happening.latest
        return begins is None or begins < self.spec.first, ends is None or ends > self.spec.last


_Words = tuple[str, float, float]
"""The words of a row, how high the middle of its mark lies, and its lower end."""


def _sheet(spec: Chronology, axis: _Axis, worded: Callable[[Happening, float], _Words]) -> Sheet:
    """Return a drawing: the calendar, the rows, and the date of the report at the foot."""
    y = _HEAD
    body, middles = [], []
    for happening in spec.happenings:
        words, middle, foot = worded(happening, y)
        body += [words, _mark(axis, happening, middle)]
        middles.append(middle)
        y = foot + _PAD
    beside = axis.left > 0
    strips = [(_HEAD, y - _PAD)] if beside and middles else [(middle - _TALL, middle + _TALL) for middle in middles]
    ground = "".join(_ground(axis, strips))
    return Sheet(axis.left + axis.wide, round(y + _FOOT, 1), ground + "".join(body) + _today(axis, y))


def _beside(happening: Happening, y: float) -> _Words:
    """Return the words of a row to the left of the calendar."""
    when = wrap(happening.when, _DATE, _SIZE, most=_MOST_LINES)
    name = wrap(happening.name, _NAME, _SIZE, most=_MOST_LINES)
    words = lines((0, y + _SIZE), when, _SIZE, "aside") + lines((_DATE + _GAP, y + _SIZE), name, _SIZE)
    return words, y + _LINE / 2, y + _LINE * max(len(when), len(name), 1)


def _above(happening: Happening, y: float) -> _Words:
    """Return the words of a row above its strip of the calendar."""
    when = wrap(happening.when, NARROW, _SIZE, most=_MOST_LINES)
    name = wrap(happening.name, NARROW, _SIZE, most=_MOST_LINES)
    lower = y + _LINE * len(when)
    words = lines((0, y + _SIZE), when, _SIZE, "aside") + lines((0, lower + _SIZE), name, _SIZE)
    middle = lower + _LINE * len(name) + 11
    return words, middle, middle + 9


def _ground(axis: _Axis, strips: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Yield the calendar: its labels at the top, and where there are no words the lines of its days and of today."""
    spec = axis.spec
    known = ticks(spec.first, spec.last, axis.wide - 2 * _INSET)
    edges = (axis.left, axis.left + axis.wide)
    yield from (head.drawn() for head in heads(known, lambda day: axis.x(day, spec.first), edges))
    places = [axis.x(tick.day, spec.first) for tick in known]
    yield f'<path class="rule" d="{"".join(_lines(places, strip) for strip in strips)}"/>'
    now = axis.x(spec.today, spec.last)
    yield f'<path class="today" d="{"".join(_lines([now], strip) for strip in strips)}"/>'


def _lines(places: Sequence[float], strip: tuple[float, float]) -> str:
    """Return upright lines in a strip, each drawn from where the one before ends."""
    top, high = round(strip[0], 1), round(strip[1] - strip[0], 1)
    steps = (f"m{round(x - before, 1):g} {-high:g}v{high:g}" for before, x in pairwise(places))
    return f"M{places[0]:g} {top:g}v{high:g}{''.join(steps)}" if places else ""


def _today(axis: _Axis, y: float) -> str:
    words = f"as of {plain_day(axis.spec.today)}"
    x, half = axis.x(axis.spec.today, axis.spec.last), width(words, _SIZE) / 2
    at = min(max(x, axis.left + half), axis.left + axis.wide - half)
    return text(round(at, 1), round(y + _SIZE + 2, 1), words, "today", "middle")


def _kind(spec: Chronology, happening: Happening) -> str:
    """Return what a row is drawn as."""
    if happening.latest is not None and happening.latest < spec.first:
        return "before"
    if happening.earliest is None or happening.earliest != happening.latest:
        return "span"
    return "day" if happening.sure else "doubt"


def _mark(axis: _Axis, happening: Happening, y: float) -> str:
    """Return the shape of something that happened."""
    spec = axis.spec
    start, end = axis.x(happening.earliest, spec.first), axis.x(happening.latest, spec.last)
    kind = _kind(spec, happening)
    if kind == "before":
        return _tip(start, y, -1)
    if kind != "span":
        return mark(0 if kind == "day" else 1, start, y, _MARK)
    before, after = axis.leaves(happening)
    tips = (_tip(start, y, -1) if before else "") + (_tip(end, y, 1) if after else "")
    return _bar(start, end, y, (not before, not after)) + tips


def _bar(start: float, end: float, y: float, stops: tuple[bool, bool] = (True, True)) -> str:
    """Return a bar with a stop at each end that is known."""
    ends = (f"M{x:g} {y - 5:g}V{y + 5:g}" for x, stop in zip((start, end), stops, strict=True) if stop)
    return f'<path class="span" d="M{start:g} {y:g}H{max(end, start + 1):g}{"".join(ends)}"/>'


def _tip(x: float, y: float, way: int) -> str:
    """Return the tip of an arrow that points to the left or to the right, out of the picture."""
    return f'<path class="tip" d="M{x + 9 * way:g} {y:g}L{x:g} {y - 5:g}L{x:g} {y + 5:g}Z"/>'


DRAWER = Drawer(Chronology, draw, legend)
