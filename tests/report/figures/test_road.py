"""Roads: every step has its row and its place, and every arrow its two ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets

from detente.findings.figures.road import Link, Road, Stage
from detente.report.figures.road.drawing import DRAWER, legend
from detente.report.figures.road.layout import lay
from detente.report.figures.road.links import Arrow, arrows, reach

TODAY = date(2025, 7, 10)
DAYS = st.one_of(st.none(), st.integers(0, 900).map(lambda days: TODAY + timedelta(days=days)))
NAMES = st.one_of(
    st.sampled_from(["Vote", "The constitutional referendum held and passed", "Հանրաքվե", "x" * 90]),
    st.text("aw ", max_size=40),
)


@st.composite
def stages(draw: st.DrawFn) -> Stage:
    first, last = draw(DAYS), draw(DAYS)
    if first and last and last < first:
        first, last = last, first
    by = draw(st.lists(st.sampled_from(["North", "The Union of the Three Rivers"]), max_size=3).map(tuple))
    paths = draw(st.sampled_from([(), (0,), (1,), (0, 1)]))
    flags = st.booleans()
    return Stage(draw(NAMES), first, last, by, draw(flags), paths, draw(flags), draw(flags))


@st.composite
def roads(draw: st.DrawFn) -> Road:
    found = tuple(draw(st.lists(stages(), min_size=2, max_size=9)))
    pairs = draw(st.sets(st.sampled_from(list(combinations(range(len(found)), 2))), max_size=12))
    flags = st.booleans()
    links = tuple(Link(*pair, *(draw(flags) for _ in range(5))) for pair in sorted(pairs))
    return Road(
        draw(st.sampled_from([TODAY, None])), found, links, draw(st.sampled_from([(), ("by a vote", "by luck")]))
    )


VOTE = Stage("Vote", date(2026, 6, 1), date(2026, 6, 30), ("South",), now=True, paths=(0,), slowest=True)
GRANT = Stage("North gives way", by=("North",), now=True, paths=(1,))
SIGNED = Stage("Signed", date(2026, 6, 1), None, paths=(0, 1), assumed=True, slowest=True)
ROAD = Road(
    TODAY,
    (VOTE, GRANT, SIGNED),
    (Link(0, 2, one_of=True, slowest=True), Link(1, 2, one_of=True)),
    ("by “Vote”, not before 1 June 2026", "by “North gives way”, without any date"),
)


def draw(spec: Road) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@given(roads())
def test_everything_stands_in_its_drawing(spec: Road) -> None:
    for sheet in sheets(draw(spec)).values():
        assert inside(sheet)
        assert len(classed(sheet, "link")) == len(spec.links)
        assert len(classed(sheet, "ring")) == sum(not stage.is_dated for stage in spec.stages)


@given(roads())
def test_arrows_begin_at_what_comes_first_and_end_at_what_waits(spec: Road) -> None:
    for wide, names in ((720.0, 264.0), (320.0, 0.0)):
        layout = lay(spec, wide, names)
        for link, arrow in zip(spec.links, arrows(layout), strict=True):
            begin, end = layout.entries[link.source].shape, reach(layout, link.target)
            (x, y), (to_x, to_y) = arrow.points[0], arrow.points[-1]
            assert begin.x - 0.1 <= x <= begin.right + 0.1
            assert begin.y <= y <= begin.bottom
            assert end.x - 2 <= to_x <= end.right + 2
            assert end.y - 6 <= to_y <= end.bottom + 6
            heights = [each[1] for each in arrow.points]
            assert heights == sorted(heights)


@given(roads())
def test_days_go_from_left_to_right_and_stay_left_of_the_lane(spec: Road) -> None:
    layout = lay(spec, 720, 264)
    if layout.days is None:
        return
    places = [layout.place(layout.days[0] + timedelta(days=k)) for k in range((layout.days[1] - layout.days[0]).days)]
    assert places == sorted(places)
    for stage, entry in zip(spec.stages, layout.entries, strict=True):
        if layout.lane:
            assert (entry.shape.middle[0] > layout.lane[0]) == (not stage.is_dated)
        if stage.earliest:
            assert abs(layout.place(stage.earliest) - entry.shape.x) <= 14


def test_rows_follow_each_other_without_a_gap() -> None:
    for wide, names in ((720.0, 264.0), (320.0, 0.0)):
        entries = lay(ROAD, wide, names).entries
        assert all(one.bottom == other.top for one, other in pairwise(entries))


def test_what_is_not_dated_stands_in_a_lane_of_its_own_that_says_so() -> None:
    sheet = sheets(draw(ROAD))["wide"]
    lane = rectangle(classed(sheet, "nodate")[0])
    ring = classed(sheet, "ring")[0]

    assert lane.x < float(ring.attributes["cx"]) < lane.right
    assert ">no date<" in draw(ROAD)
    dated = replace(ROAD, stages=(VOTE, replace(GRANT, earliest=TODAY, latest=TODAY), replace(SIGNED, latest=TODAY)))
    assert "no date" not in draw(dated).split("</desc>")[1]


def test_every_difference_is_one_of_shape_too() -> None:
    drawing = draw(ROAD)

    assert drawing.count('class="link slow"') == 2  # once in each of the two drawings
    assert drawing.count('class="tip hollow"') == 4
    assert drawing.count('class="when assumed"') == 2
    assert drawing.count('class="open assumed"') == 2
    assert ">next: South · path 1<" in drawing
    assert ">next: North · path 2<" in drawing
    assert ">every path<" in drawing
    assert ">as of 10 July 2025<" in drawing


def test_a_mark_between_is_gone_around() -> None:
    """Three steps on one day: the arrow from the first to the last does not run through the second."""
    day = Stage("A", TODAY, TODAY)
    spec = Road(TODAY, (day, day, day), (Link(0, 1), Link(0, 2)))
    layout = lay(spec, 720, 264)
    _, around = arrows(layout)
    between = layout.entries[1].shape

    assert all(not between.x - 3 < x < between.right + 3 for x in _downwards(around, between.middle[1]))
    assert len(list(_downwards(around, between.middle[1]))) == 1


def test_arrows_of_different_steps_go_down_in_different_places() -> None:
    """Four steps on one day: the first is awaited by the third, the second by the fourth."""
    day = Stage("A", TODAY, TODAY)
    layout = lay(Road(TODAY - timedelta(days=100), (day,) * 4, (Link(0, 2), Link(1, 3))), 720, 264)
    one, other = arrows(layout)
    y = layout.entries[2].shape.y - 20

    assert len({*_downwards(one, y), *_downwards(other, y)}) == 2


def _downwards(arrow: Arrow, y: float) -> Iterator[float]:
    """Yield where an arrow goes down at some height."""
    for (x, top), (to_x, bottom) in pairwise(arrow.points):
        if x == to_x and top < y < bottom:
            yield x


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    assert [words for words, _ in legend(ROAD, "f")] == [
        "waits for no other step",
        "on one of these days",
        "on this day or later",
        "rests on an assumption",
        "without any date",
        "the goal's day hangs on it",
        "one of these is enough",
    ]
    flags = Road(TODAY, ROAD.stages, (Link(0, 2, strict=True), Link(1, 2, hedged=True), Link(0, 1, eases=True)))
    assert [words for words, _ in legend(flags, "f")][-4:] == [
        "has to come first",
        "on an earlier day",
        "in softened words",
        "only makes it easier",
    ]


def test_no_step_has_a_date() -> None:
    spec = Road(TODAY, (GRANT, replace(SIGNED, earliest=None)), (Link(0, 1),))

    assert all(inside(sheet) for sheet in sheets(draw(spec)).values())
    assert "as of" not in draw(spec)


def test_text_cannot_break_out() -> None:
    spec = replace(ROAD, stages=(replace(VOTE, name="<b>&", by=("<i>",)), GRANT, SIGNED), paths=("</svg>", "b"))

    assert "<b>" not in draw(spec)
    assert "<i>" not in draw(spec)
    assert draw(spec).count("</svg>") == 3


def test_the_last_day_there_is() -> None:
    stages = (replace(VOTE, earliest=date.min, latest=date.max), replace(SIGNED, earliest=date.max))

    assert all(inside(sheet) for sheet in sheets(draw(Road(TODAY, stages, (Link(0, 1),)))).values())
