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
from detente.report.figures.board.curves import curve, heading
from detente.report.figures.board.drawing import DRAWER, curves, initials, legend
from detente.report.figures.board.layout import lay

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


@given(boards(), st.sampled_from([280.0, 672.0]))
def test_names_cover_no_other_square_and_no_other_name(spec: Board, wide: float) -> None:
    layout = lay(spec, wide, 92)
    boxes = [layout.name(k) for k, words in enumerate(layout.names) if words]

    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.right <= wide for box in boxes)
    for k, _ in enumerate(spec.squares):
        x, y = layout.at(k)
        assert not any(box.x < x < box.right and box.y < y < box.bottom for box in boxes)


@given(boards())
def test_arrows_stay_between_neighbouring_columns_and_rows(spec: Board) -> None:
    """Along a row or a column an arrow bends less than half-way to the next one."""
    layout = lay(spec, 672, 168)
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
    narrow, wide = lay(spec, 280, 92), lay(spec, 1200, 92)

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
    found = curve((0, 0), (100, 0), 20, 10)

    assert found.at(0.5)[1] < -15
    assert found.start != (0, 0)
    assert heading(curve((0, 0), (100, 0), 0, 10)) == (1, 0)


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
