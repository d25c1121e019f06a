"""Transforms do all moves at once; the twin makes them one by one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines import transforms
from detente.methods.gmcr.engines.transforms import Transform, own_and_others

LEAST = np.iinfo(np.int32).min
WAYS = [None, *Direction]


def follows(here: int, there: int, direction: Direction | None) -> bool:
    """Say whether one option may be like this after it was like that; 1 is taken."""
    if direction is None:
        return here == there
    forbidden = {Direction.TAKE_ONLY: (1, 0), Direction.DROP_ONLY: (0, 1)}
    return (here, there) != forbidden.get(direction)


def reach(directions: list[Direction | None]) -> list[list[int]]:
    """Return where each state can be moved, itself included."""
    states = list(product((0, 1), repeat=len(directions)))
    return [[t for t, there in enumerate(states) if all(map(follows, here, there, directions))] for here in states]


@st.composite
def runs_of_directions(draw: st.DrawFn) -> list[Direction | None]:
    """Directions in runs, long enough to be folded at once."""
    runs = draw(st.lists(st.tuples(st.sampled_from(WAYS), st.integers(1, 6)), max_size=4))
    return [direction for direction, length in runs for _ in range(length)][:7]


@given(
    runs_of_directions(),
    st.sampled_from([(2, 1), (8, 1), (32, 1), (32, 4), (32, 64)]),
    st.sampled_from([(), (1,), (3,)]),
    st.integers(1, 3),
    st.integers(0, 1 << 32),
)
def test_a_transform_is_its_definition(
    directions: list[Direction | None], folding: tuple[int, int], draws: tuple[int, ...], rows: int, seed: int
) -> None:
    v = np.random.default_rng(seed).integers(-9, 9, (rows, 1 << len(directions), *draws), dtype=np.int32)
    before = v.copy()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transforms, "AT_ONCE", folding[0])
        patch.setattr(transforms, "STRETCHES", folding[1])
        transform = Transform.of(directions)

    for found, choose in ((transform.best(v), np.max), (transform.worst(v), np.min)):
        assert found.dtype == v.dtype
        assert found.tolist() == [[choose(row[t], axis=0).tolist() for t in reach(directions)] for row in v]
    elsewhere = [[t for t in there if t != s] for s, there in enumerate(reach(directions))]
    most = [[row[there].max(axis=0, initial=LEAST).tolist() for there in elsewhere] for row in v]
    assert transform.best_elsewhere(v).tolist() == most
    assert np.array_equal(v, before)


@pytest.mark.parametrize(
    ("letters", "folds"),
    [
        ("BBBBB------", [(5, 4, 3, 2, 1)]),  # whole runs wherever numpy finds 32 values side by side
        ("------BBBBB", [(6, 5, 4, 3, 2)]),
        ("-------BBBB", [(5,), (4,), (3,), (2,)]),
        ("BBBBBBB----", [(7,), (6,), (5,), (4,), (3,), (2,), (1,)]),
        ("------BBBB", [(5, 4, 3, 2)]),  # or few stretches of fewer
        ("BBBBBB----", [(6, 5, 4, 3, 2, 1)]),
        ("B-B-B-B-", [(7,), (5,), (3,), (1,)]),
        ("BBBTTTTT", [(3, 2, 1)]),
        ("BBBB---BBBBB", [(10, 9, 8, 7, 6), (4,), (3,), (2,), (1,)]),  # by then the last run is folded away
        ("", []),
    ],
)
def test_a_run_of_options_is_folded_at_once_where_that_pays(letters: str, folds: list[tuple[int, ...]]) -> None:
    ways = {"B": Direction.BOTH, "T": Direction.TAKE_ONLY, "-": None}

    assert list(Transform.of([ways[letter] for letter in letters]).folds) == folds


def test_what_is_not_ones_own_is_the_others() -> None:
    own, others = own_and_others((0, 1, 2, 0), (Direction.BOTH, Direction.TAKE_ONLY, Direction.BOTH, Direction.BOTH), 4)

    assert own[0] == Transform.of([Direction.BOTH, None, None, Direction.BOTH])
    assert others[0] == Transform.of([None, Direction.TAKE_ONLY, Direction.BOTH, None])
    assert own[3] == Transform.of([None] * 4)
    assert others[3] == Transform.of([Direction.BOTH, Direction.TAKE_ONLY, Direction.BOTH, Direction.BOTH])
