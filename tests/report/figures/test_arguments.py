"""Arguments: every line leads from a ground to what rests on it, none runs over words, and all have a shape each."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, sheets
from tests.report.markup import Element, everything

from detente.findings.figures.arguments import Arguments, Point
from detente.report.figures.arguments.drawing import DRAWER, legend
from detente.report.figures.arguments.layout import ArgumentsLayout, lay

WORDS = st.one_of(st.sampled_from(["", "Talks", "Both want to go on talking to each other without anybody", "x" * 90]))


@st.composite
def arguments(draw: st.DrawFn) -> Arguments:
    """Return points, each of which may rest on any before it where it is a conclusion."""
    points: list[Point] = []
    for number in range(draw(st.integers(1, 9))):
        concluded = draw(st.booleans())
        before = st.lists(st.integers(0, number - 1), unique=True, max_size=4) if number and concluded else st.just([])
        flags = st.booleans()
        rests_on = tuple(sorted(draw(before)))
        points.append(Point(draw(WORDS), rests_on, concluded, draw(flags), draw(flags), draw(st.integers(0, 6))))
    return Arguments(tuple(points))


DISPUTE = Arguments(
    (
        Point("The leaders met"),
        Point("Both want to talk", (0,), concluded=True, warranted=True, overturned=True, rivals=2),
        Point("The talks go on", (0, 1), concluded=True),
    )
)


def draw(spec: Arguments) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


def links(sheet: Element, layout: ArgumentsLayout) -> list[tuple[int, int]]:
    """Return which points the lines of a drawing join: from the height of their beginning to those of their ends."""
    outs = {row.way_out: k for k, row in enumerate(layout.rows)}
    ins = {row.way_in: k for k, row in enumerate(layout.rows)}
    found: list[tuple[int, int]] = []
    for line in (*classed(sheet, "ground-line"), *classed(sheet, "borne")):
        source, rail = -1, -1.0
        for step in line.attributes["d"].split("M")[1:]:
            x, y, across, *down = map(float, re.findall(r"[\d.]+", step))
            if down:
                source, rail = outs[y], across
                assert x > rail < down[1]
                found.append((source, ins[down[0]]))
            else:
                assert x == rail  # it leaves the line that was drawn last
                found.append((source, ins[y]))
    return sorted(found)


def wanted(spec: Arguments) -> list[tuple[int, int]]:
    return sorted((ground, k) for k, point in enumerate(spec.points) for ground in point.rests_on)


@given(arguments())
def test_lines_lead_from_each_ground_to_all_that_rests_on_it(spec: Arguments) -> None:
    for name, sheet in sheets(draw(spec)).items():
        assert links(sheet, lay(spec, 320 if name == "narrow" else 720)) == wanted(spec)


@given(arguments())
def test_no_two_lines_run_down_in_one_place(spec: Arguments) -> None:
    for wide in (320.0, 720.0):
        for one, other in combinations(lay(spec, wide).lines, 2):
            apart = one.targets[-1] < other.source or other.targets[-1] < one.source
            assert apart or abs(one.x - other.x) > 2


@given(arguments())
def test_everything_is_drawn_inside_and_no_line_runs_over_words(spec: Arguments) -> None:
    for sheet in sheets(draw(spec)).values():
        assert inside(sheet)
        left = min((float(text.attributes["x"]) for text in sheet.all("text")), default=720.0)
        for line in (*classed(sheet, "ground-line"), *classed(sheet, "borne")):
            assert all(float(x) < left for x in re.findall(r"[MH]([\d.]+)", line.attributes["d"]))


@given(arguments())
def test_signs_are_counted(spec: Arguments) -> None:
    for sheet in sheets(draw(spec)).values():
        drawn = {
            name: "".join(each.attributes["d"] for each in classed(sheet, name)) for name in ("rival", "cross", "tip")
        }

        assert drawn["rival"].count("M") == sum(min(point.rivals, 4) for point in spec.points)
        assert drawn["tip"].count("h6") == sum(point.warranted and bool(point.rests_on) for point in spec.points)
        assert drawn["cross"].count("M") == sum(point.overturned for point in spec.points)
        assert len(classed(sheet, "disc")) == sum(point.concluded for point in spec.points)
        assert len(classed(sheet, "ring")) == sum(not point.concluded for point in spec.points)
        more = [f"+{point.rivals - 4}" for point in spec.points if point.rivals > 4]
        assert [text.text for text in sheet.all("text") if text.text.startswith("+")] == more


def test_a_warrant_stands_on_the_way_into_its_conclusion() -> None:
    layout = lay(DISPUTE, 720)
    (solid,) = classed(sheets(draw(DISPUTE))["wide"], "tip")
    squares = re.findall(r"M([\d.]+) ([\d.]+)h6", solid.attributes["d"])

    assert [float(y) + 3 for _, y in squares] == [layout.rows[1].way_in]
    assert all(max(line.x for line in layout.lines) < float(x) < layout.marks for x, _ in squares)


def test_a_line_that_leads_on_has_a_dot_where_another_leaves_it() -> None:
    layout = lay(DISPUTE, 720)
    (dots,) = classed(sheets(draw(DISPUTE))["wide"], "dot")

    assert dots.attributes["d"] == f"M{layout.lines[-1].x:g} {layout.rows[1].way_in:g}h0"


def test_short_lines_run_near_the_marks() -> None:
    long, short = sorted(lay(DISPUTE, 720).lines, key=lambda line: line.source)

    assert (long.targets, short.targets) == ((1, 2), (2,))
    assert long.x < short.x


LEGENDS = [
    (DISPUTE, 6),
    (Arguments((Point("A", concluded=True),)), 1),
    (Arguments((Point("A"), Point("B", (0,), concluded=True))), 3),
    (Arguments((Point("A", concluded=True), Point("B", (0,), concluded=True, rivals=1))), 3),
]


@pytest.mark.parametrize(("spec", "number"), LEGENDS)
def test_the_legend_has_what_is_drawn(spec: Arguments, number: int) -> None:
    assert len(legend(spec, "f")) == number


def test_the_same_arguments_give_the_same_drawing() -> None:
    assert draw(DISPUTE) == draw(DISPUTE)
    assert all(element.tag != "script" for sheet in sheets(draw(DISPUTE)).values() for element in everything(sheet))
