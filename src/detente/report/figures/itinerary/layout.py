"""The layout of an itinerary: words at the left or above, and a strip of the calendar for each leg."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from detente.findings.figures.itinerary import Itinerary, Leg
from detente.report.drawing.calendar import place
from detente.report.drawing.lettering import BOLD, LEADING, wrap
from detente.report.drawing.said import SIZE

TOP, INDENT = 46.0, 10.0
POINT = 7.0
"""Half the width and height of the mark for a day, and for no date [units]."""

_PAD, _STRIP, _LANE, _EDGE = 9.0, 30.0, 62.0, 12.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of letters: the words, their class, and the height of their base line [units]."""

    words: str
    kind: str
    y: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A leg with its place.

    Attributes
    ----------
    leg
        What is drawn.
    top, bottom
        Its edges [units].
    lines
        What is said of it.
    strip
        The upper and the lower edge of its strip of the calendar [units].
    """

    leg: Leg
    top: float
    bottom: float
    lines: tuple[Line, ...]
    strip: tuple[float, float]

    @property
    def middle(self) -> float:
        """The height at which its marks stand [units]."""
        return round(sum(self.strip) / 2, 1)


@dataclass(frozen=True, slots=True)
class ItineraryLayout:
    """An itinerary with its measures.

    Attributes
    ----------
    spec
        The itinerary.
    wide
        Width of the drawing [units].
    calendar, lane
        Left and right edge of the calendar, and of the lane for what has no date [units]; ``None`` where nothing stands
        there.
    days
        First and last day of the calendar.
    entries
        The rows.
    """

    spec: Itinerary
    wide: float
    calendar: tuple[float, float] | None
    lane: tuple[float, float] | None
    days: tuple[date, date]
    entries: tuple[Entry, ...]

    @property
    def bottom(self) -> float:
        """The lower edge of the last row [units]."""
        return self.entries[-1].bottom

    def place(self, day: date) -> float:
        """Return where a day of the calendar lies [units]."""
        return place(day, self.days, self.calendar or (0.0, 0.0))


def lay(spec: Itinerary, wide: float, names: float) -> ItineraryLayout:
    """Return the layout in a drawing of some width; words stand above the strips where names have no column."""
    dated = any(leg.is_dated or leg.parts for leg in spec.legs)
    undated = any(not leg.is_dated for leg in spec.legs)
    left = names + _EDGE
    lane = (wide - _LANE if dated else left, wide) if undated else None
    right = (lane[0] if lane else wide) - _EDGE
    entries: list[Entry] = []
    top = TOP
    for leg in spec.legs:
        entries.append(_entry(leg, top, (wide, names)))
        top = entries[-1].bottom
    return ItineraryLayout(spec, wide, (left, right) if dated else None, lane, _days(spec), tuple(entries))


def _days(spec: Itinerary) -> tuple[date, date]:
    """Return the first and the last day to be shown, with some room behind the last."""
    ends = [day for leg in spec.legs for pair in (*leg.parts, (leg.earliest, leg.latest)) for day in pair if day]
    known = [*ends, *([spec.today] if spec.today else [])]
    if not known:
        return date.min, date.min
    first, last = min(known), max(known)
    return first, last + min(timedelta(days=max((last - first).days // 12, 14)), date.max - last)


def _entry(leg: Leg, top: float, measures: tuple[float, float]) -> Entry:
    wide, names = measures
    room = (names or wide) - INDENT
    lines: list[Line] = []
    y = top + _PAD
    for words, kind, most in ((leg.name, "goal", 3), (leg.when, "head", 2), (leg.said, "", 2)):
        for line in wrap(words, room / (BOLD if kind else 1), SIZE, most=most):
            lines.append(Line(line, kind, round(y + SIZE, 1)))
            y += SIZE * LEADING
    if names:
        bottom = max(y + _PAD, top + _STRIP + _PAD)
        return Entry(leg, top, round(bottom, 1), tuple(lines), (top, round(bottom, 1)))
    return Entry(leg, top, round(y + _STRIP + 4, 1), tuple(lines), (round(y + 2, 1), round(y + _STRIP + 2, 1)))
