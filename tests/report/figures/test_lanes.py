"""The lanes figure: where days lie, which shapes say what, and what happens at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.report.markup import Element, everything, read

from detente.findings.figures.lanes import Band, Lane, Lanes, Mark
from detente.report.drawing.calendar import place, ticks
from detente.report.figures.lanes.drawing import draw, legend
from detente.report.figures.lanes.layout import strips

SPEC = Lanes(date(2020, 1, 1), date(2025, 12, 31), date(2023, 7, 1), ())


def _drawn(*lanes: Lane) -> Element:
    return read(draw(replace(SPEC, lanes=lanes), "f", "Title", "Description"))


def _shapes(root: Element) -> list[str]:
    skipped = {"grid", "today", "later", "tick", "name", "hatch", "lanes", "halo"}
    return [name for element in everything(root) for name in element.classes if name not in skipped]


def test_days_lie_in_order_and_inside() -> None:
    days = [date(1990, 1, 1), SPEC.first, SPEC.today, SPEC.last, date(2090, 1, 1)]
    places = [place(day, SPEC) for day in days]

    assert places == sorted(places)
    assert (places[0], places[-1]) == (places[1], places[3]) == (5.0, 95.0)


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


def test_a_band_is_solid_where_sure_and_hatched_where_not() -> None:
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


def test_a_known_day_is_a_point_and_an_uncertain_one_a_bar() -> None:
    known = Mark(date(2021, 1, 1), date(2021, 1, 1), "signed")
    vague = Mark(date(2021, 1, 1), date(2021, 3, 1), "met")
    outside = Mark(date(1999, 1, 1), date(1999, 1, 1), "before")

    assert _shapes(_drawn(Lane("A", marks=(known,)))) == ["mark"]
    assert set(_shapes(_drawn(Lane("A", marks=(vague,))))) == {"reach"}
    assert _shapes(_drawn(Lane("A", marks=(outside,)))) == []


def test_bands_that_overlap_get_tracks_of_their_own() -> None:
    bands = tuple(Band(date(year, 1, 1), date(year + 2, 1, 1), None, None, "") for year in (2020, 2021, 2022))
    strip = next(strips(replace(SPEC, lanes=(Lane("A", bands),))))

    assert [len(track) for track in strip.tracks] == [2, 1]


def test_every_shape_is_named_and_every_text_escaped() -> None:
    mark = Mark(date(2021, 1, 1), date(2021, 1, 1), "<b>&")
    root = read(draw(replace(SPEC, lanes=(Lane("<i>", marks=(mark,)),)), "f", "<u>", '"<s>"'))

    assert [title.text for title in root.all("title")] == ["<u>", "<b>&"]
    assert not {"b", "i", "u", "s"} & {element.tag for element in everything(root)}


def test_long_names_are_cut_to_lines_that_fit() -> None:
    strip = next(strips(replace(SPEC, lanes=(Lane("x" * 5000),))))

    assert len(strip.label) == 3
    assert max(len(line) for line in strip.label) == 38
    assert strip.label[-1].endswith("…")


def test_the_legend_names_only_what_is_drawn() -> None:
    mark = Mark(date(2021, 1, 1), date(2021, 1, 1), "signed")
    words = [words for words, _ in legend(replace(SPEC, lanes=(Lane("A", marks=(mark,)),)), "f")]

    assert words == ["on a known day", "the date of this report"]
