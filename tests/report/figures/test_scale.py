"""The scale: where places lie, which shapes say what, and what a narrow screen does to the signs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, rectangle, sheets

from detente.findings.figures.scale import Rows, Scale, Stand
from detente.report.figures.scale.drawing import DRAWER, legend

HELD = Rows("Where they stand", "a party", (Stand("North", 80, 60, 100, "60–100"), Stand("South", 0, 0, 0, "0")))
ANSWERS = Rows("Where it would settle", "a model", (Stand("Mean", 50, 40, 60, "50"),))
SPEC = Scale(0, 100, ((0, "0: none"), (50, "50: half"), (100, "100: all of it")), HELD, ANSWERS, (40, 60, "likely"))


def draw(spec: Scale) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@st.composite
def scales(random: st.DrawFn) -> Scale:
    """Return scales with long names, many signs, and places anywhere on them."""
    low = random(st.integers(-100, 100))
    high = low + random(st.integers(1, 1000))
    place = st.integers(low, high).map(float)
    words = st.text("abc de", min_size=1, max_size=60)
    signs = tuple((x, random(words)) for x in sorted(random(st.sets(place, max_size=9))))

    def rows(most: int) -> Rows:
        stands = []
        for _ in range(random(st.integers(0, most))):
            first, at, last = sorted(random(st.tuples(place, place, place)))
            stands.append(Stand(random(words), at, first, last, random(words), random(words)))
        return Rows(random(words), "meaning", tuple(stands))

    first, last = sorted(random(st.tuples(place, place)))
    return Scale(low, high, signs, rows(8), rows(5), (first, last, "likely"))


@given(scales())
def test_everything_stands_inside_and_no_row_is_lost(spec: Scale) -> None:
    for sheet in sheets(draw(spec)).values():
        assert inside(sheet)
        assert len(classed(sheet, "disc")) == len(spec.held.stands)
        assert len(classed(sheet, "ring")) == len(spec.answers.stands)
        assert len(classed(sheet, "name")) == len(spec.held.stands) + len(spec.answers.stands)


def test_places_lie_in_proportion_with_their_bounds() -> None:
    sheet = sheets(draw(SPEC))["wide"]
    north, south = (float(disc.attributes["cx"]) for disc in classed(sheet, "disc"))
    (ring,) = classed(sheet, "ring")
    left, right = south, south + (north - south) / 0.8
    shaded = rectangle(classed(sheet, "better")[0])

    assert abs(float(ring.attributes["cx"]) - (left + right) / 2) < 0.1
    assert abs(shaded.x - (left + 0.4 * (right - left))) < 0.1
    assert abs(shaded.right - (left + 0.6 * (right - left))) < 0.1
    assert len(classed(sheet, "stretch")) == 2  # South is where it is


def test_a_scale_may_begin_below_zero_and_a_short_bar_is_drawn() -> None:
    held = Rows("", "", (Stand("Middle", 0, -1, 1, "0"), Stand("End", 100, 100, 100, "100")))
    sheet = sheets(draw(Scale(-100, 100, (), held, Rows("", "", ()), (0, 0, ""))))["wide"]
    middle, end = (float(disc.attributes["cx"]) for disc in classed(sheet, "disc"))

    assert (middle, end) == (360, 708)
    assert len(classed(sheet, "stretch")) == 1


def test_signs_that_have_no_room_become_numbers_with_a_list() -> None:
    signs = tuple((float(x), f"{x}: a long description of this place") for x in range(0, 101, 10))
    narrow = sheets(draw(replace(SPEC, signs=signs)))["narrow"]
    roomy = sheets(draw(SPEC))["narrow"]

    assert [sign.text for sign in classed(narrow, "sign")] == [str(k) for k in range(1, 12)]
    assert [key.text for key in classed(narrow, "key")] == [str(k) for k in range(1, 12)]
    assert [sign.text for sign in classed(roomy, "sign")][:2] == ["0: none", "50: half"]
    assert classed(roomy, "key") == []


def test_signs_that_would_be_cut_become_numbers() -> None:
    signs = ((0.0, "0: nothing at all"), (50.0, "50"), (100.0, "100: all of it, now and in every year that comes"))
    shown = sheets(draw(replace(SPEC, signs=signs)))

    assert [sign.text for sign in classed(shown["narrow"], "sign")] == ["1", "2", "3"]
    assert classed(shown["wide"], "key") == []


def test_the_legend_says_what_is_drawn() -> None:
    assert [words for words, _ in legend(SPEC, "f")] == ["a party", "a model", "likely"]
    empty = replace(SPEC, held=Rows("", "a party", ()))
    assert [words for words, _ in legend(empty, "f")] == ["a model", "likely"]


def test_a_stretch_without_width_is_still_seen() -> None:
    sheet = sheets(draw(replace(SPEC, likely=(50, 50, "likely"))))["narrow"]
    assert rectangle(classed(sheet, "better")[0]).width >= 2
