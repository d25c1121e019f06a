"""The map: where places lie, how wide ways are, where they leave it, and that its lines run once."""

from __future__ import annotations

import re
from dataclasses import replace
from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, ground, inside, sheets
from tests.report.markup import Element
from tests.report.sample import sample

from detente.findings.figures.map import Map, Place, Way
from detente.report.drawing.svg import Box
from detente.report.figures.map.drawing import DRAWER, legend
from detente.report.figures.map.names import Names
from detente.report.figures.map.projection import fitted
from detente.report.figures.map.ways import courses

KINDS = ("same", "more", "less", "nothing")
WINDOW = (40.0, 38.0, 48.0, 43.0)
SAMPLE = next(
    figure.spec
    for lens in sample()
    for finding in lens.findings
    for figure in finding.figures
    if isinstance(figure.spec, Map)
)


def draw(spec: Map) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


def spec_of(*ways: Way, places: tuple[Place, ...] = ()) -> Map:
    line = tuple(Place(41.0 + k, 40.0 + k % 2, f"P{k}", important=True) for k in range(5))
    return Map(WINDOW, (), (), places or line, ways, KINDS, "kt")


def widths(sheet: Element, kind: str) -> list[float]:
    return [float(each.attributes["stroke-width"]) for each in classed(sheet, kind) if "way" in each.classes]


@st.composite
def maps(random: st.DrawFn) -> Map:
    """Return maps whose places lie inside the window, at its edges and beyond it."""
    lon = st.one_of(st.floats(30, 60), st.sampled_from([40.0, 48.0]))
    lat = st.one_of(st.floats(30, 50), st.sampled_from([38.0, 43.0]))
    name = st.text("abc de", min_size=1, max_size=30)
    places = random(st.lists(st.builds(Place, lon, lat, name, st.booleans()), min_size=2, max_size=12))
    ends = st.integers(0, len(places) - 1)
    amounts = st.one_of(st.just(0.0), st.floats(0.1, 1e5))
    ways = random(st.lists(st.builds(Way, ends, ends, amounts, amounts, st.booleans()), max_size=10))
    return Map(WINDOW, (((((40.0, 38.0), (45.0, 38.0), (45.0, 43.0)),),)), (), tuple(places), tuple(ways), KINDS, "kt")


@given(maps())
def test_everything_stands_inside_and_no_name_lies_on_another_or_on_a_way(spec: Map) -> None:
    for sheet in sheets(draw(spec)).values():
        projection = fitted(spec, ground(sheet).width)
        names = Names(spec, projection, courses(spec, projection), (4.0, 3.0))
        boxes = names.boxes

        assert inside(sheet)
        assert not any(one.meets(other) for k, one in enumerate(boxes) for other in boxes[:k])
        assert all(projection.box.holds(box) for box in boxes)
        for course in names.courses:
            x, y = ((a + b) / 2 for a, b in zip(course.start, course.end, strict=True))
            assert not any(box.holds(Box(x, y, 0, 0)) for box in boxes)


def test_degrees_are_as_long_in_either_direction_as_on_the_globe() -> None:
    projection = fitted(spec_of(), 720)
    (x, y), (to_x, to_y) = projection.at(43.0, 40.0), projection.at(44.0, 41.0)

    assert (to_x - x) / (y - to_y) == pytest.approx(cos(radians(40.5)), rel=0.01)
    assert projection.km(to_x - x) == pytest.approx(111.2 * cos(radians(40.5)), rel=0.01)
    assert projection.at(40.0, 43.0) == (1, 1)


def test_ways_are_as_wide_as_what_goes_along_them() -> None:
    spec = spec_of(Way(0, 1, 1000, 1000), Way(1, 2, 500, 500), Way(2, 3, 500, 1000), Way(3, 4, 800, 400))
    sheet = sheets(draw(spec))["wide"]
    most = max(widths(sheet, "same"))

    assert sorted(widths(sheet, "same"))[-3:-1] == pytest.approx([most / 2, most], rel=0.01)
    assert widths(sheet, "more") == pytest.approx([most], rel=0.01)
    assert widths(sheet, "less") == pytest.approx([0.8 * most], rel=0.01)
    assert len(widths(sheet, "same")) == 5  # two that do not change, what is alike in two that do, and the sample


def test_a_new_way_has_nothing_alike_and_a_disputed_one_without_cargo_is_dotted() -> None:
    spec = spec_of(Way(0, 1, 0, 700, True), Way(1, 2, 0, 0, True), Way(2, 3, 0, 0))
    sheet = sheets(draw(spec))["wide"]

    assert (len(widths(sheet, "more")), len(widths(sheet, "shut")), len(widths(sheet, "same"))) == (1, 1, 1)
    assert [words for words, _ in legend(spec, "f")] == ["more", "nothing", "water"]


def test_a_way_that_leaves_the_map_points_to_where_it_leads() -> None:
    places = (Place(44, 40, "Here", important=True), Place(60, 40, "There"), Place(60, 50, "Nowhere"))
    sheet = sheets(draw(spec_of(Way(0, 1, 9, 9), Way(1, 2, 9, 9), places=places)))["wide"]
    (way,) = [each for each in classed(sheet, "way") if "H749" not in each.attributes["d"]][:1]
    (head,) = classed(sheet, "out")

    assert way.attributes["d"].endswith("H719")
    assert head.attributes["d"].startswith("M719 ")
    assert {each.text for each in sheet.all("text")} >= {"Here", "to There"}
    assert "Nowhere" not in draw(spec_of(Way(0, 1, 9, 9), Way(1, 2, 9, 9), places=places))


def test_a_place_that_matters_and_has_no_room_for_its_name_gets_a_number() -> None:
    row = tuple(Place(41.5 + k * 0.6, 40, f"A long name of place {k}", important=True) for k in range(9))
    sheet = sheets(draw(spec_of(places=row)))["narrow"]
    numbers = [each.text for each in classed(sheet, "key")]

    assert "1" in numbers
    assert numbers[: len(numbers) // 2] == numbers[len(numbers) // 2 :]  # in the map, and in the list
    assert len(classed(sheet, "disc")) == 9


def test_a_border_of_two_countries_is_drawn_once_and_the_edge_of_the_map_never() -> None:
    left = ((40.0, 38.0), (44.0, 38.0), (44.0, 43.0), (40.0, 43.0))
    right = ((44.0, 43.0), (44.0, 38.0), (48.0, 38.0), (48.0, 43.0))
    (line,) = classed(sheets(draw(replace(spec_of(), land=((left,), (right,)), places=())))["wide"], "outline")

    assert re.fullmatch(r"M361 \d+l0-\d+|M361 1l0 \d+", line.attributes["d"])


def test_lines_around_countries_leave_room_for_names() -> None:
    coast = ((40.0, 38.0), (48.0, 38.0), (48.0, 40.0), (40.0, 40.0))
    spec = replace(spec_of(), land=((coast,),), places=(Place(44, 40, "A town on the coast", important=True),))
    (line,) = classed(sheets(draw(spec))["wide"], "outline")
    (none,) = classed(sheets(draw(replace(spec, places=())))["wide"], "outline")

    assert (none.attributes["d"].count("M"), line.attributes["d"].count("M")) == (1, 2)


def test_the_sample_shows_every_kind() -> None:
    assert [words for words, _ in legend(SAMPLE, "f")] == [*SAMPLE.kinds, "water"]
    assert classed(sheets(draw(SAMPLE))["wide"], "country")[0].text == "North"
