"""The board: squares on their grid, arrows between their neighbours, and words where they have room."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.drawn import classed, inside, sheets

from detente.findings.figures.board import Arc, Board, Square
from detente.findings.figures.routes import Gain
from detente.report.drawing.svg import Box
from detente.report.figures.board.curves import curve_between, heading, path
from detente.report.figures.board.drawing import DRAWER, curves, initials, legend
from detente.report.figures.board.layout import lay
from detente.report.figures.board.words import far_words, set_words

KINDS = ("held", "feared", "left")


def draw(spec: Board) -> str:
    return DRAWER.draw(spec, "f", "Title", "Description")


@st.composite
def boards(random: st.DrawFn) -> Board:
    """Return full or sparse boards with any moves between their squares."""
    across, down = random(st.integers(1, 10)), random(st.integers(1, 8))
    words = st.text("abc de", max_size=40)
    places = random(st.lists(st.tuples(st.integers(0, across - 1), st.integers(0, down - 1)), min_size=2, unique=True))
    squares = tuple(Square(x, y, random(st.integers(0, 2)), random(st.one_of(st.just(""), words))) for x, y in places)
    ends = st.integers(0, len(places) - 1)
    pairs = random(st.lists(st.tuples(ends, ends, st.integers(0, 1)), max_size=20, unique=True))
    arcs = tuple(Arc(s, t, by, random(st.sampled_from(Gain))) for s, t, by in pairs if s != t)
    heads = [tuple(random(words) for _ in range(number)) for number in (across, down)]
    return Board(heads[0], heads[1], "what North does", "what South does", KINDS, ("North", "South"), squares, arcs)


@given(boards())
def test_everything_is_drawn_once_and_inside(spec: Board) -> None:
    for sheet in sheets(draw(spec)).values():
        marks = [element for kind in ("disc", "ring", "cross") for element in classed(sheet, kind)]

        assert inside(sheet)
        assert len(marks) == len(spec.squares)
        assert len(classed(sheet, "step")) == len(spec.arcs)


@given(boards(), st.sampled_from([320.0, 720.0]))
def test_words_cover_no_square_and_no_other_word(spec: Board, wide: float) -> None:
    layout = lay(spec, wide, numbered=True)
    lines = tuple(curves(layout))
    found = set_words(layout, lines, ["N"] * len(lines))
    if found is None:
        found = far_words(layout, lines)
    boxes = [box for box in (*found.arrows, *found.names) if box is not None]

    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.x >= 0 and box.right <= wide for box in boxes)
    for k, _ in enumerate(spec.squares):
        x, y = layout.at(k)
        assert not any(box.meets(Box(x - 8, y - 8, 16, 16)) for box in boxes)


@given(boards())
def test_every_square_has_its_name_or_its_number(spec: Board) -> None:
    for sheet in sheets(draw(spec)).values():
        named = sum(bool(square.name.strip()) for square in spec.squares)
        said = {name.text for name in classed(sheet, "name")}
        listed = {key.text for key in classed(sheet, "key")}

        assert len(classed(sheet, "name")) >= named
        assert all(sign in listed for sign in said if sign.startswith("("))


@given(boards())
def test_arrows_stay_between_neighbouring_columns_and_rows(spec: Board) -> None:
    """Along a row or a column an arrow bends less than half-way to the next one."""
    layout = lay(spec, 720)
    for arc, found in zip(spec.arcs, curves(layout), strict=True):
        source, target = spec.squares[arc.source], spec.squares[arc.target]
        x, y = found.at(0.5)
        if source.row == target.row:
            assert abs(y - layout.at(arc.source)[1]) < layout.pitch[1] / 2
        if source.column == target.column:
            assert abs(x - layout.at(arc.source)[0]) < layout.pitch[0] / 2


def test_words_without_room_move_to_the_key() -> None:
    squares = tuple(
        Square(x, y, 0, "the deal of the year" if (x, y) == (1, 1) else "") for x in range(8) for y in (0, 1)
    )
    spec = Board(tuple(f"take up option {k}" for k in range(8)), ("no", "yes"), "a", "b", KINDS, ("N",), squares, ())
    narrow, wide = lay(spec, 320), lay(spec, 1600)

    assert narrow.columns == tuple((sign,) for sign in "ABCDEFGH")
    assert dict(narrow.key) == {sign: f"take up option {k}" for k, sign in enumerate("ABCDEFGH")} | {
        "1": "no",
        "2": "yes",
        "(1)": "the deal of the year",
    }
    assert wide.key == ()


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (("North", "South"), ("N", "S")),
        (("Azerbaijan", "Armenia", "United States"), ("Az", "Ar", "U")),
        (("Northern Union", "Northern Bank"), ("1", "2")),
        (("A", "AB"), ("1", "AB")),
        (("same", "same"), ("1", "2")),
    ],
)
def test_movers_are_told_apart_by_few_letters(names: tuple[str, ...], codes: tuple[str, ...]) -> None:
    assert initials(names) == codes


def test_a_curve_leaves_its_ends_clear_and_bends_to_its_left() -> None:
    found = curve_between((0, 0), (100, 0), 20, 10)

    assert found.at(0.5)[1] < -15
    assert found.start != (0, 0)
    assert heading(curve_between((0, 0), (100, 0), 0, 10)) == (1, 0)


@given(st.floats(0, 0.9), st.floats(0.05, 1), st.floats(0, 1))
def test_a_part_of_a_curve_lies_on_it(first: float, long: float, share: float) -> None:
    whole = curve_between((3, 7), (120, 40), 25, 0)
    last = min(first + long, 1)

    assert whole.between(first, last).at(share) == pytest.approx(whole.at(first + share * (last - first)))


def test_a_curve_leaves_room_for_words() -> None:
    found = curve_between((0, 0), (100, 0), 0, 0)

    assert path(found, []) == "M0.0 0.0Q50.0 0.0 100.0 0.0"
    assert path(found, [Box(40, -7, 20, 14)]).count("M") == 2
    assert path(found, [Box(-10, -7, 200, 14)]) == ""


def test_a_board_too_wide_for_its_column_is_turned() -> None:
    squares = tuple(Square(x, y, 0) for x in range(32) for y in range(2))
    spec = Board(("",) * 32, ("no", "yes"), "what they do", "what we do", KINDS, ("N",), squares, ())
    narrow, wide = (classed(sheets(draw(spec))[name], "disc") for name in ("narrow", "wide"))

    assert len({disc.attributes["cx"] for disc in narrow}) == 2
    assert len({disc.attributes["cx"] for disc in wide}) == 32 or len({disc.attributes["cx"] for disc in wide}) == 2


def test_the_legend_names_only_what_is_drawn() -> None:
    squares = (Square(0, 0, 0, start=True), Square(1, 0, 2))
    spec = Board(("a", "b"), ("",), "moves", "", KINDS, ("North", "South"), squares, (Arc(1, 0, 1, Gain.GAIN),))

    assert [words for words, _ in legend(spec, "f")] == [
        "held",
        "left",
        "the status quo",
        "a gain for who moves",
        "South",
    ]
    assert "the status quo" not in [words for words, _ in legend(replace(spec, squares=(squares[1],), arcs=()), "f")]
