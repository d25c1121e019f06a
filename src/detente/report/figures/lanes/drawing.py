"""Draw a lanes figure as inline SVG that keeps its letters readable at every width.

Days are placed in percent and letters, rows and shapes are sized in rem, so the picture stretches while the
text does not shrink. Colours come from the page's variables; every difference is also one of shape: certain
time is solid, possible time is hatched, and what runs out of the picture ends in an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from detente.dates.words import plain_day
from detente.findings.figures.lanes import Band, Lanes, Mark
from detente.report.drawing.calendar import Tick, place, ticks
from detente.report.figures.drawer import Drawer
from detente.report.figures.lanes.layout import LINE, TRACK, Strip, strips

_THICK = 0.8
_ARROWS = {"start": "M0 0 L-10 6 L0 12 Z", "end": "M0 0 L10 6 L0 12 Z"}


def draw(spec: Lanes, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a lanes figure, all text escaped.

    Parameters
    ----------
    spec
        What is drawn. A mark outside the calendar shown is left to the figure's table.
    anchor
        Prefix of the ids inside; unique in the page.
    title, description
        The name and description that a screen reader announces in place of the picture.
    """
    rows = tuple(strips(spec))
    foot = rows[-1].bottom if rows else LINE * 2
    body = "".join((*_calendar(spec, foot), *(part for strip in rows for part in _strip(strip, spec, anchor))))
    return (
        f'<svg class="lanes" role="img" aria-labelledby="{anchor}-title {anchor}-desc" width="100%"'
        f' height="{foot + 1.6:.2f}rem"><title id="{anchor}-title">{escape(title)}</title>'
        f'<desc id="{anchor}-desc">{escape(description)}</desc>{_hatch(anchor)}{body}{_today(spec, foot)}</svg>'
    )


