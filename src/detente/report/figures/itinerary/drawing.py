"""Draw an itinerary: a few legs over a calendar.

Every difference is one of shape as well as of colour: what is done has a tick, what rests on an assumption is hollow,
what may be later ends in an arrow, what has no date is a ring in a lane of its own, and what can move now has a bar
before its name. No line runs through words: those of the calendar are drawn in the strips between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from detente.dates.words import plain_day
from detente.findings.figures.itinerary import Itinerary, Leg
from detente.report.drawing.calendar import Tick, heads, ticks
from detente.report.drawing.lettering import BOLD, width
from detente.report.drawing.said import SIZE
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, rectangle, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.itinerary.layout import INDENT, Entry, ItineraryLayout, lay
from detente.report.figures.itinerary.marks import diamond, later, ring, ticked

_NAMES = 316.0
"""Width of the column of words in the wide drawing [units]."""

_UNDATED = "no date"
_BAR, _PART, _LEAST = 12.0, 5.0, 6.0


def draw(spec: Itinerary, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of an itinerary, all text escaped; see :class:`~detente.report.figures.drawer.Drawer`."""
    narrow, wide = _sheet(lay(spec, NARROW, 0)), _sheet(lay(spec, WIDE, _NAMES))
    return frame("itinerary", (anchor, title, description), narrow, wide)


def legend(spec: Itinerary, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    legs = spec.legs
    ahead = [leg for leg in legs if leg.is_dated and not leg.done]
    shown = (
        (any(leg.now for leg in legs), "can move now", '<path class="waits" d="M20 1V19"/>'),
        (any(leg.done for leg in legs), "done", ticked(20, 10)),
        (any(leg.latest is None for leg in ahead), "then or later", later(20, 38, 10) + diamond(20, 10)),
        (any(_is_bar(leg) for leg in ahead), "on one of these days", '<path class="when" d="M6 7H34V13H6Z"/>'),
        (any(leg.earliest == leg.latest for leg in ahead), "on this day", diamond(20, 10)),
        (any(leg.assumed for leg in ahead), "rests on an assumption", diamond(20, 10, "when assumed")),
        (any(leg.parts for leg in legs), "a dated step on the way", '<path class="part" d="M6 8H34V12H6Z"/>'),
        (any(not leg.is_dated for leg in legs), _UNDATED, ring(20, 10)),
    )
    return tuple((words, swatch("itinerary", shape)) for used, words, shape in shown if used)


def _sheet(layout: ItineraryLayout) -> Sheet:
    marked = ticks(*layout.days, layout.calendar[1] - layout.calendar[0]) if layout.calendar else ()
    body = [_head(layout, marked), _ground(layout, [layout.place(tick.day) for tick in marked])]
    for entry in layout.entries:
        leg = entry.leg
        kind = "rule goal" if leg.goal else "rule"
        body.append(f'<path class="{kind}" d="M0 {entry.top:g}H{layout.wide:g}"/>')
        if leg.now and entry.lines:
            body.append(f'<path class="waits" d="M2 {entry.lines[0].y - 11:g}V{entry.lines[-1].y + 3:g}"/>')
        body += [text(INDENT, line.y, line.words, line.kind) for line in entry.lines]
        body.append(titled(f"{leg.name}: {leg.when}" if leg.when else leg.name, _shapes(layout, entry)))
    foot = layout.bottom + 4
    if layout.spec.today and layout.calendar:
        body.append(_today(layout, layout.spec.today))
        foot += 20
    return Sheet(layout.wide, round(foot, 1), "".join(body))


def _head(layout: ItineraryLayout, marked: Sequence[Tick]) -> str:
    """Return the words of the calendar, and above the lane for what has no date."""
    lane = sum(layout.lane) / 2 if layout.lane else 0.0
    above = text(round(lane, 1), 34, _UNDATED, "tick", "middle") if layout.lane else ""
    left, right = layout.calendar or (0.0, 0.0)
    edges = (max(left - INDENT, 0.0), right + INDENT)
    return above + "".join(said.drawn() for said in heads(marked, layout.place, edges))


def _ground(layout: ItineraryLayout, places: Sequence[float]) -> str:
    """Return the calendar and the lane for what has no date, in the strips of the legs."""
    strips = list(_joined(entry.strip for entry in layout.entries))
    left, right = layout.lane or (0.0, 0.0)
    lane = [rectangle("nodate", Box(left, top, right - left, foot - top)) for top, foot in strips if layout.lane]
    grid = "".join(f"M{x:g} {top:g}V{foot:g}" for x in places for top, foot in strips)
    today = ""
    if layout.spec.today and layout.calendar:
        x = layout.place(layout.spec.today)
        today = f'<path class="today" d="{"".join(f"M{x:g} {top:g}V{foot:g}" for top, foot in strips)}"/>'
    return "".join((*lane, f'<path class="grid" d="{grid}"/>' if grid else "", today))


def _joined(strips: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield strips, those that follow each other without a gap as one."""
    top, bottom = 0.0, 0.0
    for begin, end in strips:
        if begin != bottom and bottom:
            yield top, bottom
        top, bottom = top if begin == bottom else begin, end
    yield top, bottom


def _today(layout: ItineraryLayout, today: date) -> str:
    words, x = f"as of {plain_day(today)}", layout.place(today)
    long = width(words, SIZE) * BOLD
    side = "" if x + long <= layout.wide else "end"
    return text(x, round(layout.bottom + 17, 1), words, "today", side)


def _shapes(layout: ItineraryLayout, entry: Entry) -> str:
    """Return the marks of a leg: in the calendar, or in the lane for what has no date."""
    leg, y = entry.leg, entry.middle
    shapes = [_span(layout, pair, y, "part") for pair in leg.parts]
    if not leg.is_dated:
        middle = round(sum(layout.lane or (0.0, 0.0)) / 2, 1)
        return "".join((*shapes, ticked(middle, y) if leg.done else ring(middle, y)))
    kind = "when assumed" if leg.assumed else "when"
    first, last = leg.earliest, leg.latest
    day = first or last
    x = layout.place(day) if day else 0.0
    if leg.done:
        ends = (layout.place(first or last or layout.days[0]), layout.place(last or layout.days[1]))
        return _span(layout, (first, last), y, "part") + ticked(round(sum(ends) / 2, 1), y)
    if _is_bar(leg):
        return "".join((*shapes, _span(layout, (first, last), y, kind)))
    if last is None and layout.calendar:
        shapes.append(later(x, layout.calendar[1], y))
    return "".join((*shapes, diamond(x, y, kind)))


def _span(layout: ItineraryLayout, days: tuple[date | None, date | None], y: float, kind: str) -> str:
    """Return a bar over some days, at least so long that it is seen; from or to the calendar's edge where it is open.

    What is open at its end begins with a short bar, as nobody knows how long it is.
    """
    first = layout.place(days[0] or layout.days[0])
    last = layout.place(days[1]) if days[1] else first
    long = max(last - first, _LEAST)
    first = min(first, (layout.calendar or (0.0, first + long))[1] - long)
    thick = _PART if kind == "part" else _BAR
    return rectangle(kind, Box(first, y - thick / 2, long, thick))


def _is_bar(leg: Leg) -> bool:
    return leg.latest is not None and leg.earliest != leg.latest


DRAWER = Drawer(Itinerary, draw, legend)
