"""Packages: how long bars are, to which side they go, that no word is lost, and that nothing lies on a word."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets
from tests.report.markup import Element

from detente.findings.figures.packages import Package, Packages, Side
from detente.report.drawing.lettering import BOLD, width
from detente.report.drawing.svg import Box
from detente.report.figures.packages.drawing import DRAWER, legend

NOW = (Side("North", 0.2, 0.1, 0.4, "gains clearly"), Side("South", -0.1, -0.1, -0.1, "loses a little"))
NEVER = (Side("North", 0.4, 0.4, 0.4, "gains a lot"), Side("South", 0.3, 0.2, 0.9, "crosses its red line", barred=True))
EVEN = (Side("North", 0.0, 0.0, 0.0, "neither gains nor loses"), Side("South", 0.1, 0.1, 0.1, "gains clearly"))
SPEC = Packages(
    (
        Package("Possible now", "Half each", "", False, NOW),
        Package("Only later", "All to South", "Waits for “Vote”", False, EVEN),
        Package("Blocked by South", "All to North", "Crosses South’s red line", True, NEVER),
    ),
    "where four of five trials put it",
)


def draw(spec: Packages) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


def words(sheet: Element) -> str:
    return "".join("".join(element.text.split()) for element in sheet.all("text"))


@st.composite
def packages(random: st.DrawFn) -> Packages:
    """Return packages with long names, several sides, and gains of any size."""
    gain = st.floats(-1, 1).map(lambda number: round(number, 4))
    text, short = st.text("abc de", min_size=1, max_size=200), st.text("abc de", min_size=1, max_size=40)
    names = random(st.lists(short, min_size=1, max_size=5))
    found = []
    for _ in range(random(st.integers(1, 3))):
        sides = []
        for name in names:
            low, at, high = sorted(random(st.tuples(gain, gain, gain)))
            sides.append(Side(name, at, low, high, random(short), random(st.booleans())))
        aside = random(st.sampled_from(["", "Waits for a day that has not come"]))
        found.append(Package(random(short), random(text), aside, random(st.booleans()), tuple(sides)))
    return Packages(tuple(found), "trials")


@given(packages())
def test_every_side_is_drawn_inside_and_every_word_is_there(spec: Packages) -> None:
    sides = [side for package in spec.packages for side in package.sides]
    for sheet in sheets(draw(spec)).values():
        bars = [element for kind in ("gain", "loss") for element in classed(sheet, kind)]

        assert inside(sheet)
        assert len(bars) == sum(not side.barred for side in sides)
        assert len(classed(sheet, "barrier")) == sum(side.barred for side in sides)
        assert len(classed(sheet, "nodeal")) == len(sides)
        for package in spec.packages:
            for said in (package.label, package.changes, package.aside):
                assert "".join(said.split()) in words(sheet)
        for side in sides:
            assert "".join(side.who.split()) in words(sheet)
            assert "".join(side.said.split()) in words(sheet)


def letters(element: Element) -> Box:
    """Return the box of a line of letters, as wide as drawings take it to be."""
    x, y = float(element.attributes["x"]), float(element.attributes["y"])
    wide = width(element.text, 14) * (BOLD if {"key", "axis"} & set(element.classes) else 1)
    left = x - wide / 2 if "mid" in element.classes else x - wide if "end" in element.classes else x
    return Box(left, y - 10.5, wide, 14)


def shapes(sheet: Element) -> list[Box]:
    """Return the boxes of all bars, lines, bounds and barriers."""
    found = [
        rectangle(element) for kind in ("gain", "loss") for element in classed(sheet, kind) if element.tag == "rect"
    ]
    for element in (each for kind in ("nodeal", "halo", "bounds", "barrier", "rule") for each in classed(sheet, kind)):
        numbers = re.findall(r"([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?", element.attributes["d"])
        across = [float(a) for key, a, _ in numbers if key in "MLH"]
        down = [float(b) for _, _, b in numbers if b] + [float(a) for key, a, _ in numbers if key == "V"]
        found.append(Box(min(across), min(down), max(across) - min(across), max(down) - min(down)))
    return found


@given(packages())
def test_no_word_lies_on_another_nor_on_a_line(spec: Packages) -> None:
    for sheet in sheets(draw(spec)).values():
        boxes = [letters(element) for element in sheet.all("text")]

        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        for shape in shapes(sheet):
            drawn = Box(shape.x - 0.7, shape.y - 0.7, shape.width + 1.4, shape.height + 1.4)
            assert not any(box.meets(drawn) for box in boxes)


def test_bars_go_from_no_deal_in_proportion() -> None:
    for sheet in sheets(draw(SPEC)).values():
        first, second, third = map(rectangle, [bar for bar in classed(sheet, "gain") if bar.tag == "rect"])
        (loss,) = map(rectangle, classed(sheet, "loss"))
        (dot,) = [element for element in classed(sheet, "gain") if element.tag == "circle"]

        assert first.x == second.x == third.x == loss.right == float(dot.attributes["cx"])
        assert first.width == pytest.approx(2 * loss.width, abs=0.1) == pytest.approx(2 * second.width, abs=0.1)
        assert third.width == pytest.approx(4 * loss.width, abs=0.1)
        (bounds,) = classed(sheet, "bounds")
        left, right = (float(part.split()[0]) for part in bounds.attributes["d"].split("M")[2:])
        assert (left - first.x, right - first.x) == pytest.approx((loss.width, 4 * loss.width), abs=0.2)


def test_a_red_line_has_no_bar_and_stretches_no_scale() -> None:
    """South's gain of up to 0.9 does not count: the longest thing drawn is North's 0.4."""
    for name, sheet in sheets(draw(SPEC)).items():
        longest = max(
            map(rectangle, (bar for bar in classed(sheet, "gain") if bar.tag == "rect")), key=lambda b: b.width
        )

        assert len(classed(sheet, "barrier")) == 1
        assert longest.right == pytest.approx(308 if name == "narrow" else longest.right)


def test_the_smallest_gain_is_seen() -> None:
    tiny = Package("", "", "", False, (Side("North", 1e-6, 1e-6, 1e-6, ""), Side("South", 0.5, 0.5, 0.5, "")))
    small, _ = map(rectangle, classed(sheets(draw(Packages((tiny,))))["narrow"], "gain"))

    assert small.width == 1.5


def test_the_legend_names_only_what_is_drawn() -> None:
    assert [text for text, _ in legend(SPEC, "f")] == [
        "a gain",
        "a loss",
        "neither",
        "accepted in no case",
        "where four of five trials put it",
    ]
    assert [text for text, _ in legend(Packages(SPEC.packages[2:]), "f")] == ["a gain", "accepted in no case"]