def legend(spec: Lanes, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    bands = [band for lane in spec.lanes for band in lane.bands]
    marks = [mark for lane in spec.lanes for mark in lane.marks]
    cut = any(_sides(band, spec) for band in bands)
    shown = (
        (any(_is_sure(band) for band in bands), "certainly under way", _bar("sure", 4, 88)),
        (any(_is_loose(band) for band in bands), "may have been under way", _bar("loose", 4, 88, anchor)),
        (cut, "goes on outside the picture", _bar("sure", 4, 50) + _arrow("end", 54, 0.25)),
        (any(mark.earliest == mark.latest for mark in marks), "on a known day", _dot(50, 0.65)),
        (any(mark.earliest != mark.latest for mark in marks), "on one of these days", _reach((20, 80), 0.65)),
        (True, "the date of this report", '<line class="today" x1="50%" x2="50%" y1="0" y2="1.3rem"/>'),
    )
    box = '<svg class="lanes swatch" aria-hidden="true" width="2.5rem" height="1.3rem">'
    return tuple((words, f"{box}{shape}</svg>") for used, words, shape in shown if used)


def _hatch(anchor: str) -> str:
    return (
        f'<defs><pattern id="{anchor}-hatch" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path class="hatch" d="M1 0 V5"/></pattern></defs>'
    )


def _calendar(spec: Lanes, foot: float) -> Iterator[str]:
    x = place(spec.today, spec)
    if spec.today < spec.last:
        size = f'width="{100 - x:.3f}%" height="{foot - LINE * 2:.2f}rem"'
        yield f'<rect class="later" x="{x}%" y="{LINE * 2}rem" {size}/>'
    for tick in ticks(spec.first, spec.last):
        yield _tick(tick, place(tick.day, spec), foot)


def _tick(tick: Tick, x: float, foot: float) -> str:
    line = f'<line class="grid" x1="{x}%" x2="{x}%" y1="{LINE * 2}rem" y2="{foot:.2f}rem"/>'
    label = f'<text class="tick" x="{x}%" y="{LINE * 1.6}rem">{tick.label}</text>'
    year = f'<text class="tick" x="{x}%" y="{LINE * 0.75}rem">{tick.year}</text>'
    return line + label + (year if tick.year else "")


def _today(spec: Lanes, foot: float) -> str:
    x = place(spec.today, spec)
    anchor = "start" if x < 30 else "end" if x > 70 else "middle"
    return (
        f'<line class="today" x1="{x}%" x2="{x}%" y1="{LINE * 1.8:.2f}rem" y2="{foot + 0.3:.2f}rem"/>'
        f'<text class="today" x="{x}%" y="{foot + 1.3:.2f}rem" text-anchor="{anchor}">'
        f"as of {plain_day(spec.today)}</text>"
    )


def _strip(strip: Strip, spec: Lanes, anchor: str) -> Iterator[str]:
    for row, line in enumerate(strip.label):
        y = strip.top + LINE * (row + 0.75)
        yield f'<text class="name" x="0" y="{y:.2f}rem">{escape(line)}</text>'
    for row, track in enumerate(strip.tracks):
        y = strip.tracks_top + TRACK * row
        for band in track:
            yield f"<g><title>{escape(band.label)}</title>{_band(band, spec, y, anchor)}</g>"
    middle = strip.tracks_top + TRACK / 2
    for mark in strip.lane.marks:
        if mark.latest >= spec.first and mark.earliest <= spec.last:
            yield f"<g><title>{escape(mark.label)}</title>{_mark(mark, spec, middle)}</g>"


def _band(band: Band, spec: Lanes, y: float, anchor: str) -> str:
    y += (TRACK - _THICK) / 2
    start = place(band.start or spec.first, spec)
    end = place(band.end or spec.last, spec)
    loose = [(start, end)]
    parts = []
    if band.sure_start and band.sure_end and _is_sure(band):
        sure = place(band.sure_start, spec), place(band.sure_end, spec)
        parts.append(_bar("sure", sure[0], sure[1] - sure[0], y=y))
        loose = [(start, sure[0]), (sure[1], end)]
    parts += [_bar("loose", left, right - left, anchor, y) for left, right in loose if right > left]
    ends = {"start": start, "end": end}
    return "".join((*parts, *(_arrow(side, ends[side], y) for side in _sides(band, spec))))


def _mark(mark: Mark, spec: Lanes, y: float) -> str:
    if mark.earliest == mark.latest:
        return _dot(place(mark.earliest, spec), y)
    return _reach((place(mark.earliest, spec), place(mark.latest, spec)), y)


def _is_sure(band: Band) -> bool:
    return bool(band.sure_start and band.sure_end and band.sure_start <= band.sure_end)


def _is_loose(band: Band) -> bool:
    return not _is_sure(band) or (band.start, band.end) != (band.sure_start, band.sure_end)


def _sides(band: Band, spec: Lanes) -> tuple[str, ...]:
    """Return the ends of a band that lie outside the picture."""
    before = band.start is None or band.start < spec.first
    after = band.end is None or band.end > spec.last
    return ("start",) * before + ("end",) * after


def _bar(kind: str, x: float, width: float, anchor: str = "", y: float = 0.25) -> str:
    fill = f' fill="url(#{anchor}-hatch)"' if anchor else ""
    shape = f'x="{x}%" y="{y:.2f}rem" width="{max(width, 0.4):.3f}%" height="{_THICK}rem"'
    return f'<rect class="{kind}" {shape}{fill}/>'


def _arrow(side: str, x: float, y: float) -> str:
    box = f'x="{x}%" y="{y:.2f}rem" width="{_THICK}rem" height="{_THICK}rem" viewBox="0 0 12 12"'
    return f'<svg {box} overflow="visible"><path class="arrow" d="{_ARROWS[side]}"/></svg>'


def _dot(x: float, y: float) -> str:
    return f'<circle class="mark" cx="{x}%" cy="{y:.2f}rem" r="0.36rem"/>'


def _reach(ends: tuple[float, float], y: float) -> str:
    """Return a bar between two days with a stop at each end."""
    first, last = ends
    rungs = ((first, last, y, y), (first, first, y - 0.36, y + 0.36), (last, last, y - 0.36, y + 0.36))
    return "".join(
        f'<line class="{kind}" x1="{x1}%" x2="{x2}%" y1="{y1:.2f}rem" y2="{y2:.2f}rem"/>'
        for kind in ("halo", "reach")
        for x1, x2, y1, y2 in rungs
    )


DRAWER = Drawer(Lanes, draw, legend)
