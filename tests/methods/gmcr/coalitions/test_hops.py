"""Hops: which moves compose, so that states that can do the same are joined once."""

from __future__ import annotations

import numpy as np
import pytest

from detente.methods.gmcr.coalitions.hops import Hops
from detente.methods.gmcr.coalitions.packed import Packed, pack, pairs, unpack


def moves(size: int, arcs: list[tuple[int, int]]) -> Packed:
    table = np.zeros((size, size), dtype=np.bool_)
    for source, target in arcs:
        table[source, target] = True
    return pack(table)


COMPOSING = [
    (3, [], [[0], [1], [2]]),
    (2, [(0, 1), (1, 0)], [[0, 1], [0, 1]]),
    (3, [(0, 1), (1, 0), (2, 0), (2, 1)], [[0, 1], [0, 1], [0, 1, 2]]),
    (3, [(0, 1), (1, 2), (0, 2)], [[0, 1, 2], [1, 2], [2]]),
]


@pytest.mark.parametrize(("size", "arcs", "reached"), COMPOSING)
def test_composing_moves_lead_where_they_lead_and_stay(
    size: int, arcs: list[tuple[int, int]], reached: list[list[int]]
) -> None:
    hops = Hops.composing(moves(size, arcs))
    assert hops is not None
    found = unpack(hops.union(pack(np.eye(size, dtype=np.bool_))), size)
    assert [np.flatnonzero(row).tolist() for row in found] == reached


NOT_COMPOSING = [
    [(0, 1), (1, 2)],
    # 0 and 1 can do the same; 2 can go to 1 but not to 0, although 1 can.
    [(0, 1), (1, 0), (2, 1)],
    [(0, 1), (1, 0), (2, 0)],
]


@pytest.mark.parametrize("arcs", NOT_COMPOSING)
def test_moves_that_do_not_compose_are_listed_without_staying(arcs: list[tuple[int, int]]) -> None:
    packed = moves(3, arcs)
    assert Hops.composing(packed) is None
    found = Hops.listed(packed).union(pack(np.eye(3, dtype=np.bool_)))
    assert pairs(found).tolist() == [list(arc) for arc in sorted(arcs)]


@pytest.mark.parametrize("size", [0, 1, 7, 8, 63, 64, 65, 130])
def test_packed_sets_are_the_sets(size: int) -> None:
    table = np.random.default_rng(size).random((size, size)) < 0.3
    packed = pack(table)

    assert np.array_equal(unpack(packed, size), table)
    assert np.array_equal(pairs(packed), np.argwhere(table))
