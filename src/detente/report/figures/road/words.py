"""The words of a road: over its calendar, on its rows, and under it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dates.spans import plain_span
from detente.dates.words import plain_day
from detente.report.drawing.calendar import Tick, heads, ticks
from detente.report.drawing.lettering import width, wrap
from detente.report.drawing.said import SIZE, Said
from detente.report.figures.road.layout import LEAD, UNDATED, Entry, RoadLayout, label

_MOST_PATHS = 6
_PATH = 56.0
"""Where the words on a path begin, after its number [units]."""


def words(layout: RoadLayout) -> Iterator[Said]:
    """Yield all words but those on the paths: of the calendar, of each row, and of the day of the picture."""
    if layout.lane:
        yield Said(round(sum(layout.lane) / 2, 1), 34, (UNDATED,), "head", "middle", bold=True)
    yield from heads(calendar_ticks(layout), layout.place, (layout.names, layout.calendar[1] + 10))
    for k, (stage, entry) in enumerate(zip(layout.spec.stages, layout.entries, strict=True)):
        bold = stage.now or k == len(layout.entries) - 1
        first = _first(layout, entry)
        yield Said(10, first, entry.name, "goal" if bold else "", bold=bold and not layout.names)
        under = round(first + LEAD * len(entry.name), 1)
        yield Said(10, under, entry.under, "who now" if stage.now else "who", bold=stage.now and not layout.names)
        if stage.is_dated:
            when = plain_span(stage.earliest, stage.latest)
            yield Said(label(layout, k, when), round(entry.shape.bottom + SIZE, 1), (when,), "who")
    if layout.days and layout.spec.today:
        day = f"as of {plain_day(layout.spec.today)}"
        x = max(0.0, min(layout.place(layout.spec.today) - 4, layout.wide - width(day, SIZE)))
        yield Said(round(x, 1), round(layout.bottom + 18, 1), (day,), "today", bold=True)


def waiting(layout: RoadLayout) -> Iterator[tuple[float, float]]:
    """Yield the upper and the lower end of the words of each step that waits for nothing."""
    for stage, entry in zip(layout.spec.stages, layout.entries, strict=True):
        if stage.now:
            first = _first(layout, entry)
            lines = max(len(entry.name) + len(entry.under) - 1, 0)
            yield round(first - 12, 1), round(first + LEAD * lines + 4, 1)


def listed(layout: RoadLayout) -> tuple[list[str], float]:
    """Return the paths in words, under everything else, and the lower end of the drawing."""
    y = layout.bottom + (18 if layout.days and layout.spec.today else 0)
    found: list[Said] = []
    paths = layout.spec.paths
    for k, path in enumerate(paths[:_MOST_PATHS], 1):
        said = wrap(path, layout.wide - _PATH - 8, SIZE, most=3)
        y = round(y + 22, 1)
        found += [Said(0, y, (f"path {k}",), "path"), Said(_PATH, y, said)]
        y += LEAD * max(len(said) - 1, 0)
    if len(paths) > _MOST_PATHS:
        y = round(y + 22, 1)
        found.append(Said(0, y, (f"and {len(paths) - _MOST_PATHS} more paths",), "aside"))
    return [each.drawn() for each in found], round(y + 8, 1)


def calendar_ticks(layout: RoadLayout) -> tuple[Tick, ...]:
    """Return the ticks of the calendar, if there is one."""
    left, right = layout.calendar
    return ticks(*layout.days, right - left) if layout.days else ()


def _first(layout: RoadLayout, entry: Entry) -> float:
    """Return where the base line of a row's first words stands."""
    high = LEAD * (len(entry.name) + len(entry.under))
    top = entry.top + (entry.bottom - entry.top - high) / 2 if layout.names else entry.top + 6
    return round(top + SIZE * 0.95, 1)
