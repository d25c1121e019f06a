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
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, lines, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.routes.layout import Run, Way, arrows, distinct, places
from detente.report.figures.routes.tree import tree

_SIZE, _SMALL = 14.0, 13.0
_PAD, _BETWEEN = 8.0, 10.0
_MOST_DEPTH, _MOST_LINES = 2, 9


def draw(spec: Routes, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of routes, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    columns = max((len(way) for way in spec.ways), default=1) <= _MOST_DEPTH
    wide = _Columns.of(spec).sheet() if columns else tree(spec, WIDE)
    return frame("routes", (anchor, title, description), tree(spec, NARROW), wide)


def legend(spec: Routes, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    hops = [hop for way in spec.ways for hop in way]
    worths = {hop.gain for hop in hops}
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
        origin = min(max((width(line, _SIZE) * BOLD for line in spec.origin), default=0) + 2 * _PAD + 1, 120)
        between = min(max([_room(hop.by) for way in spec.ways for hop in way] + [72]) + 34, 150)
        ways = distinct(spec.ways)
        left, rest = origin + between, WIDE - origin - between - 1
        if max(map(len, ways), default=1) < _MOST_DEPTH:
            return cls(spec, ways, ((0, origin), (left, rest)))
        ends = [width(line, _SIZE) * BOLD for way in ways for hop in way[1:] for line in hop.label]
        last = min(max([*ends, 64]) + 2 * _PAD + 4, (rest - between) * 0.45)
        first = rest - between - last
        return cls(spec, ways, ((0, origin), (left, first), (left + first + between, last)))

    def sheet(self) -> Sheet:
        """Return the drawing."""
        tops = self._tops()
        _, wide = self.edges[0]
        words = tuple(line for phrase in self.spec.origin for line in self._bold(phrase, 0))
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
        return Sheet(WIDE, round(box.bottom + 0.75, 1), "".join(body))

    def _words(self, run: Run) -> tuple[str, ...]:
        hop, room = run.hop, self._wide(run) - 2 * _PAD
        if hop.named:
            return tuple(line for phrase in hop.label for line in wrap(phrase, room / BOLD, _SIZE, _MOST_LINES))
        return tuple(line for phrase in hop.label for line in wrap(phrase, room, _SIZE, _MOST_LINES))

    def _bold(self, phrase: str, depth: int) -> tuple[str, ...]:
        """Return the lines of what a place is called: its letters are bold, and so wider."""
        return wrap(phrase, (self.edges[depth][1] - 2 * _PAD) / BOLD, _SIZE, _MOST_LINES)

    def _wide(self, run: Run) -> float:
        """Return the width of a place: where no way leads on from it, up to the right edge."""
        leads_on = any(len(way) > run.depth for way in self.ways[run.first : run.last + 1])
        left, wide = self.edges[run.depth]
        return wide if leads_on else self._right - left

    @property
    def _right(self) -> float:
        return sum(self.edges[-1])

    def _closed(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Return the lines of each place to which there is no way, and of the reason."""
        room = self._right - self.edges[1][0] - 2 * _PAD
        named = [wrap(name, room / BOLD, _SIZE, _MOST_LINES) for name, _ in self.spec.closed]
        return [
            (name, wrap(why, room, _SMALL, _MOST_LINES)) for name, (_, why) in zip(named, self.spec.closed, strict=True)
        ]

    def _said(self, by: str, depth: int) -> tuple[str, ...]:
        """Return the lines over an arrow: who moves."""
        before, wide = self.edges[depth - 1]
        return wrap(by, self.edges[depth][0] - before - wide - 11, _SMALL, _MOST_LINES)

    def _tops(self) -> list[float]:
        """Return the upper edge of each row, and the lower end of the last."""
        heights = [40.0] * len(self.ways)
        for run in arrows(self.ways):
            lines_over = len(self._said(run.hop.by, run.depth))
            heights[run.first] = max(heights[run.first], 2 * (_SIZE * LEADING * lines_over + 4))
        for run in places(self.ways):
            needed = _SIZE * LEADING * len(self._words(run)) + 14
            between = _BETWEEN * (run.last - run.first)
            heights[run.last] += max(needed - between - sum(heights[run.first : run.last + 1]), 0)
        heights += [LEADING * _SIZE * (len(name) + len(why)) + 16 for name, why in self._closed()]
        tops = [0.75]
        for height in heights:
            tops.append(round(tops[-1] + height + _BETWEEN, 1))
        return tops

    def _place(self, run: Run, tops: list[float]) -> Box:
        height = tops[run.last + 1] - _BETWEEN - tops[run.first]
        return Box(self.edges[run.depth][0], tops[run.first], self._wide(run), height)

    def _arrow(self, by: str, gain: Gain, depth: int, y: float) -> Iterator[str]:
        before, wide = self.edges[depth - 1]
        start, end = before + wide + 3, self.edges[depth][0] - 2
        middle = (start + end - 7) / 2
        yield arrow(gain, (start, y), end)
        for k, line in enumerate(reversed(self._said(by, depth))):
            yield text(middle, y - 6 - k * _SIZE * LEADING, line, "who", "middle")
        yield text(middle, y + 15, gain, "worth", "middle")

    def _rest(self, tops: list[float]) -> Iterator[str]:
        """Yield the places to which there is no way."""
        left = self.edges[1][0]
        for row, (name, why) in enumerate(self._closed(), start=len(self.ways)):
            box = Box(left, tops[row], self._right - left, tops[row + 1] - _BETWEEN - tops[row])
            yield barred((self.edges[0][1] + 3, box.middle[1]), left - 24)
            yield _box("stop shut", box, (), "")
            yield lines((left + _PAD, box.y + 20), name, _SIZE, "goal")
            lower = box.bottom - 10 - _SIZE * LEADING * (len(why) - 1)
            yield lines((left + _PAD, round(lower, 1)), why, _SIZE, "who")


def _room(name: str) -> float:
    """Return how much room a name needs in one line, or in two if it has several words."""
    whole = width(name, _SMALL)
    return min(whole, max([whole * 0.6, *(width(word, _SMALL) for word in name.split())]))


def _box(look: str, box: Box, words: tuple[str, ...], name: str) -> str:
    """Return a rectangle with lines of letters half-way up."""
    first = box.middle[1] - _SIZE * LEADING * len(words) / 2 + _SIZE * 0.98
    return (
        f'<rect class="{look}" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="3"/>'
        f"{lines((box.x + _PAD, round(first, 1)), words, _SIZE, name)}"
    )


DRAWER = Drawer(Routes, draw, legend)
