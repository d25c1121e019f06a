"""The rows of a lanes figure: which bands share a track, where each mark's words stand, how high it all is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from detente.findings.figures.lanes import Band, Lane, Lanes, Mark
from detente.report.drawing.calendar import place
from detente.report.drawing.lettering import BOLD, LEADING, width, wrap
from detente.report.drawing.said import SIZE, Said

LINE = SIZE * LEADING
TRACK, TOP, INSET, APART = 20.0, 44.0, 14.0, 9.0
"""Height of a track, where the first lane begins, and how far days keep from the edges and words from marks [units]."""

_GAP, _ROW = 12.0, 21.0


@dataclass(frozen=True, slots=True)
class Event:
    """A mark with its words, on a row of its own.

    Attributes
    ----------
    mark
        What is drawn.
    start, end
        Its edges [units].
    y
        Its middle [units].
    said
        What it was.
    """

    mark: Mark
    start: float
    end: float
    y: float
    said: Said


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane with its place.

    Attributes
    ----------
    lane
        What is drawn.
    title
        Its name.
    tracks
        Its bands; those of one track do not overlap.
    tracks_top
        Upper edge of the first track [units].
    events
        Its marks, the earliest first.
    bottom
        Lower edge [units].
    """

    lane: Lane
    title: Said
    tracks: tuple[tuple[Band, ...], ...]
    tracks_top: float
    events: tuple[Event, ...]
    bottom: float


def across(spec: Lanes, wide: float, day: date) -> float:
    """Return where a day lies in a drawing of some width, held inside its calendar [units]."""
    return place(day, (spec.first, spec.last), (INSET, wide - INSET))


def strips(spec: Lanes, wide: float) -> Iterator[Strip]:
    """Yield the lanes of a drawing of some width from the top downwards."""
    top = TOP
    for lane in spec.lanes:
        words = wrap(lane.title, wide / BOLD, SIZE, most=3)
        title = Said(0, round(top + SIZE, 1), words, "name", bold=True)
        tracks = _tracks(lane.bands)
        first = top + LINE * len(words) + 4
        events = tuple(_events(spec, lane, round(first + TRACK * len(tracks), 1), wide))
        foot = events[-1].y + _ROW / 2 if events else first + TRACK * max(len(tracks), 1)
        strip = Strip(lane, title, tracks, round(first, 1), events, round(foot + _GAP, 1))
        yield strip
        top = strip.bottom


def _events(spec: Lanes, lane: Lane, top: float, wide: float) -> Iterator[Event]:
    """Yield the marks: words to the right of each if there is room, else to the left, else over it."""
    for mark in sorted(lane.marks, key=lambda mark: (mark.earliest, mark.latest)):
        start, end = (across(spec, wide, day) for day in (mark.earliest, mark.latest))
        low, high, long = start - APART, end + APART, width(mark.label, SIZE)
        y = round(top + _ROW / 2, 1)
        if high + long <= wide:
            said = Said(high, y + 5, (mark.label,))
        elif long <= low:
            said = Said(low, y + 5, (mark.label,), anchor="end")
        else:
            words = wrap(mark.label, wide, SIZE, most=4)
            said = Said(0, round(top + SIZE, 1), words)
            y = round(top + LINE * len(words) + _ROW / 2, 1)
        yield Event(mark, start, end, y, said)
        top = y + _ROW / 2


def _tracks(bands: tuple[Band, ...]) -> tuple[tuple[Band, ...], ...]:
    tracks: list[list[Band]] = []
    for band in sorted(bands, key=lambda band: band.start or date.min):
        start = band.start or date.min
        free = (track for track in tracks if (track[-1].end or date.max) <= start)
        track = next(free, None)
        if track is None:
            tracks.append([band])
        else:
            track.append(band)
    return tuple(tuple(track) for track in tracks)
