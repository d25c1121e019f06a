"""Itineraries: days lie in order, everything is inside, and every difference is one of shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, sheets
from tests.report.markup import everything, read

from detente.findings.figures.itinerary import Itinerary, Leg
from detente.report.figures.itinerary.drawing import DRAWER, legend
from detente.report.figures.itinerary.layout import lay

TODAY = date(2025, 7, 10)
DAYS = st.one_of(st.none(), st.integers(-900, 900).map(lambda days: TODAY + timedelta(days=days)))
WORDS = st.one_of(
    st.sampled_from(["", "Vote", "The constitutional referendum held and passed", "Հանրաքվե " * 9, "x" * 90]),
    st.text("aw ", max_size=60),
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date | None]:
    first = draw(DAYS.filter(bool))
    last = draw(DAYS)
    assert first
    return first, max(first, last) if last else None


@st.composite
def legs(draw: st.DrawFn) -> Leg:
    first, last = draw(st.one_of(st.just((None, None)), spans(), DAYS.map(lambda day: (None, day))))
    parts = tuple(draw(st.lists(spans(), max_size=3)))
    flags = st.booleans()
    return Leg(
        draw(WORDS), draw(WORDS), draw(WORDS), first, last, parts, draw(flags), draw(flags), draw(flags), draw(flags)
    )


ITINERARIES = st.builds(Itinerary, st.sampled_from([TODAY, None]), st.lists(legs(), min_size=1, max_size=5).map(tuple))

DONE = Leg("2 of 5 steps done", "March 2025", "the last: the text", date(2025, 3, 1), date(2025, 3, 31), done=True)
GRANT = Leg("Path 2: North gives way", "no date", "North can move now", now=True)
SIGNED = Leg("Signed", "late July 2026 at the soonest", "by path 1", date(2026, 7, 21), assumed=True, goal=True)
ROAD = Itinerary(TODAY, (DONE, GRANT, SIGNED))


def draw(spec: Itinerary) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@given(ITINERARIES)
def test_everything_is_drawn_inside(spec: Itinerary) -> None:
    assert all(inside(sheet) for sheet in sheets(draw(spec)).values())


@given(ITINERARIES)
def test_days_go_from_left_to_right_and_stay_apart_from_what_has_no_date(spec: Itinerary) -> None:
    for wide, names in ((320.0, 0.0), (720.0, 316.0)):
        layout = lay(spec, wide, names)
        assert (layout.lane is None) == all(leg.is_dated for leg in spec.legs)
        if layout.calendar is None:
            assert not any(leg.is_dated or leg.parts for leg in spec.legs)
            continue
        first, last = layout.days
        places = [layout.place(first + timedelta(days=k)) for k in range(0, (last - first).days + 1, 7)]
        assert places == sorted(places)
        assert layout.calendar[0] <= places[0] <= places[-1] <= layout.calendar[1] + 0.01
        assert layout.lane is None or layout.calendar[1] < layout.lane[0]


@given(ITINERARIES)
def test_rows_follow_each_other_without_a_gap(spec: Itinerary) -> None:
    for wide, names in ((320.0, 0.0), (720.0, 316.0)):
        entries = lay(spec, wide, names).entries
        assert [entry.leg for entry in entries] == list(spec.legs)
        assert all(one.bottom == other.top for one, other in pairwise(entries))


def test_every_difference_is_one_of_shape_too() -> None:
    for sheet in sheets(draw(ROAD)).values():
        assert len(classed(sheet, "ticked")) == len(classed(sheet, "check")) == 1
        assert len(classed(sheet, "ring")) == len(classed(sheet, "waits")) == 1
        assert len(classed(sheet, "assumed")) == 1
        assert len(classed(sheet, "rule")) == 3
        assert len(classed(sheet, "open")) == 1


@pytest.mark.parametrize(
    ("leg", "kinds"),
    [
        (Leg("A", earliest=TODAY, latest=TODAY), ["when"]),
        (Leg("A", earliest=TODAY, latest=TODAY + timedelta(days=40)), ["when"]),
        (Leg("A", earliest=TODAY), ["open", "when"]),
        (Leg("A"), ["ring"]),
        (Leg("A", done=True), ["check", "ticked"]),
        (Leg("A", earliest=TODAY, latest=TODAY, done=True), ["check", "part", "ticked"]),
        (Leg("A", parts=((TODAY, None),)), ["part", "ring"]),
    ],
)
def test_each_kind_of_date_has_its_marks(leg: Leg, kinds: list[str]) -> None:
    known = {"when", "open", "ring", "ticked", "check", "part"}
    sheet = sheets(draw(Itinerary(TODAY, (leg,))))["wide"]

    assert sorted(name for element in everything(sheet) for name in element.classes if name in known) == kinds


def test_a_mark_stands_at_its_day() -> None:
    """Half a year into two years: a quarter of the way, at every width."""
    first, last = date(2025, 1, 1), date(2027, 1, 1)
    spec = Itinerary(
        None, (Leg("A", earliest=first, latest=last), Leg("B", earliest=date(2025, 7, 2), latest=date(2025, 7, 2)))
    )
    layout = lay(spec, 720, 316)
    left, right = layout.calendar or (0, 0)
    (mark,) = [each for each in classed(sheets(draw(spec))["wide"], "when") if each.tag == "path"]

    share = (date(2025, 7, 2) - first) / (layout.days[1] - first)
    assert float(mark.attributes["d"][1:].split()[0]) == pytest.approx(left + share * (right - left), abs=0.1)


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    assert [words for words, _ in legend(ROAD, "f")] == [
        "can move now",
        "done",
        "then or later",
        "rests on an assumption",
        "no date",
    ]
    vote = Leg("Vote", earliest=TODAY, latest=TODAY + timedelta(days=9), parts=((TODAY, TODAY),))
    assert [
        words
        for words, _ in legend(
            Itinerary(
                TODAY,
                (vote, replace(vote, latest=TODAY)),
            ),
            "f",
        )
    ] == [
        "on one of these days",
        "on this day",
        "a dated step on the way",
    ]


def test_nothing_has_a_date() -> None:
    drawing = draw(Itinerary(TODAY, (GRANT, Leg("Signed", goal=True))))

    assert "as of" not in drawing
    assert ">no date<" in drawing
    assert ">as of 10 July 2025<" in draw(ROAD)


def test_text_cannot_break_out() -> None:
    hostile = "</text><script>x</script>"
    root = read(DRAWER.draw(Itinerary(TODAY, (Leg(hostile, hostile, hostile),)), "f", hostile, hostile))

    assert "script" not in {element.tag for element in everything(root)}


def test_the_first_and_the_last_day_there_are() -> None:
    spec = Itinerary(TODAY, (Leg("A", earliest=date.min, latest=date.max), Leg("B", earliest=date.max)))

    assert all(inside(sheet) for sheet in sheets(draw(spec)).values())
