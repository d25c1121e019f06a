"""Draw routes from left to right: columns of places, arrows between them that say who moves and at what worth.

What neighbouring ways share is one box as high as all of them, so every arrow runs straight and none cross.
Where there is little room, or ways are long, a tree takes the place of the columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.findings.figures.routes import Gain, Routes
from detente.report.drawing.arrows import WORTHS, arrow, barred
from detente.report.drawing.lettering import BOLD, LEADING, width, wrap
from detente.report.drawing.svg import Box, Sheet, frame, lines, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.routes.layout import Run, Way, arrows, distinct, others_said, places
from detente.report.figures.routes.tree import tree

_SIZE, _SMALL = 14.0, 13.0
_WIDE, _NARROW, _PAD, _BETWEEN = 672.0, 280.0, 8.0, 10.0
_MOST_DEPTH, _MOST_LINES = 2, 9


def draw(spec: Routes, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of routes, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    columns = max((len(way) for way in spec.ways), default=1) <= _MOST_DEPTH
    wide = _Columns.of(spec).sheet() if columns else tree(spec, _WIDE)
    return frame("routes", (anchor, title, description), tree(spec, _NARROW), wide)


def legend(spec: Routes, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    hops = [hop for way in spec.ways for hop in way]
    worths = {hop.gain for hop in hops} | {gain for _, gain, _ in spec.others}
    found = [(words, arrow(gain, (2, 10), 38)) for gain, words in WORTHS.items() if gain in worths]
    signs = {phrase[:1] for hop in hops for phrase in hop.label if not hop.named}
    found += [(words, text(20, 15, sign, "goal", "middle")) for sign, words in _SIGNS if sign in signs]
    found += [("no way there", barred((8, 10), 30))] if spec.closed else []
    return tuple((words, swatch("routes", shape)) for words, shape in found)


_SIGNS = (("+", "takes up"), ("−", "drops"))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The wide drawing.

    Attributes
    ----------
    spec, ways
        What is drawn, and its distinct ways.
    edges
        Left edge and width of each column: the origin, then one for each step [units].
    """

    spec: Routes
    ways: tuple[Way, ...]
    edges: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, spec: Routes) -> _Columns:
        names = [hop.by for way in spec.ways for hop in way] + [by for by, _, _ in spec.others]
        origin = min(max((width(line, _SIZE) * BOLD for line in spec.origin), default=0) + 2 * _PAD + 1, 120)
        between = min(max([width(name, _SMALL) for name in names] + [72]) + 34, 150)
        ways = distinct(spec.ways)
        left, rest = origin + between, _WIDE - origin - between - 1
        if max(map(len, ways), default=1) < _MOST_DEPTH:
            return cls(spec, ways, ((0, origin), (left, min(rest, 320))))
        ends = [width(line, _SIZE) * BOLD for way in ways for hop in way[1:] for line in hop.label]
        last = min(max([*ends, 64]) + 2 * _PAD + 4, (rest - between) * 0.45)
        first = min(rest - between - last, 264)
        return cls(spec, ways, ((0, origin), (left, first), (left + first + between, last)))

    def sheet(self) -> Sheet:
        """Return the drawing."""
        tops = self._tops()
        _, wide = self.edges[0]
        words = tuple(line for phrase in self.spec.origin for line in _bold(phrase, wide - 2 * _PAD))
        box = Box(0.75, 0.75, wide, max(tops[-1] - _BETWEEN, _SIZE * LEADING * len(words) + 16))
        body = [_box("start", box, (), ""), lines((_PAD, 24), words, _SIZE, "goal")]
        for run in places(self.ways):
            name, look = ("goal", "stop named") if run.hop.named else ("", "stop")
            words = self._words(run)
            body.append(titled(run.hop.title, _box(look, self._place(run, tops), words, name)))
        for run in arrows(self.ways):
            y = self._place(run, tops).middle[1]
            body += self._arrow(run.hop.by, run.hop.gain, run.depth, y)
        body += self._rest(tops)
        return Sheet(_WIDE, round(box.bottom + 0.75, 1), "".join(body))

    def _words(self, run: Run) -> tuple[str, ...]:
        room = self._wide(run.depth, self.ways[run.first : run.last + 1]) - 2 * _PAD
        if run.hop.named:
            return tuple(line for phrase in run.hop.label for line in _bold(phrase, room))
        return tuple(line for phrase in run.hop.label for line in wrap(phrase, room, _SIZE, _MOST_LINES))

    def _wide(self, depth: int, ways: tuple[Way, ...] = ()) -> float:
        """Return how wide a box is: where no way goes on from it, it takes up the columns that are left."""
        left, wide = self.edges[depth]
        return sum(self.edges[-1]) - left if all(len(way) == depth for way in ways) else wide

    def _closed(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Return the lines of each place to which there is no way, and of the reason."""
        room = self._wide(1) - 2 * _PAD
        return [(_bold(name, room), wrap(why, room, _SMALL, _MOST_LINES)) for name, why in self.spec.closed]

    def _tops(self) -> list[float]:
        """Return the upper edge of each row, and the lower end of the last."""
        heights = [40.0] * len(self.ways)
        for run in places(self.ways):
            needed = _SIZE * LEADING * len(self._words(run)) + 14
            between = _BETWEEN * (run.last - run.first)
            heights[run.last] += max(needed - between - sum(heights[run.first : run.last + 1]), 0)
        for run in arrows(self.ways):
            between = _BETWEEN * (run.last - run.first)
            needed = self._beside(run.hop.by, run.depth)
            heights[run.last] += max(needed - between - sum(heights[run.first : run.last + 1]), 0)
        heights += [self._beside(by, 1) for by, _, _ in self.spec.others]
        heights += [LEADING * _SIZE * (len(name) + len(why)) + 16 for name, why in self._closed()]
        tops = [0.75]
        for height in heights:
            tops.append(round(tops[-1] + height + _BETWEEN, 1))
        return tops

    def _place(self, run: Run, tops: list[float]) -> Box:
        left, wide = self.edges[run.depth][0], self._wide(run.depth, self.ways[run.first : run.last + 1])
        return Box(left, tops[run.first], wide, tops[run.last + 1] - _BETWEEN - tops[run.first])

    def _who(self, by: str, depth: int) -> tuple[str, ...]:
        """Return the lines over the arrow to a column."""
        before, wide = self.edges[depth - 1]
        return wrap(by, self.edges[depth][0] - before - wide - 11, _SMALL, _MOST_LINES)

    def _beside(self, by: str, depth: int) -> float:
        """Return how high a row has to be for what stands over its arrow."""
        return 40.0 + 2 * _SIZE * LEADING * max(len(self._who(by, depth)) - 1, 0)

    def _arrow(self, by: str, gain: Gain, depth: int, y: float) -> Iterator[str]:
        before, wide = self.edges[depth - 1]
        start, end = before + wide + 3, self.edges[depth][0] - 2
        middle, who = (start + end - 7) / 2, self._who(by, depth)
        yield arrow(gain, (start, y), end)
        for k, line in enumerate(reversed(who)):
            yield text(middle, round(y - 6 - _SIZE * LEADING * k, 1), line, "who", "middle")
        yield text(middle, y + 15, gain, "worth", "middle")

    def _rest(self, tops: list[float]) -> Iterator[str]:
        """Yield the moves that are only counted, and the places to which there is no way."""
        left, wide = self.edges[1][0], self._wide(1)
        row = len(self.ways)
        for by, gain, number in self.spec.others:
            y = (tops[row] + tops[row + 1] - _BETWEEN) / 2
            yield from self._arrow(by, gain, 1, y)
            yield text(left + _PAD, y + 5, others_said(number), "aside")
            row += 1
        for name, why in self._closed():
            box = Box(left, tops[row], wide, tops[row + 1] - _BETWEEN - tops[row])
            yield barred((self.edges[0][1] + 3, box.middle[1]), left - 24)
            yield _box("stop shut", box, (), "")
            yield lines((left + _PAD, box.y + 20), name, _SIZE, "goal")
            lower = box.bottom - 10 - _SIZE * LEADING * (len(why) - 1)
            yield lines((left + _PAD, round(lower, 1)), why, _SIZE, "who")
            row += 1


def _bold(phrase: str, room: float) -> tuple[str, ...]:
    """Return the lines of what a place is called: its letters are bold, and so wider."""
    return wrap(phrase, room / BOLD, _SIZE, _MOST_LINES)


def _box(look: str, box: Box, words: tuple[str, ...], name: str) -> str:
    """Return a rectangle with lines of letters half-way up."""
    first = box.middle[1] - _SIZE * LEADING * len(words) / 2 + _SIZE * 0.98
    return (
        f'<rect class="{look}" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="3"/>'
        f"{lines((box.x + _PAD, round(first, 1)), words, _SIZE, name)}"
    )


DRAWER = Drawer(Routes, draw, legend)
