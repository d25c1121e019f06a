"""The chronology: every happening has a row, days lie in proportion, and nothing touches anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, sheets
from tests.report.markup import Element, everything

from detente.findings.figures.chronology import Chronology, Happening
from detente.report.drawing.lettering import width
from detente.report.drawing.svg import Box
from detente.report.figures.chronology.drawing import DRAWER

SPEC = Chronology(date(2024, 1, 1), date(2025, 12, 31), date(2025, 7, 10), ())
DAY = Happening("1 July 2024", "They met", date(2024, 7, 1), date(2024, 7, 1))
SPAN = Happening("2025", "They wrote", date(2025, 1, 1), date(2025, 12, 31))
BEFORE = Happening("1920", "It was founded", date(1920, 1, 1), date(1920, 12, 31))
OPEN = Happening("by 1 July 2024", "They spoke", None, date(2024, 7, 1))
AFTER = Happening("since 2025", "They wait", date(2025, 1, 1), None)
DOUBT = replace(DAY, sure=False)
NEVER = Happening("at some time", "They slept", None, None)


def draw(*happenings: Happening) -> dict[str, Element]:
    return sheets(DRAWER.draw(replace(SPEC, happenings=happenings), "f", "Title", "Description"))


def shapes(sheet: Element) -> list[str]:
    return [name for kind in ("disc", "ring", "span", "tip") for name in [kind] * len(classed(sheet, kind))]


@pytest.mark.parametrize(
    ("happening", "expected"),
    [
        (DAY, ["disc"]),
        (DOUBT, ["ring"]),
        (SPAN, ["span"]),
        (BEFORE, ["tip"]),
        (OPEN, ["span", "tip"]),
        (AFTER, ["span", "tip"]),
        (NEVER, ["span", "tip", "tip"]),
    ],
)
def test_a_shape_says_how_exactly_a_date_is_known(happening: Happening, expected: list[str]) -> None:
    for sheet in draw(happening).values():
        assert shapes(sheet) == expected


def test_days_lie_in_proportion() -> None:
    days = [date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31)]
    for sheet in draw(*(replace(DAY, earliest=day, latest=day) for day in days)).values():
        first, middle, last = (float(disc.attributes["cx"]) for disc in classed(sheet, "disc"))
        assert abs((middle - first) / (last - first) - 365 / 730) < 0.01


def test_arrows_point_out_of_the_picture_at_the_side_that_is_open() -> None:
    for sheet in draw(OPEN, AFTER).values():
        earlier, later = (classed(sheet, "tip")[k].attributes["d"] for k in (0, 1))
        spans = [re.match(r"M([\d.]+) [\d.]+H([\d.]+)", each.attributes["d"]) for each in classed(sheet, "span")]
        (left, _), (_, right) = (each.groups() for each in spans if each)
        points = [[float(x) for x in re.findall(r"[ML]([\d.]+) ", path)] for path in (earlier, later)]
        assert points[0][0] < points[0][1] == float(left)
        assert points[1][0] > points[1][1] == float(right)


def test_what_lies_before_the_calendar_keeps_its_row_its_date_and_its_name() -> None:
    for sheet in draw(BEFORE, DAY).values():
        letters = [element.text for element in everything(sheet) if element.tag == "text"]
        assert {"1920", "It was founded", "1 July 2024", "They met"} <= set(letters)


def test_the_date_of_the_report_is_named_inside() -> None:
    for today in (SPEC.first, SPEC.today, SPEC.last):
        drawn = sheets(DRAWER.draw(replace(SPEC, today=today, happenings=(DAY,)), "f", "Title", "Description"))
        for sheet in drawn.values():
            (words,) = (element for element in classed(sheet, "today") if element.tag == "text")
            half = width(words.text, 14) / 2
            assert words.text.startswith("as of ")
            assert (
                half - 0.1 <= float(words.attributes["x"]) <= float(sheet.attributes["viewbox"].split()[2]) - half + 0.1
            )


def test_the_legend_names_what_is_drawn() -> None:
    def words(*happenings: Happening) -> list[str]:
        return [said for said, _ in DRAWER.legend(replace(SPEC, happenings=happenings), "f")]

    assert words(DAY) == ["on a known day"]
    assert len(words(DAY, DOUBT, SPAN, OPEN)) == 4
    assert "begins or ends outside the picture" in words(BEFORE)


@st.composite
def chronologies(random: st.DrawFn) -> Chronology:
    """Return calendars of a few days to centuries, with happenings on them, before and after."""
    days = st.dates(date(1800, 1, 1), date(2100, 1, 1))
    first, today, last = sorted(random(st.tuples(days, days, days)))
    words = st.text("abc ԱԲ,.", min_size=1, max_size=120).filter(str.strip)

    def happening() -> Happening:
        begins, ends = sorted(random(st.tuples(days, days)))
        earliest = random(st.sampled_from([None, begins]))
        latest = random(st.sampled_from([None, ends, earliest]))
        return Happening(random(words), random(words), earliest, latest, random(st.booleans()))

    return Chronology(first, last, today, tuple(happening() for _ in range(random(st.integers(1, 8)))))


@given(chronologies())
def test_nothing_stands_outside_and_no_word_touches_a_word_or_a_line(spec: Chronology) -> None:
    for sheet in sheets(DRAWER.draw(spec, "f", "Title", "Description")).values():
        assert inside(sheet)
        words = [word for word in map(box, everything(sheet)) if word]
        assert [pair for pair in combinations(words, 2) if pair[0].meets(pair[1])] == []
        assert strokes(sheet)
        assert [word for word in words for line in strokes(sheet) if word.meets(line)] == []


def box(element: Element) -> Box | None:
    """Return about where letters stand."""
    if element.tag != "text":
        return None
    x, y, wide = float(element.attributes["x"]), float(element.attributes["y"]), width(element.text, 14) * 0.8
    return Box(x - wide / 2 if {"mid", "end"} & set(element.classes) else x, y - 10, wide, 12)


def strokes(sheet: Element) -> list[Box]:
    """Return the upright strokes of the calendar."""
    drawn = "".join(
        path.attributes["d"] for name in ("rule", "today") for path in classed(sheet, name) if path.tag == "path"
    )
    found = re.findall(r"M([\d.]+) ([\d.]+)v([\d.]+)", drawn)
    return [Box(float(x) - 0.5, float(top), 1, float(high)) for x, top, high in found]
