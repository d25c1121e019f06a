"""Itineraries: days lie in order, no line or letter meets another letter, and every difference is one of shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, sheets
from tests.report.markup import Element, everything, read

from detente.findings.figures.itinerary import Itinerary, Leg
from detente.report.drawing.lettering import BOLD, width
from detente.report.drawing.svg import UNIT, Box
from detente.report.figures.itinerary.drawing import DRAWER, legend
from detente.report.figures.itinerary.layout import SIZE, SMALL, lay

TODAY = date(2025, 7, 10)
WIDTHS = {"narrow": (280.0, 460.0, 671.0), "wide": (672.0, 880.0, 1400.0)}
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


def length(text: str, wide: float) -> float:
    """Return a length of the drawing, in units of a sixteenth of a rem, at some width of the column."""
    return float(text[:-1]) * wide / 100 if text.endswith("%") else float(text.removesuffix("rem")) * UNIT


def lettered(sheet: Element, wide: float) -> Iterator[tuple[str, Box]]:
    """Yield the lines of letters with the boxes that they fill."""
    for element in sheet.all("text"):
        given = element.attributes
        size = SIZE if "name" in element.classes else SMALL
        bold = BOLD if {"name", "date", "today"} & set(element.classes) else 1
        long = width(element.text, size) * bold
        x = length(given["x"], wide) - {"middle": long / 2, "end": long}.get(given.get("text-anchor", ""), 0)
        yield element.text, Box(x, length(given["y"], wide) - size * 0.8, long, size)


def shapes(sheet: Element, wide: float) -> Iterator[tuple[str, Box]]:
    """Yield what is drawn with the boxes that it fills, but for what lies behind the letters."""
    for element in everything(sheet):
        given = element.attributes
        if element.tag == "line":
            ends = [length(given[key], wide) for key in ("x1", "x2", "y1", "y2")]
            long, high = (abs(end - begin) or 1.0 for begin, end in (ends[:2], ends[2:]))
            yield element.classes[0], Box(min(ends[:2]), min(ends[2:]), long, high)
        if element.tag == "rect":
            x, y, long, high = (length(given[key], wide) for key in ("x", "y", "width", "height"))
            yield element.classes[0], Box(x, y, long, high)
        if element.tag == "svg" and "viewbox" in given:
            x, y = length(given["x"], wide), length(given["y"], wide)
            yield "symbol", Box(x - 8, y - 8, 16, 16)


@given(ITINERARIES)
def test_nothing_meets_letters_and_nothing_sticks_out(spec: Itinerary) -> None:
    for name, sheet in sheets(draw(spec)).items():
        for wide in WIDTHS[name]:
            words = list(lettered(sheet, wide))
            marks = list(shapes(sheet, wide))
            high = length(sheet.attributes["height"], wide)
            for text, box in words:
                assert box.x >= -0.1, (text, wide)
                assert box.right <= wide + 0.1, (text, wide)
                assert box.bottom <= high, (text, wide)
                assert not [kind for kind, mark in marks if mark.meets(box)], (text, wide)
                assert not [other for other, place in words if place is not box and place.meets(box)], (text, wide)
            for kind, box in marks:
                assert box.x >= -0.1, kind
                assert box.right <= wide + 0.1, kind
                assert box.bottom <= high, kind


@given(ITINERARIES)
def test_days_go_from_left_to_right_and_stay_apart_from_what_has_no_date(spec: Itinerary) -> None:
    for wide, names in ((280.0, 0.0), (672.0, 300.0)):
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
    for wide, names in ((280.0, 0.0), (672.0, 300.0)):
        entries = lay(spec, wide, names).entries
        assert [entry.leg for entry in entries] == list(spec.legs)
        assert all(one.bottom == other.top for one, other in pairwise(entries))


def test_every_difference_is_one_of_shape_too() -> None:
    for sheet in sheets(draw(ROAD)).values():
        assert len(classed(sheet, "ticked")) == len(classed(sheet, "ring")) == len(classed(sheet, "moves")) == 1
        assert len(classed(sheet, "assumed")) == 1
        assert len(classed(sheet, "goal")) == 1
        assert [element.tag for element in classed(sheet, "open")] == ["line", "path"]


@pytest.mark.parametrize(
    ("leg", "kinds"),
    [
        (Leg("A", earliest=TODAY, latest=TODAY), ["when"]),
        (Leg("A", earliest=TODAY, latest=TODAY + timedelta(days=40)), ["when"]),
        (Leg("A", earliest=TODAY), ["open", "open", "when"]),
        (Leg("A"), ["ring"]),
        (Leg("A", done=True), ["ticked"]),
        (Leg("A", earliest=TODAY, latest=TODAY, done=True), ["part", "ticked"]),
        (Leg("A", parts=((TODAY, None),)), ["part", "ring"]),
    ],
)
def test_each_kind_of_date_has_its_marks(leg: Leg, kinds: list[str]) -> None:
    known = {"when", "open", "ring", "ticked", "part"}
    sheet = sheets(draw(Itinerary(TODAY, (leg,))))["wide"]

    assert sorted(name for element in everything(sheet) for name in element.classes if name in known) == kinds


def test_a_mark_stands_at_its_day() -> None:
    """Half a year into two years: a quarter of the way, at every width."""
    first, last = date(2025, 1, 1), date(2027, 1, 1)
    spec = Itinerary(
        None, (Leg("A", earliest=first, latest=last), Leg("B", earliest=date(2025, 7, 2), latest=date(2025, 7, 2)))
    )
    layout = lay(spec, 672, 300)
    left, right = layout.calendar or (0, 0)
    end = layout.days[1]
    symbol = next(e for e in sheets(draw(spec))["wide"].all("svg") if "viewbox" in e.attributes)

    share = (date(2025, 7, 2) - first) / (end - first)
    assert length(symbol.attributes["x"], 672) == pytest.approx(left + share * (right - left), abs=0.01)


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

    for name, sheet in sheets(draw(spec)).items():
        assert all(box.x >= 0 and box.right <= wide for wide in WIDTHS[name] for _, box in shapes(sheet, wide))
