"""Draw an itinerary: a few legs over a calendar, in a drawing that fills its column while its letters keep their size.

Every difference is one of shape as well as of colour: what is done has a tick, what rests on an assumption is hollow,
what may be later ends in an arrow, what has no date is a ring in a lane of its own, and what can move now has a bar
before its name. No line runs through words: those of the calendar are drawn in the strips between.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from detente.dates.words import plain_day
from detente.findings.figures.itinerary import Itinerary, Leg
from detente.report.drawing.calendar import ticks
from detente.report.drawing.lettering import BOLD, width
from detente.report.drawing.svg import UNIT, swatch, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.itinerary.layout import INDENT, SMALL, Entry, ItineraryLayout, lay
from detente.report.figures.itinerary.marks import ARROW, DIAMOND, RING, TICKED, WAITS, span, stroke, symbol

_NARROW, _WIDE, _NAMES = 280.0, 672.0, 300.0
_UNDATED = "no date"


def draw(spec: Itinerary, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of an itinerary, all text escaped; see :class:`~detente.report.figures.drawer.Drawer`."""
    sheets = {"narrow": lay(spec, _NARROW, 0), "wide": lay(spec, _WIDE, _NAMES)}
    style = ";".join(f"--{name}-high:{_high(layout)}" for name, layout in sheets.items())
    inner = "".join(
        f'<svg class="{name}" width="100%" height="{_high(layout)}">{"".join(_body(layout))}</svg>'
        for name, layout in sheets.items()
    )
    return (
        f'<svg class="drawing itinerary" role="img" aria-labelledby="{anchor}-title {anchor}-desc" style="{style}">'
        f'<title id="{anchor}-title">{escape(title)}</title><desc id="{anchor}-desc">{escape(description)}</desc>'
        f"{inner}</svg>"
    )


