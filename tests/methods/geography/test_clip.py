"""Clipping: what lies in the clipped ring is what lies in the ring and in the window."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.geography.clip import clip
from detente.methods.geography.inside import inside

WINDOW = (-5.0, -4.0, 6.0, 7.0)


@st.composite
def stars(draw: st.DrawFn) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    middle = np.array(draw(st.tuples(st.integers(-12, 12), st.integers(-12, 12))), dtype=np.float64)
    reach = np.array(draw(st.lists(st.integers(1, 15), min_size=3, max_size=12)), dtype=np.float64)
    angle = 2 * np.pi * np.arange(len(reach)) / len(reach)
    return np.asarray(middle + reach[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1))


@given(stars())
def test_places_in_the_window_are_inside_as_before_and_nothing_else_is(
    ring: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> None:
    places = np.random.default_rng(3).uniform(-15, 15, (300, 2))
    within = ((places > WINDOW[:2]) & (places < WINDOW[2:])).all(axis=1)
    found = clip(ring, WINDOW)
    inner = inside(places, [found]) if len(found) else np.zeros(len(places), dtype=bool)

    assert np.array_equal(inner, inside(places, [ring]) & within)
    assert ((found >= WINDOW[:2]) & (found <= WINDOW[2:])).all()


def test_what_lies_within_is_left_as_it_is_and_what_lies_beyond_falls_away() -> None:
    ring = np.array([(0.0, 0), (1, 0), (1, 1), (0, 0)])

    assert clip(ring, WINDOW) is ring
    assert len(clip(ring + 20, WINDOW)) == 0


def test_an_edge_is_met_where_the_side_crosses_it() -> None:
    ring = np.array([(0.0, 0), (12, 6), (12, 0)])

    assert clip(ring, WINDOW) == pytest.approx(np.array([(0, 0), (6, 3), (6, 0)]))
