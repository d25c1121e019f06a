"""Names stand near what they name and cover no other name."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise, permutations
from math import hypot
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.report.drawing.gaps import crosses
from detente.report.drawing.labels import Ground, Round, leader, place, rail
from detente.report.drawing.svg import Box

ROOM = Box(10, 20, 600, 400)
POINTS = st.lists(
    st.tuples(st.floats(20, 600), st.floats(30, 410), st.floats(2, 10)),
    max_size=8,
)
SIZES = st.lists(st.tuples(st.floats(8, 170), st.floats(16, 40)), min_size=12, max_size=12)

APART = 200
"""From here on no mark can be shut in by the names of others [units]."""


@given(POINTS, SIZES)
def test_labels_stand_inside_and_apart(
    points: list[tuple[float, float, float]], sizes: list[tuple[float, float]]
) -> None:
    marks = tuple(Box(x - far, y - far, 2 * far, 2 * far) for x, y, far in points)
    boxes = place(points, sizes[: len(points)], Ground(ROOM, marks))

    if boxes is None:
        assert any(hypot(one[0] - other[0], one[1] - other[1]) < APART for one, other in combinations(points, 2))
        return
    assert all(ROOM.holds(box) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(box.meets(mark) for box in boxes for mark in marks)
    lines = [leader(*each) for each in zip(points, boxes, strict=True)]
    assert not any(crosses(*lines[k], box) for k, j in permutations(range(len(boxes)), 2) for box in [boxes[j]])
    assert boxes == place(points, sizes[: len(points)], Ground(ROOM, marks))


@pytest.mark.parametrize("seed", range(300))
def test_every_name_of_a_usual_crowd_finds_a_place(seed: int) -> None:
    """Only marks that lie on each other in a corner can leave a name none: points drawn anywhere never do here."""
    drawn = Random(seed)
    points = [(drawn.uniform(20, 600), drawn.uniform(30, 410), drawn.uniform(2, 10)) for _ in range(1 + seed % 8)]
    sizes = [(drawn.uniform(8, 170), drawn.uniform(16, 40)) for _ in points]
    marks = tuple(Box(x - far, y - far, 2 * far, 2 * far) for x, y, far in points)

    assert place(points, sizes, Ground(ROOM, marks)) is not None


def plainly(point: Round, size: tuple[float, float], ground: Ground) -> Box | None:
    """Return the cheapest of all places for one label that is free, the first of those that cost the same."""
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
    free = [
        (far + 12 * sum(crosses(*line, box) for line in ground.lines), box)
        for far, box in costs
        if ROOM.holds(box) and not any(box.meets(mark) for mark in ground.marks)
    ]
    return min(free, key=lambda each: each[0])[1] if free else None


@pytest.mark.parametrize("seed", range(15))
def test_no_place_in_a_crowd_is_cheaper_than_the_one_found(seed: int) -> None:
    drawn = Random(seed)
    x, y, far = drawn.uniform(20, 600), drawn.uniform(30, 410), drawn.uniform(2, 10)
    size = (drawn.uniform(8, 170), drawn.uniform(16, 40))
    crowd = tuple(Box(x + drawn.uniform(-190, 90), y + drawn.uniform(-190, 90), 40, 40) for _ in range(40))
    ends = [(drawn.uniform(x - 99, x + 99), drawn.uniform(y - 99, y + 99)) for _ in range(16)]
    ground = Ground(ROOM, crowd, tuple(pairwise(ends)))

    found = place([(x, y, far)], [size], ground)
    best = plainly((x, y, far), size, replace(ground, marks=(*crowd, Box(x - far, y - far, 2 * far, 2 * far))))
    assert found == (None if best is None else (best,))


def test_a_label_stands_beside_its_mark_and_not_on_another() -> None:
    alone = place([(300, 200, 5)], [(60, 18)], Ground(ROOM))
    crowded = place([(300, 200, 5)], [(60, 18)], Ground(ROOM, (Box(310, 190, 20, 20),)))
    crossed = place([(300, 200, 5)], [(60, 18)], Ground(ROOM, (), (((320, 0), (320, 500)),)))

    assert alone == (Box(309, 191, 60, 18),)
    assert crowded == crossed == (Box(231, 191, 60, 18),)


def test_where_nothing_near_is_free_the_whole_room_is_searched_unless_that_is_too_far() -> None:
    alone, crowd = ([(300, 200, 5)], [(170, 40)]), (Box(100, 60, 400, 290),)

    assert place(*alone, Ground(ROOM, crowd)) is not None
    assert place(*alone, Ground(ROOM, crowd, reach=20)) is None


def test_a_label_that_is_larger_than_the_room_has_no_place() -> None:
    assert place([(300, 200, 5)], [(700, 18)], Ground(ROOM)) is None


@given(POINTS, SIZES)
def test_a_column_of_labels_keeps_the_order_of_its_points(
    points: list[tuple[float, float, float]], sizes: list[tuple[float, float]]
) -> None:
    room = Box(640, 20, 170, 500)
    boxes = rail(points, sizes[: len(points)], room)
    order = sorted(range(len(points)), key=lambda k: (points[k][1], points[k][0], k))

    assert all(room.y - 1e-9 <= box.y and box.bottom <= room.bottom + 1e-9 for box in boxes)
    assert all(boxes[one].bottom <= boxes[other].y + 1e-9 for one, other in pairwise(order))


def test_a_line_leads_from_the_edge_of_the_mark() -> None:
    assert leader((100, 100, 5), Box(120, 91, 60, 18)) == ((105, 100), (120, 100))
    assert leader((100, 100, 5), Box(96, 91, 60, 18)) == ((100, 100), (100, 100))


def test_where_nothing_near_is_free_the_place_with_the_shortest_line_is_taken() -> None:
    crowd = tuple(Box(x, 100, 20, 200) for x in range(0, 600, 20))
    found = place([(560, 200, 7)], [(150, 20)], Ground(Box(0, 0, 600, 400), crowd))

    assert found is not None
    (_, from_y), (_, to_y) = leader((560, 200, 7), found[0])
    assert abs(to_y - from_y) < 105
    assert found[0].x <= 560 <= found[0].right
