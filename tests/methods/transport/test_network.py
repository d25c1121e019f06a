"""The expanded network of places and modes."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array

from detente.methods.transport.network import Edges, expand

A, B, C = range(3)
RAIL, ROAD, SEA = range(3)
TOWARD, BACK, TERMINAL, BOARDING = range(4)


def features(*rows: dict[int, float]) -> csr_array:
    found = np.zeros((len(rows), 4))
    for at, row in enumerate(rows):
        for feature, much in row.items():
            found[at, feature] = much
    return csr_array(found)


def changes() -> csr_array:
    """Return a terminal for each change, and boarding before each stretch of sea."""
    return features(
        *(
            {TERMINAL: float(before != behind), BOARDING: float(behind == SEA)}
            for before in range(3)
            for behind in range(3)
        )
    )


def made(*links: tuple[int, int, int]) -> Edges:
    ends = np.array([link[:2] for link in links])
    count = len(links)
    along = features(*({TOWARD: 1.0},) * count), features(*({BACK: 1.0},) * count)
    return expand(ends, np.array([link[2] for link in links]), places=3, along=along, changes=changes())


def test_a_link_is_used_both_ways_with_the_features_of_each() -> None:
    edges = made((A, B, RAIL))
    dense = edges.features.toarray()
    there, back = np.flatnonzero(edges.link == 0)

    assert edges.place[[edges.tail[there], edges.head[there]]].tolist() == [A, B]
    assert edges.place[[edges.tail[back], edges.head[back]]].tolist() == [B, A]
    assert dense[[there, back]].tolist() == [[1, 0, 0, 0], [0, 1, 0, 0]]
    assert edges.mode[[there, back]].tolist() == [RAIL, RAIL]


def test_each_place_has_a_source_and_a_sink_of_its_own() -> None:
    edges = made((A, B, RAIL))  # nothing leads to C

    assert [edges.place[edges.set_out(place)] for place in (A, B, C)] == [A, B, C]
    assert [edges.place[edges.arrive(place)] for place in (A, B, C)] == [A, B, C]
    assert len({edges.set_out(A), edges.arrive(A), edges.set_out(B), edges.arrive(B)}) == 4
    assert not np.isin([edges.set_out(C), edges.arrive(C)], [edges.tail, edges.head]).any()
    assert not np.isin(edges.set_out(A), edges.head)
    assert not np.isin(edges.arrive(A), edges.tail)


def test_setting_out_by_sea_boards_and_changing_takes_a_terminal() -> None:
    edges = made((A, B, SEA), (B, C, ROAD))
    dense = edges.features.toarray()
    (out,) = np.flatnonzero(edges.tail == edges.set_out(A))
    within = (edges.link < 0) & (edges.place[edges.tail] == B) & (edges.tail < edges.set_out(A))
    within &= edges.head < edges.set_out(A)

    assert dense[out].tolist() == [0, 0, 0, 1]
    nothing = [0, 0, 0, 0]  # staying with a mode
    assert sorted(dense[within].tolist()) == [
        nothing,
        nothing,
        [0, 0, 1, 0],
        [0, 0, 1, 1],
    ]  # onto the road, and the sea


def test_no_way_leads_through_two_changes_at_one_place() -> None:
    """Where three modes meet, one could otherwise change to the third by way of the second."""
    edges = made((A, B, RAIL), (A, B, SEA), (A, B, ROAD))
    dense = edges.features.toarray()
    changing = np.flatnonzero(dense[:, TERMINAL])

    assert len(changing) == 2 * 6
    assert not np.isin(edges.head[changing], edges.tail[changing]).any()


def test_closed_edges_cost_without_end() -> None:
    edges = made((A, B, RAIL), (B, C, ROAD))
    closed = np.stack([edges.link == 0, np.zeros(len(edges.link), bool)])
    cost = edges.cost(np.array([[2.0, 3, 5, 7], [1, 1, 1, 1]]), closed)

    assert cost[:, np.flatnonzero(edges.link == 0)].tolist() == [[np.inf, np.inf], [1, 1]]
    assert cost[0, np.flatnonzero(edges.link == 1)].tolist() == [2, 3]


@pytest.mark.parametrize(
    ("ends", "modes", "rows", "told"),
    [
        ([[0, 0]], [0], 9, "itself"),
        ([[0, 1]], [3], 9, "numbered from 0 to 2"),
        ([[0, 1]], [-1], 9, "numbered from 0 to 2"),
        ([[0, 1]], [0], 8, "shapes"),
        ([[0, 1], [1, 2]], [0, 0], 9, "shapes"),
    ],
)
def test_what_is_no_network_is_refused(ends: list[list[int]], modes: list[int], rows: int, told: str) -> None:
    along = features({TOWARD: 1.0}), features({BACK: 1.0})

    with pytest.raises(ValueError, match=told):
        expand(np.array(ends), np.array(modes), places=3, along=along, changes=csr_array((rows, 4)))
