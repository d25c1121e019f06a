"""The plane: where places lie, which shapes say what, and what is better for both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets

from detente.findings.figures.plane import Axis, Pin, Plane, Spot
from detente.report.drawing.svg import Box
from detente.report.figures.plane.drawing import DRAWER, legend
from detente.report.figures.plane.field import Field

KINDS = ("held", "feared", "left")
SPEC = Plane(Axis("North", 4), Axis("South", 3), KINDS, (Spot(0, 0, (1, 0, 0)), Spot(3, 2, (0, 2, 1))), base=(0, 0))


def draw(spec: Plane) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@st.composite
def planes(random: st.DrawFn) -> Plane:
    """Return planes as crowded as the lens makes them."""
    across, up = random(st.integers(1, 32)), random(st.integers(1, 32))
    places = st.tuples(st.integers(0, across - 1), st.integers(0, up - 1))
    where = random(st.lists(places, min_size=1, max_size=60, unique=True))
    spots = tuple(Spot(x, y, random(st.tuples(*[st.integers(0, 9)] * 3))) for x, y in where)
    names = st.lists(st.text("abc de", min_size=1, max_size=40), min_size=1, max_size=2).map(tuple)
    pins = tuple(Pin(x, y, random(names)) for x, y in where[:12])
    return Plane(
        Axis("North", across), Axis("South", up), KINDS, spots, pins, random(st.sampled_from([None, where[0]]))
    )


@given(planes())
def test_every_spot_and_every_name_is_drawn_inside(spec: Plane) -> None:
    for name, sheet in sheets(draw(spec)).items():
        marks = [element for kind in ("disc", "ring", "cross") for element in classed(sheet, kind)]
        names = {element.text for element in classed(sheet, "name")}

        assert inside(sheet)
        assert len(marks) == len(spec.spots)
        assert sum(path.attributes["d"].count("M") for path in classed(sheet, "leader")) == len(spec.pins)
        assert name == "wide" or names == {str(k) for k, _ in enumerate(spec.pins, 1)}


@given(planes())
def test_better_is_further_right_and_further_up(spec: Plane) -> None:
    """The shaded part holds exactly the marks of places that are better for both than the base, but for rounding."""
    field = Field(spec, Box(0, 0, 400, 300))
    shaded = field.better()
    for spot in spec.spots:
        beyond = spec.base is not None and spot.x > spec.base[0] and spot.y > spec.base[1]
        around = field.around(spot)
        mark = Box(around.x + 0.01, around.y + 0.01, around.width - 0.02, around.height - 0.02)
        assert (shaded is not None and shaded.holds(mark)) == beyond
        assert Box(0, 0, 400 + 1e-9, 300 + 1e-9).holds(field.around(spot))


@given(planes())
def test_marks_of_different_places_do_not_meet(spec: Plane) -> None:
    field = Field(spec, Box(0, 0, 664, 400))
    boxes = [field.around(spot) for spot in spec.spots]

    assert not any(
        one.meets(Box(b.x + 0.02, b.y + 0.02, b.width - 0.04, b.height - 0.04))
        for k, one in enumerate(boxes)
        for b in boxes[:k]
    )


def test_more_things_make_a_larger_mark_of_the_firmest_kind() -> None:
    sheet = sheets(draw(SPEC))["wide"]
    disc, ring = classed(sheet, "disc"), classed(sheet, "ring")

    assert (len(disc), len(ring), classed(sheet, "cross")) == (1, 1, [])
    assert float(ring[0].attributes["r"]) > float(disc[0].attributes["r"])
    assert ring[0].all("title")[0].text == "2 feared; 1 left"


def test_the_base_is_squared_and_its_better_part_shaded_only_where_there_is_one() -> None:
    best = replace(SPEC, base=(3, 2))

    assert len(classed(sheets(draw(SPEC))["wide"], "base")) == 1
    shaded, field = (rectangle(classed(sheets(draw(SPEC))["wide"], name)[0]) for name in ("better", "field"))
    assert shaded.width == pytest.approx(0.75 * field.width, abs=0.1)
    assert classed(sheets(draw(best))["wide"], "better") == []
    assert classed(sheets(draw(replace(SPEC, base=None)))["wide"], "base") == []


def test_the_frontier_steps_down_past_its_places() -> None:
    spec = replace(SPEC, frontier=((0, 2), (2, 1), (3, 0)))

    assert Field(spec, Box(0, 0, 400, 300)).frontier() == (
        (0, 0),
        (100, 0),
        (100, 100),
        (300, 100),
        (300, 200),
        (400, 200),
    )
    assert Field(SPEC, Box(0, 0, 400, 300)).frontier() == ()


def test_the_legend_names_only_what_is_drawn() -> None:
    plain = Plane(SPEC.across, SPEC.up, KINDS, (Spot(0, 0, (0, 0, 1)),))

    assert [words for words, _ in legend(plain, "f")] == ["left"]
    assert [words for words, _ in legend(replace(SPEC, frontier=((0, 2), (3, 0))), "f")] == [
        *KINDS,
        "larger: several in one place, drawn as the first of these kinds",
        "the status quo",
        "better than the status quo for both",
        "beyond this line nothing is possible",
    ]
