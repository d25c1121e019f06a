"""The utility plane: where packages lie, what no deal leaves open, and what a narrow screen does to the names."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets

from detente.findings.figures.utility_plane import Dot, Flag, Gap, UtilityAxis, UtilityPlane
from detente.report.drawing.svg import Box
from detente.report.figures.utility_plane.drawing import DRAWER, legend
from detente.report.figures.utility_plane.field import UtilityField, ticks
from detente.report.figures.utility_plane.names import no_deal

KINDS = ("all take it", "these two take it", "one of these two does not")
DOTS = (Dot(0, 1, 2, "Gift"), Dot(0.5, 0.5, 1), Dot(0.75, 0.75, 0, "Deal"), Dot(1, 0, 2))
SPEC = UtilityPlane(
    UtilityAxis("North", 0, 1, (0.4, 0.5, 0.6)),
    UtilityAxis("South", 0, 1, (0.5, 0.5, 0.5)),
    KINDS,
    DOTS,
    (Flag(0.75, 0.75, ((1, "Nash"), (2, ""))),),
    ((0, 1), (0.75, 0.75), (1, 0)),
)


def draw(spec: UtilityPlane) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@st.composite
def planes(random: st.DrawFn) -> UtilityPlane:
    """Return planes with as many dots and names as the lens makes, and alternatives anywhere."""
    share = st.floats(0, 1).map(lambda number: round(number, 4))
    axes = []
    for who in (random(st.text("abc de", min_size=1, max_size=40)), "South"):
        no_deal = random(st.tuples(share, share, share).map(sorted))
        axes.append(UtilityAxis(who, 0, 1, (no_deal[0], no_deal[1], no_deal[2])))
    kind = st.integers(0, 2)
    dots = tuple(Dot(*each) for each in random(st.lists(st.tuples(share, share, kind), max_size=200)))
    names = st.text("abc de", max_size=50)
    flags = tuple(Flag(dot.x, dot.y, ((number, random(names)),)) for number, dot in enumerate(dots[:10], 1))
    gap = random(st.one_of(st.none(), st.builds(Gap, share, share, names, names)))
    return UtilityPlane(axes[0], axes[1], KINDS, dots, flags, ((0.1, 0.9), (0.9, 0.1)), gap)


@given(planes())
def test_every_dot_and_every_number_is_drawn_inside(spec: UtilityPlane) -> None:
    for name, sheet in sheets(draw(spec)).items():
        specks = sum(path.attributes["d"].count("M") for path in classed(sheet, "speck"))
        numbers = {element.text for element in classed(sheet, "name")}

        assert inside(sheet)
        assert len(classed(sheet, "disc")) == sum(dot.kind == 0 for dot in spec.dots)
        assert len(classed(sheet, "ring")) == sum(dot.kind == 1 for dot in spec.dots)
        assert specks == sum(dot.kind == 2 for dot in spec.dots)
        assert len(classed(sheet, "base")) == len(spec.flags)
        assert name == "wide" or numbers <= {str(number) for number, _ in enumerate(spec.flags, 1)}


@given(planes())
def test_the_shaded_corner_holds_what_no_deal_is_better_for_neither_of(spec: UtilityPlane) -> None:
    field = UtilityField(spec, Box(10, 20, 400, 300))
    corner = field.better()
    for dot in spec.dots:
        x, y = field.at(dot.x, dot.y)
        accepted = dot.x >= spec.across.no_deal[1] and dot.y >= spec.up.no_deal[1]
        assert not accepted or (x >= corner.x and y <= corner.bottom)
        beyond = dot.x < spec.across.no_deal[1] - 1e-3 or dot.y < spec.up.no_deal[1] - 1e-3
        assert not beyond or x < corner.x or y > corner.bottom


def test_packages_lie_in_proportion() -> None:
    sheet = sheets(draw(SPEC))["wide"]
    (disc,), (ring,) = classed(sheet, "disc"), classed(sheet, "ring")
    left, top, right, bottom = _corners(SPEC)

    assert float(ring.attributes["cx"]) == pytest.approx((left + right) / 2)
    assert float(ring.attributes["cy"]) == pytest.approx((top + bottom) / 2)
    assert float(disc.attributes["cx"]) == pytest.approx(left + 0.75 * (right - left))
    assert float(disc.attributes["cy"]) == pytest.approx(bottom - 0.75 * (bottom - top))
    assert disc.all("title")[0].text == "Deal"


def _corners(spec: UtilityPlane) -> tuple[float, float, float, float]:
    """Return where the packages that are worth nothing and everything lie in the wide drawing."""
    (path,) = classed(sheets(draw(spec))["wide"], "speck")
    (left, top), (right, bottom) = [
        (float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)h0", path.attributes["d"])
    ]
    return left, top, right, bottom


def test_no_deal_is_a_line_with_a_stripe_where_it_is_uncertain() -> None:
    sheet = sheets(draw(SPEC))["wide"]
    left, top, right, bottom = _corners(SPEC)
    (stripe,) = map(rectangle, classed(sheet, "doubt"))
    corner = rectangle(classed(sheet, "better")[0])
    box = rectangle(classed(sheet, "field")[0])

    assert (stripe.x, stripe.right) == pytest.approx((left + 0.4 * (right - left), left + 0.6 * (right - left)))
    assert (stripe.y, stripe.bottom) == (box.y, box.bottom)
    assert (corner.x, corner.bottom) == pytest.approx(((left + right) / 2, (top + bottom) / 2))
    assert (corner.right, corner.y) == (box.right, box.y)
    assert [word.text for word in classed(sheet, "aside")] == ["no deal", "no deal"]


def test_the_gap_lies_between_the_corner_and_the_nearest_package() -> None:
    spec = replace(SPEC, dots=(*DOTS[:1], Dot(0.75, 0.25, 2), DOTS[3]), gap=Gap(0.75, 0.25, "", "South: short by 0.25"))
    field = UtilityField(spec, Box(0, 0, 124, 124))  # a hundred units from end to end

    assert field.better() == Box(62, 0, 62, 62)
    assert field.missing() == (Box(62, 0, 62, 87), Box(62, 0, 62, 62))
    shown = sheets(draw(spec))
    assert [word.text for word in classed(shown["wide"], "aside")][2:] == ["South: short by 0.25"]
    assert any(word.text == "South: short by 0.25" for word in shown["narrow"].all("text"))
    assert UtilityField(SPEC, Box(0, 0, 124, 124)).missing() is None


def test_the_frontier_steps_down_past_its_packages() -> None:
    field = UtilityField(SPEC, Box(0, 0, 124, 124))

    assert field.frontier() == ((0, 12), (12, 12), (12, 37), (87, 37), (87, 112), (112, 112), (112, 124))
    assert UtilityField(replace(SPEC, frontier=()), field.box).frontier() == ()


def test_names_stand_beside_their_places_or_in_a_list() -> None:
    shown = sheets(draw(SPEC))

    assert [name.text for name in classed(shown["wide"], "name")] == ["1 Nash", "2"]
    assert [name.text for name in classed(shown["narrow"], "name")] == ["1, 2"]
    assert [key.text for key in classed(shown["narrow"], "key")] == ["1"]


def test_dots_are_smaller_where_there_are_many() -> None:
    many = replace(SPEC, dots=tuple(Dot(k / 200, 0.5, 0) for k in range(200)))
    few, crowded = (classed(sheets(draw(spec))["wide"], "disc")[0] for spec in (SPEC, many))

    assert float(crowded.attributes["r"]) < float(few.attributes["r"])


@given(planes())
def test_lines_say_what_they_are_beside_themselves_and_on_no_dot(spec: UtilityPlane) -> None:
    field = UtilityField(spec, Box(40, 24, 400, 300))
    said = [each.box for each in no_deal(field)]
    x, y = field.better().x, field.better().bottom

    assert len(said) <= 2
    assert all(abs(box.x - x) < 9 or abs(box.right - x) < 9 or abs(box.bottom - y) < 9 or box.y - y < 9 for box in said)
    assert not any(one.meets(other) for one, other in combinations(said, 2))
    for dot in spec.dots:
        across, up = field.at(dot.x, dot.y)
        assert not any(box.x < across < box.right and box.y < up < box.bottom for box in said)


@given(st.floats(-5, 5), st.floats(1e-3, 20), st.integers(2, 12))
def test_ticks_are_round_and_within(low: float, length: float, most: int) -> None:
    found = ticks(low, low + length, most)
    steps = {round(b - a, 9) for a, b in pairwise(found)}

    assert len(found) <= most + 1
    assert len(steps) <= 1
    assert all(low - 1e-6 <= value <= low + length + 1e-6 for value in found)
    assert all(f"{step:.0e}"[0] in "125" and step == pytest.approx(float(f"{step:.0e}")) for step in steps)


def test_ticks_of_the_whole_scale() -> None:
    assert ticks(0, 1, 5) == (0, 0.2, 0.4, 0.6, 0.8, 1)
    assert ticks(0.31, 0.69, 4) == (0.4, 0.5, 0.6)
    assert ticks(0.5, 0.5, 4) == (0.5,)


def test_the_legend_names_only_what_is_drawn() -> None:
    certain = replace(SPEC.across, no_deal=(0.5, 0.5, 0.5))
    plain = replace(SPEC, across=certain, dots=DOTS[2:3], frontier=())

    assert [words for words, _ in legend(plain, "f")] == [
        "all take it",
        "what no deal is worth",
        "no worse than no deal for both",
    ]
    assert [words for words, _ in legend(replace(SPEC, gap=Gap(0, 0, "a", "")), "f")] == [
        *KINDS,
        "what no deal is worth",
        "what no deal may be worth",
        "no worse than no deal for both",
        "beyond this line lies no package",
        "the least by which no deal would have to be worse",
    ]
