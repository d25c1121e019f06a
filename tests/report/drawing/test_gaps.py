"""Lines leave gaps for words, and only for words."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from detente.report.drawing.gaps import crosses, path, uncovered
from detente.report.drawing.svg import Box

PLACES = st.floats(0, 300).map(lambda number: round(number, 1))
LINES = st.lists(st.tuples(PLACES, PLACES), min_size=2, max_size=6)
BOXES = st.lists(st.builds(Box, PLACES, PLACES, st.floats(1, 80), st.floats(1, 40)), max_size=5)


def read(drawn: str) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the straight lines of a path."""
    found, x, y = [], 0.0, 0.0
    for sign, first, second in re.findall(r"([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?", drawn):
        to = {"H": (float(first), y), "V": (x, float(first))}.get(sign) or (float(first), float(second or 0))
        if sign != "M":
            found.append(((x, y), to))
        x, y = to
    return found


def inside(x: float, y: float, box: Box, far: float) -> bool:
    return box.x - far < x < box.right + far and box.y - far < y < box.bottom + far


@given(LINES, BOXES)
def test_no_point_of_a_line_lies_on_words_and_no_point_far_from_them_is_missing(
    points: list[tuple[float, float]], boxes: list[Box]
) -> None:
    drawn = read(path(points, boxes))
    for (x, y), (to_x, to_y) in drawn:
        for k in range(21):
            at = x + (to_x - x) * k / 20, y + (to_y - y) * k / 20
            assert not any(inside(*at, box, 1.5) for box in boxes)
    for (x, y), (to_x, to_y) in pairwise(points):
        for k in range(21):
            at = x + (to_x - x) * k / 20, y + (to_y - y) * k / 20
            assert any(inside(*at, box, 6) for box in boxes) or any(_on(at, *line) for line in drawn)


def _on(at: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether a point lies on a line, or nearly so."""
    across, down = other[0] - one[0], other[1] - one[1]
    long = across * across + down * down
    share = ((at[0] - one[0]) * across + (at[1] - one[1]) * down) / long if long else 0.0
    share = min(max(share, 0.0), 1.0)
    near = one[0] + share * across, one[1] + share * down
    return abs(near[0] - at[0]) < 4 and abs(near[1] - at[1]) < 4


def test_a_line_without_words_is_one_piece() -> None:
    assert path([(0, 5), (100, 5), (100, 50), (20, 60)], []) == "M0 5H100V50L20 60"


def test_what_would_be_a_speck_between_two_words_is_left_out() -> None:
    assert path([(0, 5), (100, 5)], [Box(20, 0, 30, 10), Box(55, 0, 20, 10)]) == "M0 5H18M77 5H100"


def test_a_line_along_an_edge_crosses_nothing() -> None:
    box = Box(10, 10, 20, 20)

    assert crosses((0, 20), (40, 20), box)
    assert crosses((15, 15), (16, 16), box)
    assert not crosses((0, 10), (40, 10), box)
    assert not crosses((0, 0), (40, 5), box)
    assert not crosses((15, 15), (15, 15), Box(50, 50, 5, 5))


def test_what_is_left_of_a_stretch() -> None:
    assert list(uncovered([(0.5, 0.6), (0.1, 0.2), (0.15, 0.3)])) == [(0, 0.1), (0.3, 0.5), (0.6, 1)]
    assert list(uncovered([])) == [(0, 1)]
