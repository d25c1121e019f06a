"""The marks of an itinerary: shapes that keep their size, at places that are shares of the width."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.report.drawing.svg import UNIT

if TYPE_CHECKING:
    from detente.report.figures.itinerary.layout import ItineraryLayout

DIAMOND = '<path class="when{}" d="M0 -7L7 0L0 7L-7 0Z"/>'
RING = '<circle class="ring" cx="0" cy="0" r="6"/>'
TICKED = (
    '<path class="ticked" fill-rule="evenodd"'
    ' d="M-8 0A8 8 0 1 0 8 0A8 8 0 1 0 -8 0ZM-4.4 0.2L-1.1 3.9L4.5 -2.7L3 -4L-1.2 1L-3 -1.1Z"/>'
)
"""A disc with a tick cut out of it."""
ARROW = '<path class="open" d="M-6 -5L0 0L-6 5"/>'
WAITS = "M20 1V19"

_BAR, _PART, _LEAST = 12.0, 5.0, 6.0


def symbol(layout: ItineraryLayout, x: float, y: float, shape: str) -> str:
    """Return a shape around a point."""
    place = f'x="{layout.share(x)}%" y="{round(y / UNIT, 4):g}rem"'
    return f'<svg {place} width="1rem" height="1rem" viewBox="0 0 {UNIT} {UNIT}" overflow="visible">{shape}</svg>'


def stroke(layout: ItineraryLayout, ends: tuple[float, float], y: float) -> str:
    """Return a line from one place to another: what may be later."""
    first, last = (layout.share(end) for end in ends)
    high = f"{round(y / UNIT, 4):g}rem"
    return f'<line class="open" x1="{first}%" x2="{last}%" y1="{high}" y2="{high}"/>'


def span(layout: ItineraryLayout, days: tuple[date | None, date | None], y: float, kind: str) -> str:
    """Return a bar over some days, at least so long that it is seen; from or to the calendar's edge where it is open.

    What is open at its end begins with a short bar, as nobody knows how long it is.
    """
    first = layout.place(days[0] or layout.days[0])
    last = layout.place(days[1]) if days[1] else first
    long = max(last - first, _LEAST)
    first = min(first, (layout.calendar or (0.0, first + long))[1] - long)
    thick = _PART if kind == "part" else _BAR
    place = f'x="{layout.share(first)}%" width="{layout.share(long)}%"'
    return f'<rect class="{kind}" {place} y="{round((y - thick / 2) / UNIT, 4):g}rem" height="{thick / UNIT:g}rem"/>'
