"""Structural balance, against networkx's triangles and every set of edges left out."""

from __future__ import annotations

from itertools import combinations
from math import prod

import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.chronicle.balance import MOST_NODES, Signs, frustrated, triads


@st.composite
def graphs(draw: st.DrawFn) -> Signs:
    """Signed graphs of up to six nodes."""
    size = draw(st.integers(0, 6))
    signs = np.zeros((size, size), dtype=int)
    for i, j in combinations(range(size), 2):
        signs[i, j] = signs[j, i] = draw(st.sampled_from([-1, 0, 1]))
    return signs


def graph(signs: Signs) -> networkx.Graph[int]:
    found: networkx.Graph[int] = networkx.Graph()
    found.add_nodes_from(range(len(signs)))
    found.add_edges_from((i, j) for i, j in combinations(range(len(signs)), 2) if signs[i, j])
    return found


def is_balanced(signs: Signs) -> bool:
    """Return whether camps of friends can be put on two sides, as networkx colours them."""
    friendly = graph(np.where(signs > 0, 1, 0))
    camp = {node: k for k, camp in enumerate(networkx.connected_components(friendly)) for node in camp}
    hostile: networkx.Graph[int] = networkx.Graph()
    hostile.add_edges_from((camp[i], camp[j]) for i, j in combinations(range(len(signs)), 2) if signs[i, j] < 0)
    return bool(networkx.is_bipartite(hostile)) and not any(networkx.selfloop_edges(hostile))


def without(signs: Signs, edges: tuple[tuple[int, int], ...]) -> Signs:
    changed = signs.copy()
    for i, j in edges:
        changed[i, j] = changed[j, i] = 0
    return changed


@given(graphs())
def test_triangles_are_those_of_networkx(signs: Signs) -> None:
    found = triads(signs)
    triangles = [each for each in networkx.enumerate_all_cliques(graph(signs)) if len(each) == 3]
    bad = [each for each in triangles if prod(signs[i, j] for i, j in combinations(each, 2)) < 0]

    assert (found.count, found.balanced) == (len(triangles), len(triangles) - len(bad))
    for i, j in combinations(range(len(signs)), 2):
        assert found.strain[i, j] == found.strain[j, i] == sum({i, j} <= set(each) for each in bad)


@given(graphs())
def test_the_fewest_edges_against_a_split_are_the_fewest_without_which_it_is_balanced(signs: Signs) -> None:
    edges = list(graph(signs).edges)
    enough = ([set(each) for each in combinations(edges, k) if is_balanced(without(signs, each))] for k in range(16))
    sets = next(each for each in enough if each)
    found = frustrated(signs)
    assert found is not None
    index, always = found

    assert index == len(sets[0])
    assert {(i, j) for i, j in edges if always[i, j]} == set.intersection(*sets)


def test_too_many_nodes_are_not_split() -> None:
    assert frustrated(np.zeros((MOST_NODES + 1, MOST_NODES + 1), dtype=int)) is None


@pytest.mark.parametrize("signs", [[[1]], [[0, 1], [-1, 0]]])
def test_what_is_no_signed_graph_is_refused(signs: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="symmetric"):
        triads(np.array(signs))
