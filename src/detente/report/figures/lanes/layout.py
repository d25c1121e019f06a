"""The rows of a lanes figure: which bands share a track, how labels break, how high it all is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

from detente.findings.figures.lanes import Band, Lane, Lanes

LINE = 1.25
TRACK = 1.35
GAP = 0.75
TOP = 2.9


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane with its place.

    Attributes
    ----------
    lane
        What is drawn.
    top
        Upper edge [rem].
    label
        Its title in lines that fit a narrow screen.
    tracks
        Its bands; those of one track do not overlap.
    """

    lane: Lane
    top: float
    label: tuple[str, ...]
    tracks: tuple[tuple[Band, ...], ...]

    @property
    def tracks_top(self) -> float:
        """Upper edge of the first track [rem]."""
        return self.top + LINE * len(self.label) + 0.15

    @property
    def bottom(self) -> float:
        """Lower edge [rem]."""
        return self.tracks_top + TRACK * max(len(self.tracks), 1) + GAP


def strips(spec: Lanes) -> Iterator[Strip]:
    """Yield the lanes from the top downwards."""
    top = TOP
    for lane in spec.lanes:
        strip = Strip(lane, top, _lines(lane.title), _tracks(lane.bands))
        yield strip
        top = strip.bottom


def _lines(title: str) -> tuple[str, ...]:
    """Break a title into at most three lines; wide scripts get fewer letters."""
    widest = max((_width(letter) for letter in title), default=1)
    return tuple(textwrap.wrap(title, (38, 30, 18)[widest], max_lines=3, placeholder="…")) or ("",)


def _width(letter: str) -> int:
    if east_asian_width(letter) in "WF":
        return 2
    return int(ord(letter) > 0x24F)


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
