"""Places one by one, against the same for arrays of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.geography.test_inside import HOLE, HOOK, ISLAND, SQUARE, Float, scenes

from detente.methods.geography.globe import Land, apart
from detente.methods.geography.great_circle import great_circle
from detente.methods.geography.inside import distance_to_outline, inside

places = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(places, places)
def test_apart_is_the_great_circle(one: tuple[float, float], other: tuple[float, float]) -> None:
    assert apart(one, other) == pytest.approx(float(great_circle(one, other)), rel=1e-9, abs=1e-6)


def land(rings: tuple[Float, ...]) -> Land:
    return Land.of(ring.tolist() for ring in rings)


@given(scenes())
def test_it_holds_what_is_inside(scene: tuple[Float, tuple[Float, ...]]) -> None:
    spots, rings = scene

    assert [land(rings).holds((x, y)) for x, y in spots.tolist()] == inside(spots, rings).tolist()


@given(scenes(), st.floats(5, 400))
def test_near_is_what_is_at_most_so_far_from_the_outline(scene: tuple[Float, tuple[Float, ...]], km: float) -> None:
    spots, rings = scene
    spots, rings = np.add(spots / 20, (44, 40)), tuple(np.add(ring / 20, (44, 40)) for ring in rings)
    far = distance_to_outline(spots, rings)

    for (x, y), distance in zip(spots.tolist(), far.tolist(), strict=True):
        if abs(distance - km) > 1e-6:
            assert land(rings).is_near((x, y), km) == (distance < km)


def test_holes_islands_and_hooks() -> None:
    spots = [(1.0, 1.0), (3.0, 3.0), (5.0, 5.0), (11.0, 5.0), (5.0, -1.0)]

    assert [land((SQUARE, HOLE, ISLAND)).holds(spot) for spot in spots] == [True, False, True, False, False]
    assert [land((HOOK,)).holds(spot) for spot in ((5.0, 7.0), (5.0, 3.0))] == [False, True]
    assert not Land.of([]).holds((0.0, 0.0))
    assert not Land.of([]).is_near((0.0, 0.0), 1e4)
