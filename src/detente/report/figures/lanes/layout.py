"""The rows of a lanes figure: which bands share a track, how high it all is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from detente.findings.figures.lanes import Band, Lane, Lanes
from detente.report.drawing.calendar import place
from detente.report.drawing.lettering import BOLD, LEADING, wrap
from detente.report.drawing.said import SIZE, Said

LINE = SIZE * LEADING
TRACK, TOP, INSET = 16.0, 44.0, 14.0
"""Height of a track, where the first lane begins, and how far days keep from the edges [units]."""

_GAP = 5.0


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
    bottom
        Lower edge [units].
    """

    lane: Lane
    title: Said
    tracks: tuple[tuple[Band, ...], ...]
    tracks_top: float
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
        first = top + LINE * len(words) + 2
        foot = first + TRACK * max(len(tracks), 1)
        strip = Strip(lane, title, tracks, round(first, 1), round(foot + _GAP, 1))
        yield strip
        top = strip.bottom


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
