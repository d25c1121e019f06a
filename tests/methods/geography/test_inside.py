"""Outlines: against polygons drawn by hand, a slow twin that counts turns, and points walked along the sides."""

from __future__ import annotations

from math import atan2, pi

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.geography import inside as module
from detente.methods.geography.great_circle import great_circle
from detente.methods.geography.inside import distance_to_outline, inside

Float = npt.NDArray[np.float64]

SQUARE = np.array([(0.0, 0), (10, 0), (10, 10), (0, 10)])
HOLE = np.array([(2.0, 2), (8, 2), (8, 8), (2, 8), (2, 2)])
ISLAND = np.array([(4.0, 4), (4, 6), (6, 6), (6, 4)])
HOOK = np.array([(0.0, 0), (10, 0), (10, 10), (6, 10), (6, 4), (4, 4), (4, 10), (0, 10)])


def turns(point: Float, ring: Float) -> int:
    """Return how often a ring winds around a point: the angles of its corners from there, added up."""
    total = 0.0
    for one, other in zip(ring - point, np.roll(ring, -1, axis=0) - point, strict=True):
        total += atan2(one[0] * other[1] - one[1] * other[0], one @ other)
    return round(total / (2 * pi))


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Float, tuple[Float, ...]]:
    """Return places off the grid of the corners, and rings that are stars around their middles, which may overlap."""
    rings = []
    for _ in range(draw(st.integers(1, 3))):
        middle = np.array(draw(st.tuples(st.integers(-20, 20), st.integers(-20, 20))), dtype=np.float64)
        reach = np.array(draw(st.lists(st.integers(1, 15), min_size=3, max_size=9)), dtype=np.float64)
        angle = 2 * pi * np.arange(len(reach)) / len(reach)
        rings.append(middle + reach[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1))
    places = draw(st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), min_size=1, max_size=20))
    return np.array(places, dtype=np.float64) + np.array([0.313, 0.217]), tuple(rings)


def test_holes_islands_and_hooks() -> None:
    places = np.array([(1.0, 1), (3, 3), (5, 5), (11, 5), (5, -1), (9.5, 9.5)])

    assert inside(places, (SQUARE, HOLE, ISLAND)).tolist() == [True, False, True, False, False, True]
    assert inside(np.array([(5.0, 7), (5, 3), (2, 9), (8, 9)]), (HOOK,)).tolist() == [False, True, True, True]
    assert inside(places, ()).tolist() == [False] * 6


def test_a_place_level_with_corners_is_not_counted_twice() -> None:
    diamond = np.array([(0.0, -5), (5, 0), (0, 5), (-5, 0)])

    assert inside(np.array([(-6.0, 0), (-4, 0), (0, 0), (6, 0), (-1, 5)]), (diamond,)).tolist() == [
        False,
        True,
        True,
        False,
        False,
    ]


@given(scenes())
def test_inside_is_an_odd_number_of_turns(scene: tuple[Float, tuple[Float, ...]]) -> None:
    places, rings = scene
    slow = [sum(turns(place, ring) for ring in rings) % 2 == 1 for place in places]

    assert inside(places, rings).tolist() == slow


@given(scenes())
def test_distance_is_to_the_nearest_of_points_walked_along_the_sides(scene: tuple[Float, tuple[Float, ...]]) -> None:
    places, rings = scene
    places = np.add(places / 20, (44, 40))
    moved = tuple(np.add(ring / 20, (44, 40)) for ring in rings)
    steps = np.linspace(0, 1, 201)[:, None, None]
    walked = np.concatenate([(r + steps * (np.roll(r, -1, axis=0) - r)).reshape(-1, 2) for r in moved])
    slow = great_circle(places[:, None], walked[None]).min(axis=1)

    assert distance_to_outline(places, moved) == pytest.approx(slow, rel=0.01, abs=0.8)


def test_known_distances() -> None:
    degree = 111.195
    found = distance_to_outline(np.array([(5.0, -1), (12, 5), (5, 5)]), (SQUARE, HOLE))

    assert found == pytest.approx(
        [degree, 2 * degree * np.cos(np.radians(5)), 3 * degree * np.cos(np.radians(5))], 1e-3
    )
    assert np.isinf(distance_to_outline(np.array([(0.0, 0)]), ())).all()


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    places = np.random.default_rng(1).uniform(-2, 12, (50, 2))
    whole = inside(places, (SQUARE, HOLE)), distance_to_outline(places, (SQUARE, HOLE))
    monkeypatch.setattr(module, "_BLOCK", 12)

    assert np.array_equal(inside(places, (SQUARE, HOLE)), whole[0])
    assert np.array_equal(distance_to_outline(places, (SQUARE, HOLE)), whole[1])
