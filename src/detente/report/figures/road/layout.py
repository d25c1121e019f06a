"""The layout of a road: a row for each step, a place for each day, and a lane for what has no date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from detente.findings.figures.road import Road, Stage
from detente.report.drawing.calendar import place
from detente.report.drawing.lettering import LEADING, width, wrap
from detente.report.drawing.said import SIZE
from detente.report.drawing.svg import Box

LEAD = SIZE * LEADING
POINT = 7.0
"""Half the width and height of a mark for a day, and for no date [units]."""

UNDATED = "no date"
_TOP, _PAD, _EDGE = 44.0, 10.0, 14.0
_CLEAR = 14.0
"""How far over a mark words stand, so that an arrow's head has room [units]."""

_LEAST_BAR = 2 * POINT
_LANE, _MOST_LANE, _PITCH = 78.0, 124.0, 22.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it says, and where it stands.

    Attributes
    ----------
    top, bottom
        Its edges [units].
    name, under
        The lines of the step's name, and of who must act.
    shape
        The rectangle of its bar or mark.
    """

    top: float
    bottom: float
    name: tuple[str, ...]
    under: tuple[str, ...]
    shape: Box


@dataclass(frozen=True, slots=True)
class RoadLayout:
    """A road with its measures.

    Attributes
    ----------
    spec
        The road.
    wide
        Width of the drawing [units].
    names
        Width of the column of names; 0 where names stand above the marks [units].
    calendar, lane
        Left and right edge of the calendar, and of the lane for what has no date; ``None`` where there is none.
    days
        First and last day of the calendar; ``None`` where no step has a date.
    entries
        The rows.
    """

    spec: Road
    wide: float
    names: float
    calendar: tuple[float, float]
    lane: tuple[float, float] | None
    days: tuple[date, date] | None
    entries: tuple[Entry, ...]

    @property
    def bottom(self) -> float:
        """The lower edge of the last row [units]."""
        return self.entries[-1].bottom

    def place(self, day: date) -> float:
        """Return where a day lies [units]."""
        return place(day, self.days or (day, day), self.calendar)

    @property
    def end(self) -> float:
        """The right edge of what is drawn [units]."""
        return self.lane[1] if self.lane else self.calendar[1]


def lay(spec: Road, wide: float, names: float) -> RoadLayout:
    """Return the layout of a road in a drawing of some width, with so much room for a column of names."""
    days = calendar_days(spec)
    lane = _lane(spec, wide, names if days is None else wide - _lane_width(spec))
    left = names + _EDGE
    calendar = (left, (lane[0] if lane else wide) - (_EDGE if days else 0))
    entries: list[Entry] = []
    top = _TOP
    for k, stage in enumerate(spec.stages):
        entries.append(_entry(spec, stage, (wide, names, top), _across(spec, k, (calendar, lane, days))))
        top = entries[-1].bottom
    return RoadLayout(spec, wide, names, calendar, lane, days, tuple(entries))


def calendar_days(spec: Road) -> tuple[date, date] | None:
    """Return the first and the last day to be shown; ``None`` where no step has a date."""
    dated = [day for stage in spec.stages for day in (stage.earliest, stage.latest) if day]
    if not dated:
        return None
    known = [*dated, *([spec.today] if spec.today else [])]
    first, last = min(known), max(known)
    last += min(timedelta(days=max((last - first).days // 16, 7)), date.max - last)
    return first, last


def tags(spec: Road, stage: Stage) -> tuple[str, ...]:
    """Return who must act on a step, and whether that is next; on which paths it is; and what is said of its date."""
    who = ", ".join(stage.by)
    who = f"next: {who or 'nobody is named'}" if stage.now else who
    return tuple(filter(None, (who, _path(spec, stage), "; ".join(stage.after), stage.stated)))


def _path(spec: Road, stage: Stage) -> str:
    """Return on which of several paths a step is, or what it has to do with the goal if on none."""
    if not stage.paths:
        return stage.apart
    if len(stage.paths) == len(spec.paths):
        return "every path" if spec.complete else "every path that is shown"
    numbers = ", ".join(str(k + 1) for k in stage.paths[:4]) + ("…" if len(stage.paths) > 4 else "")
    return f"path {numbers}" if spec.paths else ""


def _tagged(spec: Road, stage: Stage, room: float) -> tuple[str, ...]:
    """Return the tags of a step in one line where they fit, else each in its own."""
    joined = " · ".join(tags(spec, stage))
    parts = (joined,) if width(joined, SIZE) <= room else tags(spec, stage)
    return tuple(line for part in parts for line in wrap(part, room, SIZE, most=2))


def _lane_width(spec: Road) -> float:
    undated = sum(not stage.is_dated for stage in spec.stages)
    open_end = any(stage.is_dated and stage.latest is None for stage in spec.stages)
    if not undated and not open_end:
        return 0.0
    return min(max(_LANE, _PITCH * (undated + 2)), _MOST_LANE)


def _lane(spec: Road, wide: float, left: float) -> tuple[float, float] | None:
    return (left, wide) if _lane_width(spec) else None


_Measures = tuple[tuple[float, float], tuple[float, float] | None, tuple[date, date] | None]


def _across(spec: Road, number: int, measures: _Measures) -> tuple[float, float]:
    """Return the left and the right edge of a step's shape."""
    calendar, lane, days = measures
    stage = spec.stages[number]
    first = stage.earliest or stage.latest
    if first is None or days is None:
        left, right = lane or calendar
        undated = [k for k, each in enumerate(spec.stages) if not each.is_dated]
        pitch = (right - left) / (len(undated) + 1)
        middle = left + pitch * (undated.index(number) + 1)
        return round(middle - POINT, 1), round(middle + POINT, 1)
    start = place(first, days, calendar)
    end = place(stage.latest, days, calendar) if stage.latest and stage.earliest else start
    if end - start < _LEAST_BAR:
        middle = min((start + end) / 2, calendar[1] + _EDGE - POINT)
        return (start, start + _LEAST_BAR) if end > start else (round(middle - POINT, 1), round(middle + POINT, 1))
    return start, end


def _entry(spec: Road, stage: Stage, measures: tuple[float, float, float], across: tuple[float, float]) -> Entry:
    wide, names, top = measures
    room = (names or wide) - _PAD - 4
    name, under = wrap(stage.name, room, SIZE, most=3), _tagged(spec, stage, room)
    words = LEAD * len(name) + LEAD * len(under)
    dated = LEAD if stage.is_dated else 0.0
    if names:
        height = max(words + 16, 40.0 + dated / 2)
        middle = top + height / 2 - (8 if dated else 0)
    else:
        middle = top + 8 + words + POINT + _CLEAR
        height = middle + POINT + dated + 8 - top
    shape = Box(across[0], round(middle - POINT, 1), across[1] - across[0], 2 * POINT)
    return Entry(round(top, 1), round(top + height, 1), name, under, shape)


def label(layout: RoadLayout, number: int, words: str) -> float:
    """Return where the words under a step's mark begin: to its right, else to its left, in the drawing [units]."""
    shape, wide = layout.entries[number].shape, width(words, SIZE)
    right, left = shape.x + POINT + 5, shape.x - 4 - wide
    if right + wide <= layout.wide:
        return round(right, 1)
    return round(left if left >= layout.names else max(layout.wide - wide, layout.names), 1)
