"""Names stand near what they name and cover no other name."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.report.drawing.labels import leader, place
from detente.report.drawing.svg import Box

ROOM = Box(10, 20, 600, 400)
POINTS = st.lists(
    st.tuples(st.floats(20, 600), st.floats(30, 410), st.floats(2, 10)),
    max_size=12,
)
SIZES = st.lists(st.tuples(st.floats(8, 170), st.floats(16, 40)), min_size=12, max_size=12)


@given(POINTS, SIZES)
def test_labels_stand_inside_and_apart(
    points: list[tuple[float, float, float]], sizes: list[tuple[float, float]]
) -> None:
    marks = [Box(x - far, y - far, 2 * far, 2 * far) for x, y, far in points]
    found = place(points, sizes[: len(points)], marks, ROOM)
    boxes = [box for box in found if box is not None]

    assert len(boxes) == len(points)
    assert all(ROOM.holds(box) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert found == place(points, sizes[: len(points)], marks, ROOM)


def plainly(point: tuple[float, float, float], size: tuple[float, float], marks: list[Box]) -> Box | None:
    """Return the cheapest of all places for one label, the first of those that cost the same."""
    (x, y, radius), (wide, high) = point, size
    costs: list[tuple[float, Box]] = []
    for distance in (radius + far for far in (4, 9, 16, 26, 38, 52, 68, 88, 110, 135, 160)):
        for across, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
            left, top = (
                middle + way * distance + (way - 1) * long / 2
                for middle, way, long in ((x, across, wide), (y, down, high))
            )
            costs.append((distance * hypot(across, down), Box(left, top, wide, high)))
    for row in range(int((ROOM.height - high) / 6) + 1):
        for column in range(int((ROOM.width - wide) / 6) + 1):
            box = Box(ROOM.x + column * 6, ROOM.y + row * 6, wide, high)
            beside = max(box.x - x, 0, x - box.right), max(box.y - y, 0, y - box.bottom)
            costs.append((40 + hypot(*beside), box))
    inside = [(far + 28 * sum(box.meets(mark) for mark in marks), box) for far, box in costs if ROOM.holds(box)]
    return min(inside, key=lambda each: each[0])[1]


@pytest.mark.parametrize("seed", range(15))
def test_no_place_in_a_crowd_is_cheaper_than_the_one_found(seed: int) -> None:
    drawn = Random(seed)
    x, y, far = drawn.uniform(20, 600), drawn.uniform(30, 410), drawn.uniform(2, 10)
    size = (drawn.uniform(8, 170), drawn.uniform(16, 40))
    crowd = [Box(x + drawn.uniform(-190, 90), y + drawn.uniform(-190, 90), 100, 100) for _ in range(40)]

    found = place([(x, y, far)], [size], crowd, ROOM)
    assert found == (plainly((x, y, far), size, [*crowd, Box(x - far, y - far, 2 * far, 2 * far)]),)


def test_a_label_stands_beside_its_mark_and_not_on_another() -> None:
    alone = place([(300, 200, 5)], [(60, 18)], [], ROOM)[0]
    crowded = place([(300, 200, 5)], [(60, 18)], [Box(310, 190, 20, 20)], ROOM)[0]

    assert alone == Box(309, 191, 60, 18)
    assert crowded == Box(231, 191, 60, 18)


def test_where_nothing_near_is_free_the_whole_room_is_searched() -> None:
    found = place([(300, 200, 5)] * 12, [(170, 40)] * 12, [], ROOM)

    assert None not in found


def test_a_label_that_is_larger_than_the_room_is_left_out() -> None:
    assert place([(300, 200, 5)], [(700, 18)], [], ROOM) == (None,)


def test_a_line_leads_from_the_edge_of_the_mark() -> None:
    assert leader((100, 100, 5), Box(120, 91, 60, 18)) == ((105, 100), (120, 100))
    assert leader((100, 100, 5), Box(96, 91, 60, 18)) == ((100, 100), (100, 100))


def test_where_nothing_near_is_free_the_place_with_the_shortest_line_is_taken() -> None:
    crowd = [Box(x, 100, 20, 200) for x in range(0, 600, 20)]
    (box,) = place([(560, 200, 7)], [(150, 20)], crowd, Box(0, 0, 600, 400))

    assert box is not None
    (_, from_y), (_, to_y) = leader((560, 200, 7), box)
    assert abs(to_y - from_y) < 105
    assert box.x <= 560 <= box.right
