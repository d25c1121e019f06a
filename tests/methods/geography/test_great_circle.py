"""Great circles: distances that are known, and laws that every distance obeys."""

from __future__ import annotations

from math import pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from detente.methods.geography.globe import RADIUS
from detente.methods.geography.great_circle import great_circle

PLACES = arrays(np.float64, (3, 2), elements=st.floats(-1, 1)).map(lambda x: x * np.array([180.0, 90.0]))


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((2.3522, 48.8566), (-0.1276, 51.5072), 343.6),  # Paris to London
        ((-73.7781, 40.6413), (-0.4543, 51.4700), 5540),  # JFK to Heathrow, as airlines count it
        ((151.2093, -33.8688), (-70.6693, -33.4489), 11340),  # Sydney to Santiago, across the date line
    ],
)
def test_distances_that_are_known(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert great_circle(one, other) == pytest.approx(km, rel=0.005)


def test_quarters_of_the_globe() -> None:
    ends = np.array([(90.0, 0.0), (0.0, 90.0), (0.0, -90.0), (180.0, 0.0)])

    assert great_circle((0.0, 0.0), ends) == pytest.approx(RADIUS * pi * np.array([0.5, 0.5, 0.5, 1.0]))


@given(PLACES)
def test_it_is_a_distance(places: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    a, b, c = places
    ab, bc, ac = (float(great_circle(one, other)) for one, other in ((a, b), (b, c), (a, c)))

    assert great_circle(a, a) == 0
    assert ab == great_circle(b, a) == pytest.approx(great_circle(np.add(a, (360, 0)), b), abs=1e-3)
    assert ac <= ab + bc + 1e-3
    assert 0 <= ab <= pi * RADIUS * (1 + 1e-12)


@given(PLACES)
def test_it_is_the_angle_between_the_places(places: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    """As vectors from the middle of the globe: their chord."""
    lon, lat = np.radians(places[:2]).T
    one, other = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    angle = np.arctan2(np.linalg.norm(np.cross(one, other)), one @ other)

    assert great_circle(places[0], places[1]) == pytest.approx(angle * RADIUS, rel=1e-6, abs=1e-3)


def test_places_opposite_each_other_are_half_the_globe_apart() -> None:
    lon, lat = np.random.default_rng(1).uniform((-180, -90), (180, 90), (2000, 2)).T
    here, there = np.stack([lon, lat], axis=1), np.stack([lon + 180, -lat], axis=1)

    assert great_circle(here, there) == pytest.approx(pi * RADIUS)