def legend(spec: Itinerary, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    legs = spec.legs
    ahead = [leg for leg in legs if leg.is_dated and not leg.done]
    shown = (
        (any(leg.now for leg in legs), "can move now", f'<path class="waits" d="{WAITS}"/>'),
        (any(leg.done for leg in legs), "done", _sample(TICKED)),
        (any(leg.latest is None for leg in ahead), "then or later", _sample(DIAMOND.format("")) + _ARROW_SAMPLE),
        (any(_is_bar(leg) for leg in ahead), "on one of these days", '<path class="when" d="M6 7H34V13H6Z"/>'),
        (any(leg.earliest == leg.latest for leg in ahead), "on this day", _sample(DIAMOND.format(""))),
        (any(leg.assumed for leg in ahead), "rests on an assumption", _sample(DIAMOND.format(" assumed"))),
        (any(leg.parts for leg in legs), "a dated step on the way", '<path class="part" d="M6 8H34V12H6Z"/>'),
        (any(not leg.is_dated for leg in legs), _UNDATED, _sample(RING)),
    )
    return tuple((words, swatch("leg", shape)) for used, words, shape in shown if used)


_ARROW_SAMPLE = f'<path class="open" d="M20 10H38"/><g transform="translate(38 10)">{ARROW}</g>'


def _sample(shape: str) -> str:
    return f'<g transform="translate(20 10)">{shape}</g>'


def _body(layout: ItineraryLayout) -> Iterator[str]:
    yield from _head(layout)
    for entry in layout.entries:
        kind = "rule goal" if entry.leg.goal else "rule"
        yield from _ground(layout, entry)
        yield f'<line class="{kind}" x1="0" x2="100%" y1="{_rem(entry.top)}" y2="{_rem(entry.top)}"/>'
        if entry.leg.now and entry.lines:
            first, last = entry.lines[0].y - 11, entry.lines[-1].y + 3
            yield f'<rect class="moves" x="0" width="0.25rem" y="{_rem(first)}" height="{_rem(last - first)}"/>'
        yield from (
            f'<text class="{line.kind}" x="{_rem(INDENT)}" y="{_rem(line.y)}">{escape(line.words)}</text>'
            for line in entry.lines
        )
        yield titled(
            f"{entry.leg.name}: {entry.leg.when}" if entry.leg.when else entry.leg.name, _shapes(layout, entry)
        )
    yield _today(layout)


def _high(layout: ItineraryLayout) -> str:
    return _rem(layout.bottom + (24 if layout.spec.today and layout.calendar else 4))


def _head(layout: ItineraryLayout) -> Iterator[str]:
    """Yield the words of the calendar, and above the lane for what has no date."""
    if layout.lane:
        yield _word(layout, sum(layout.lane) / 2, 34, _UNDATED)
    if layout.calendar:
        for tick in ticks(*layout.days):
            x, half = layout.place(tick.day), width(max(tick.label, tick.year, key=len), SMALL) / 2
            if layout.calendar[0] - INDENT <= x - half and x + half <= layout.calendar[1] + INDENT:
                yield _word(layout, x, 34, tick.label)
                yield _word(layout, x, 17, tick.year) if tick.year else ""


def _word(layout: ItineraryLayout, x: float, y: float, words: str) -> str:
    return f'<text class="tick" x="{layout.share(x)}%" y="{_rem(y)}" text-anchor="middle">{escape(words)}</text>'


def _ground(layout: ItineraryLayout, entry: Entry) -> Iterator[str]:
    """Yield the calendar and the lane for what has no date, in the strip of one leg."""
    top, bottom = (_rem(end) for end in entry.strip)
    if layout.lane:
        left, right = (layout.share(end) for end in layout.lane)
        high = _rem(entry.strip[1] - entry.strip[0])
        yield f'<rect class="nodate" x="{left}%" width="{round(right - left, 3)}%" y="{top}" height="{high}"/>'
    if layout.calendar:
        days = [(tick.day, "grid") for tick in ticks(*layout.days)]
        days += [(layout.spec.today, "today")] if layout.spec.today else []
        for day, kind in days:
            x = layout.share(layout.place(day))
            yield f'<line class="{kind}" x1="{x}%" x2="{x}%" y1="{top}" y2="{bottom}"/>'


def _today(layout: ItineraryLayout) -> str:
    if not layout.spec.today or not layout.calendar:
        return ""
    words, x = f"as of {plain_day(layout.spec.today)}", layout.place(layout.spec.today)
    side = "start" if x + width(words, SMALL) * BOLD <= layout.wide else "end"
    place = f'x="{layout.share(x)}%" y="{_rem(layout.bottom + 16)}" text-anchor="{side}"'
    return f'<text class="today" {place}>{escape(words)}</text>'


def _shapes(layout: ItineraryLayout, entry: Entry) -> str:
    """Return the marks of a leg: in the calendar, or in the lane for what has no date."""
    leg, y = entry.leg, entry.middle
    shapes = [span(layout, pair, y, "part") for pair in leg.parts]
    if not leg.is_dated:
        middle = sum(layout.lane or (0.0, 0.0)) / 2
        return "".join((*shapes, symbol(layout, middle, y, TICKED if leg.done else RING)))
    kind = " assumed" if leg.assumed else ""
    first, last = leg.earliest, leg.latest
    day = first or last
    x = layout.place(day) if day else 0.0
    if leg.done:
        ends = (layout.place(first or last or layout.days[0]), layout.place(last or layout.days[1]))
        return span(layout, (first, last), y, "part") + symbol(layout, sum(ends) / 2, y, TICKED)
    if _is_bar(leg):
        return "".join((*shapes, span(layout, (first, last), y, f"when{kind}")))
    if last is None and layout.calendar:
        end = layout.calendar[1]
        shapes += [stroke(layout, (x, end), y), symbol(layout, end, y, ARROW)]
    return "".join((*shapes, symbol(layout, x, y, DIAMOND.format(kind))))


def _is_bar(leg: Leg) -> bool:
    return leg.latest is not None and leg.earliest != leg.latest


def _rem(units: float) -> str:
    return f"{round(units / UNIT, 4):g}rem"


DRAWER = Drawer(Itinerary, draw, legend)
