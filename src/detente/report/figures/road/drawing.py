"""Draw a road: steps over a calendar, who must act on each, and arrows to what waits for it.

Every difference is one of shape as well as of colour: what the goal's day hangs on is thick, what rests on an
assumption is hollow, what has no date is a ring in a lane of its own, and what softens or only eases is broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.dates.spans import plain_span
from detente.findings.figures.road import Link, Road, Stage
from detente.report.drawing.gaps import path
from detente.report.drawing.svg import NARROW, WIDE, Box, Sheet, frame, rectangle, swatch, titled
from detente.report.figures.drawer import Drawer
from detente.report.figures.road.layout import POINT, RoadLayout, lay
from detente.report.figures.road.links import HEAD, Arrow, arrows, reach
from detente.report.figures.road.words import calendar_ticks, listed, waiting, words

_NAMES = 264.0
"""Width of the column of names in the wide drawing [units]."""


def draw(spec: Road, anchor: str, title: str, description: str) -> str:
    """Return the SVG markup of a road, all text escaped; see :class:`~detente.report.drawing.Drawer`."""
    narrow, wide = _sheet(lay(spec, NARROW, 0)), _sheet(lay(spec, WIDE, _NAMES))
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
    said = tuple(words(layout))
    clear = [each.box for each in said]
    body = [*_ground(layout, clear)]
    for link, found in zip(layout.spec.links, arrows(layout), strict=True):
        names = [layout.spec.stages[end].name for end in (link.source, link.target)]
        body.append(titled(f"{names[0]} → {names[1]}", _drawn(link, found, clear)))
    for k, stage in enumerate(layout.spec.stages):
        when = "; ".join(stage.after) or plain_span(stage.earliest, stage.latest)
        body.append(titled(f"{stage.name}: {when}", _mark(layout, k)))
    body += [each.drawn() for each in said]
    body += [f'<path class="waits" d="M2 {top:g}V{foot:g}"/>' for top, foot in waiting(layout)]
    paths, foot = listed(layout)
    return Sheet(layout.wide, foot, "".join((*body, *paths)))


def _ground(layout: RoadLayout, clear: Sequence[Box]) -> Iterator[str]:
    """Yield the lane for what has no date, and the calendar."""
    foot = layout.bottom
    if layout.lane:
        left, right = layout.lane
        yield rectangle("nodate", Box(left, 20, right - left, foot - 20))
    yield "".join(f'<path class="rule" d="M0 {entry.top:g}H{layout.wide:g}"/>' for entry in layout.entries)
    if layout.days:
        places = [layout.place(tick.day) for tick in calendar_ticks(layout)]
        yield f'<path class="grid" d="{"".join(path([(x, 38), (x, foot)], clear) for x in places)}"/>'
        if layout.spec.today:
            x = layout.place(layout.spec.today)
            yield f'<path class="today" d="{path([(x, 24), (x, foot + 4)], clear)}"/>'


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


def _drawn(link: Link, found: Arrow, clear: Sequence[Box] = ()) -> str:
    """Return an arrow in the look of its link, with gaps for words."""
    kinds = (("slow", link.slowest), ("hedged", link.hedged), ("eases", link.eases))
    kind = " ".join(name for name, holds in kinds if holds)
    (x, y), (across, down) = found.points[-1], found.towards
    back = HEAD + (6 if link.strict else 0) - 1
    points = (*found.points[:-1], (round(x - across * back, 1), round(y - down * back, 1)))
    heads = [_head((x, y), found.towards, link)]
    if link.strict:
        heads.append(_head((x - across * 6, y - down * 6), found.towards, link))
    return f'<path class="link {kind}" d="{path(points, clear)}"/>{"".join(heads)}'


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
