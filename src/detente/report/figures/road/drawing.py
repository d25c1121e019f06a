"""Draw a road: steps over a calendar, who must act on each, and arrows to what waits for it.

Every difference is one of shape as well as of colour: what the goal's day hangs on is thick, what rests on an
assumption is hollow, what has no date is a ring in a lane of its own, and what softens or only eases is broken.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.dates.spans import plain_span
from detente.dates.words import plain_day
from detente.findings.figures.road import Link, Road, Stage
from detente.report.drawing.calendar import ticks
from detente.report.drawing.lettering import LEADING, width, wrap
from detente.report.drawing.svg import Box, Sheet, frame, lines, swatch, text, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.road.layout import LEAD, POINT, SIZE, SMALL, UNDATED, RoadLayout, label, lay
from detente.report.figures.road.links import HEAD, Arrow, arrows, reach

_WIDE, _NARROW, _NAMES = 672.0, 280.0, 246.0
_MOST_PATHS = 6


def draw(spec: Road, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a road, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    narrow, wide = _sheet(lay(spec, _NARROW, 0)), _sheet(lay(spec, _WIDE, _NAMES))
    return frame("road", (anchor, title, description), narrow, wide)


def legend(spec: Road, anchor: str) -> tuple[tuple[str, str], ...]:
    """Return words and an SVG sample for each kind of shape that the figure uses."""
    del anchor  # part of the common signature
    stages, links = spec.stages, spec.links
    dated = [stage for stage in stages if stage.is_dated]
    wanted = [link for link in links if not link.eases]
    bar, dot = Box(4, 3, 32, 2 * POINT), Box(13, 3, 2 * POINT, 2 * POINT)
    shown = (
        (any(stage.now for stage in stages), "waits for no other step", '<path class="waits" d="M20 1V19"/>'),
        (any(_is_bar(stage) for stage in dated), "on one of these days", _bar(bar, "")),
        (any(stage.earliest == stage.latest for stage in dated), "on this day", _point(dot, "")),
        (any(stage.latest is None for stage in dated), "on this day or later", _open(dot, 38, "") + _point(dot, "")),
        (any(stage.assumed for stage in dated), "rests on an assumption", _bar(bar, " assumed")),
        (len(dated) < len(stages), "without any date", _ring(dot)),
        (any(not (link.hedged or link.one_of) for link in wanted), "has to come first", _sample(Link(0, 1))),
        (any(link.slowest for link in links), "the goal's day hangs on it", _sample(Link(0, 1, slowest=True))),
        (any(link.one_of for link in wanted), "one of these is enough", _sample(Link(0, 1, one_of=True))),
        (any(link.strict for link in wanted), "on an earlier day", _sample(Link(0, 1, strict=True))),
        (any(link.hedged for link in wanted), "in softened words", _sample(Link(0, 1, hedged=True))),
        (any(link.eases for link in links), "only makes it easier", _sample(Link(0, 1, eases=True))),
    )
    return tuple((words, swatch("road", shape)) for used, words, shape in shown if used)


def _sheet(layout: RoadLayout) -> Sheet:
    body = [*_ground(layout), *_rules(layout)]
    for link, found in zip(layout.spec.links, arrows(layout), strict=True):
        names = [layout.spec.stages[end].name for end in (link.source, link.target)]
        body.append(titled(f"{names[0]} → {names[1]}", _drawn(link, found)))
    for k, stage in enumerate(layout.spec.stages):
        when = "; ".join(stage.after) or plain_span(stage.earliest, stage.latest)
        body.append(titled(f"{stage.name}: {when}", _mark(layout, k)))
    body += [*_words(layout)]
    y = layout.bottom
    if layout.days and layout.spec.today:
        y += 18
        body.append(_today(layout, y))
    for k, words in enumerate(layout.spec.paths[:_MOST_PATHS], 1):
        said = wrap(words, layout.wide - 60, SMALL, most=3)
        y += 20
        body += [text(0, round(y, 2), f"path {k}", "path"), lines((52, round(y, 2)), said, SMALL)]
        y += SMALL * LEADING * max(len(said) - 1, 0)
    if len(layout.spec.paths) > _MOST_PATHS:
        y += 20
        body.append(text(0, round(y, 2), f"and {len(layout.spec.paths) - _MOST_PATHS} more paths", "aside"))
    return Sheet(layout.wide, round(y + 8, 2), "".join(body))


def _ground(layout: RoadLayout) -> Iterator[str]:
    """Yield the lane for what has no date, and the calendar."""
    foot = layout.bottom
    if layout.lane:
        left, right = layout.lane
        yield f'<rect class="nodate" x="{left:g}" y="20" width="{right - left:g}" height="{foot - 20:g}"/>'
        yield text(round((left + right) / 2, 2), 34, UNDATED, "head", "middle")
    if layout.days:
        for tick in ticks(*layout.days):
            x = layout.place(tick.day)
            if x + width(tick.label, SMALL) / 2 > layout.calendar[1] + 6:
                continue
            yield f'<path class="grid" d="M{x:g} 38V{foot:g}"/>{text(x, 34, tick.label, "tick", "middle")}'
            yield text(x, 16, tick.year, "tick", "middle") if tick.year else ""
        if layout.spec.today:
            x = layout.place(layout.spec.today)
            yield f'<path class="today" d="M{x:g} 24V{foot + 4:g}"/>'


def _rules(layout: RoadLayout) -> Iterator[str]:
    for entry in layout.entries:
        yield f'<path class="rule" d="M0 {entry.top:g}H{layout.wide:g}"/>'


def _today(layout: RoadLayout, y: float) -> str:
    words = f"as of {plain_day(layout.spec.today)}" if layout.spec.today else ""
    x = layout.place(layout.spec.today) if layout.spec.today else 0.0
    x = max(0.0, min(x - 4, layout.wide - width(words, SMALL)))
    return text(round(x, 2), round(y - 2, 2), words, "today")


def _words(layout: RoadLayout) -> Iterator[str]:
    for k, (stage, entry) in enumerate(zip(layout.spec.stages, layout.entries, strict=True)):
        goal = k == len(layout.entries) - 1
        y = entry.top + (entry.bottom - entry.top - LEAD * len(entry.name) - 17 * len(entry.under)) / 2
        first = round((y if layout.names else entry.top + 6) + SIZE * 0.95, 2)
        if stage.now:
            low = first + LEAD * max(len(entry.name) - 1, 0) + 17 * len(entry.under) + 4
            yield f'<path class="waits" d="M2 {first - 12:g}V{low:g}"/>'
        yield lines((10, first), entry.name, SIZE, "goal" if goal or stage.now else "")
        under = round(first + LEAD * max(len(entry.name) - 1, 0) + 17, 2)
        yield lines((10, under), entry.under, SMALL, "who now" if stage.now else "who")
        if stage.is_dated:
            when = plain_span(stage.earliest, stage.latest)
            yield text(label(layout, k, when), round(entry.shape.bottom + SMALL, 2), when, "who")


def _is_bar(stage: Stage) -> bool:
    return stage.earliest is not None and stage.latest is not None and stage.earliest != stage.latest


def _mark(layout: RoadLayout, number: int) -> str:
    stage, shape = layout.spec.stages[number], layout.entries[number].shape
    if not stage.is_dated:
        return _ring(shape)
    kind = " assumed" if stage.assumed else ""
    if _is_bar(stage):
        slim = shape if stage.slowest else Box(shape.x, shape.y + 3, shape.width, shape.height - 6)
        return _bar(slim, kind)
    if stage.earliest is None:
        return _open(shape, layout.calendar[0] - 4, kind) + _point(shape, kind)
    open_end = _open(shape, reach(layout, number).right - 3, kind) if stage.latest is None else ""
    return open_end + _point(shape, kind)


def _bar(box: Box, kind: str) -> str:
    return (
        f'<rect class="when{kind}" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="2"/>'
    )


def _point(box: Box, kind: str) -> str:
    x, y = box.middle
    return f'<path class="when{kind}" d="M{x:g} {box.y:g}L{box.right:g} {y:g}L{x:g} {box.bottom:g}L{box.x:g} {y:g}Z"/>'


def _ring(box: Box) -> str:
    x, y = box.middle
    return f'<circle class="ring" cx="{x:g}" cy="{y:g}" r="{POINT - 1:g}"/>'


def _open(box: Box, end: float, kind: str) -> str:
    """Return the line of what may be later, or earlier, than a day."""
    x, y = box.middle
    back = end - 6 if end > x else end + 6
    return f'<path class="open{kind}" d="M{x:g} {y:g}H{end:g}M{back:g} {y - 5:g}L{end:g} {y:g}L{back:g} {y + 5:g}"/>'


def _drawn(link: Link, found: Arrow) -> str:
    """Return an arrow in the look of its link."""
    kinds = (("slow", link.slowest), ("hedged", link.hedged), ("eases", link.eases))
    kind = " ".join(name for name, holds in kinds if holds)
    (x, y), (across, down) = found.points[-1], found.towards
    back = HEAD + (6 if link.strict else 0) - 1
    points = (*found.points[:-1], (round(x - across * back, 2), round(y - down * back, 2)))
    line = "L".join(f"{a:g} {b:g}" for a, b in points)
    heads = [_head((x, y), found.towards, link)]
    if link.strict:
        heads.append(_head((x - across * 6, y - down * 6), found.towards, link))
    return f'<path class="link {kind}" d="M{line}"/>{"".join(heads)}'


def _head(tip: tuple[float, float], towards: tuple[float, float], link: Link) -> str:
    (x, y), (across, down) = tip, towards
    back_x, back_y = x - across * HEAD, y - down * HEAD
    half_x, half_y = -down * 3.6, across * 3.6
    kind = "tip hollow" if link.one_of else "tip light" if link.eases else "tip"
    return (
        f'<path class="{kind}" d="M{x:g} {y:g}L{back_x + half_x:g} {back_y + half_y:g}'
        f'L{back_x - half_x:g} {back_y - half_y:g}Z"/>'
    )


def _sample(link: Link) -> str:
    return _drawn(link, Arrow(((2, 10), (38, 10)), (1, 0)))


DRAWER = Drawer(Road, draw, legend)
