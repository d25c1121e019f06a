"""Draw a lanes figure: stretches of time as bars over a calendar, each lane under its name.

Every difference is one of shape as well as of colour: certain time is solid, possible time is hollow, and what runs
out of the picture ends in an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from detente.dates.words import plain_day
from detente.findings.figures.lanes import Band, Lanes
from detente.report.drawing.calendar import heads, ticks
from detente.report.drawing.gaps import path
from detente.report.drawing.lettering import BOLD, width
from detente.report.drawing.said import SIZE, Said
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, rectangle, swatch, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.lanes.layout import INSET, TRACK, Strip, across, strips

_THICK, _LEAST = 12.0, 3.0


def draw(spec: Lanes, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of lanes, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    return frame("lanes", (anchor, title, description), _sheet(spec, NARROW), _sheet(spec, WIDE))


def legend(spec: Lanes, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    bands = [band for lane in spec.lanes for band in lane.bands]
    cut = any(_sides(band, spec) for band in bands)
    shown = (
        (any(_is_sure(band) for band in bands), "certainly under way", _bar("sure", (2, 38), 10)),
        (any(_is_loose(band) for band in bands), "may have been under way", _bar("loose", (2, 38), 10)),
        (cut, "goes on outside the picture", _bar("sure", (2, 24), 10) + _arrow("end", 24, 10)),
    )
    return tuple((words, swatch("lanes", shape)) for used, words, shape in shown if used)


def _sheet(spec: Lanes, wide: float) -> Sheet:
    rows = tuple(strips(spec, wide))
    foot = rows[-1].bottom if rows else 60.0
    marked = ticks(spec.first, spec.last, wide - 2 * INSET)
    said = [*heads(marked, partial(across, spec, wide), (0, wide)), _today(spec, wide, foot)]
    said += [strip.title for strip in rows]
    places = [across(spec, wide, tick.day) for tick in marked]
    body = [*_ground(spec, wide, foot, (places, [each.box for each in said]))]
    body += [part for strip in rows for part in _strip(strip, spec, wide)]
    return Sheet(wide, round(foot + 24, 1), "".join((*body, *(each.drawn() for each in said))))


def _today(spec: Lanes, wide: float, foot: float) -> Said:
    words = f"as of {plain_day(spec.today)}"
    half = width(words, SIZE) * BOLD / 2
    x = min(max(across(spec, wide, spec.today), half), wide - half)
    return Said(round(x, 1), round(foot + 18, 1), (words,), "today", "middle", bold=True)


def _ground(spec: Lanes, wide: float, foot: float, lines: tuple[list[float], list[Box]]) -> Iterator[str]:
    """Yield what lies under the lanes: what comes after the date of the report, the ticks, and that date.

    The lines are where ticks are, and what they leave gaps for.
    """
    x, (places, words) = across(spec, wide, spec.today), lines
    if spec.today < spec.last:
        yield rectangle("later", Box(x, 38, wide - x, foot - 38))
    if places:
        yield f'<path class="grid" d="{"".join(path([(each, 38), (each, foot)], words) for each in places)}"/>'
    yield f'<path class="today" d="{path([(x, 38), (x, foot + 3)], words)}"/>'


def _strip(strip: Strip, spec: Lanes, wide: float) -> Iterator[str]:
    for row, track in enumerate(strip.tracks):
        for band in track:
            yield titled(band.label, _band(band, spec, strip.tracks_top + TRACK * (row + 0.5), wide))


def _band(band: Band, spec: Lanes, y: float, wide: float) -> str:
    start, end = across(spec, wide, band.start or spec.first), across(spec, wide, band.end or spec.last)
    loose, parts = [(start, end)], []
    if band.sure_start and band.sure_end and _is_sure(band):
        sure = across(spec, wide, band.sure_start), across(spec, wide, band.sure_end)
        parts.append(_bar("sure", sure, y))
        loose = [(start, sure[0]), (sure[1], end)]
    parts += [_bar("loose", each, y) for each in loose if each[1] > each[0]]
    ends = {"start": start, "end": end}
    return "".join((*parts, *(_arrow(side, ends[side], y) for side in _sides(band, spec))))


def _is_sure(band: Band) -> bool:
    return bool(band.sure_start and band.sure_end and band.sure_start <= band.sure_end)


def _is_loose(band: Band) -> bool:
    return not _is_sure(band) or (band.start, band.end) != (band.sure_start, band.sure_end)


def _sides(band: Band, spec: Lanes) -> tuple[str, ...]:
    """Return the ends of a band that lie outside the picture."""
    before = band.start is None or band.start < spec.first
    after = band.end is None or band.end > spec.last
    return ("start",) * before + ("end",) * after


def _bar(kind: str, ends: tuple[float, float], y: float) -> str:
    slim = 1.0 if kind == "loose" else 0.0
    start, end = ends
    return rectangle(kind, Box(start, y - _THICK / 2 + slim, max(end - start, _LEAST), _THICK - 2 * slim))


def _arrow(side: str, x: float, y: float) -> str:
    out = 9 if side == "end" else -9
    return f'<path class="arrow" d="M{x:g} {y - 6:g}l{out} 6l{-out} 6z"/>'


DRAWER = Drawer(Lanes, draw, legend)
