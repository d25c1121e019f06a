"""The lanes figure: where days lie, which shapes say what, and what happens at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import sheets
from tests.report.markup import Element, everything

from detente.findings.figures.lanes import Band, Lane, Lanes
from detente.report.drawing.calendar import heads, place, ticks
from detente.report.drawing.said import SIZE
from detente.report.figures.lanes.drawing import draw, legend
from detente.report.figures.lanes.layout import across, strips

SPEC = Lanes(date(2020, 1, 1), date(2025, 12, 31), date(2023, 7, 1), ())


def _drawn(*lanes: Lane, sheet: str = "wide") -> Element:
    return sheets(draw(replace(SPEC, lanes=lanes), "f", "Title", "Description"))[sheet]


def _shapes(sheet: Element) -> list[str]:
    kinds = {"sure", "loose", "arrow"}
    return [name for element in everything(sheet) for name in element.classes if name in kinds]


def test_days_lie_in_order_and_inside() -> None:
    days = [date(1990, 1, 1), SPEC.first, SPEC.today, SPEC.last, date(2090, 1, 1)]
    places = [across(SPEC, 720, day) for day in days]

    assert places == sorted(places)
    assert (places[0], places[-1]) == (places[1], places[3]) == (14, 706)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2020, 1, 1), date(2025, 12, 31), ["2020", "2021", "2022", "2023", "2024", "2025"]),
        (date(1988, 2, 1), date(2025, 12, 31), ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"][::2]),
        (date(2024, 10, 15), date(2025, 8, 31), ["Jan", "Apr", "Jul"]),
        (date(2025, 7, 10), date(2025, 7, 10), []),
    ],
)
def test_ticks_fit_a_narrow_screen(first: date, last: date, labels: list[str]) -> None:
    assert [tick.label for tick in ticks(first, last)] == labels


def test_months_say_their_year_once() -> None:
    assert [tick.year for tick in ticks(date(2024, 10, 1), date(2025, 8, 31))] == ["2024", "2025", "", ""]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40000), st.floats(60, 700))
def test_labels_of_the_calendar_do_not_touch(first: date, long: int, room: float) -> None:
    last = first + timedelta(days=long)
    marked = ticks(first, last, room)
    for y in (16, 34):
        row = [said.box for said in heads(marked, lambda day: place(day, (first, last), (0, room)), (-20, room + 20))]
        boxes = [box for box in row if box.width and box.y == y - SIZE]
        assert all(one.right + 3 <= other.x for one, other in pairwise(boxes))


def test_a_band_is_solid_where_sure_and_hollow_where_not() -> None:
    band = Band(date(2021, 1, 1), date(2022, 12, 31), date(2021, 6, 1), date(2022, 6, 1), "talks")
    exact = Band(date(2021, 1, 1), date(2022, 1, 1), date(2021, 1, 1), date(2022, 1, 1), "talks")
    vague = Band(date(2021, 1, 1), date(2022, 1, 1), None, None, "talks")

    assert sorted(_shapes(_drawn(Lane("A", (band,))))) == ["loose", "loose", "sure"]
    assert _shapes(_drawn(Lane("A", (exact,)))) == ["sure"]
    assert _shapes(_drawn(Lane("A", (vague,)))) == ["loose"]


def test_what_runs_out_of_the_picture_ends_in_an_arrow() -> None:
    open_band = Band(None, None, SPEC.first, SPEC.last, "always")
    long_band = Band(date(2019, 1, 1), date(2021, 1, 1), date(2019, 1, 1), date(2021, 1, 1), "since 2019")

    assert _shapes(_drawn(Lane("A", (open_band,)))).count("arrow") == 2
    assert _shapes(_drawn(Lane("A", (long_band,)))).count("arrow") == 1


def test_bands_that_overlap_get_tracks_of_their_own() -> None:
    bands = tuple(Band(date(year, 1, 1), date(year + 2, 1, 1), None, None, "") for year in (2020, 2021, 2022))
    strip = next(strips(replace(SPEC, lanes=(Lane("A", bands),)), 720))

    assert [len(track) for track in strip.tracks] == [2, 1]


def test_every_shape_is_named_and_every_text_escaped() -> None:
    band = Band(date(2021, 1, 1), date(2022, 1, 1), None, None, "<s>")
    sheet = _drawn(Lane("<i>", (band,)))

    assert [title.text for title in sheet.all("title")] == ["<s>"]
    assert "<i>" in {words.text for words in sheet.all("text")}
    assert not {"b", "i", "u", "s"} & {element.tag for element in everything(sheet)}


def test_long_names_are_cut_to_lines_that_fit() -> None:
    strip = next(strips(replace(SPEC, lanes=(Lane("x" * 5000),)), 320))

    assert len(strip.title.words) == 3
    assert strip.title.box.width <= 320
    assert strip.title.words[-1].endswith("…")


def test_the_legend_names_only_what_is_drawn() -> None:
    band = Band(SPEC.first, SPEC.last, SPEC.first, SPEC.last, "talks")
    words = [words for words, _ in legend(replace(SPEC, lanes=(Lane("A", (band,)),)), "f")]

    assert words == ["certainly under way"]
