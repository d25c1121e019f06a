"""Order from dates and answers together, against networkx's view of the same partial order."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.chronicle.order import chain

Case = tuple[list[list[int]], list[float], list[float]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Up to eight nodes that follow some of those before them in a drawn order, within bounds that may be open."""
    count = draw(st.integers(0, 8))
    places = draw(st.permutations(range(count)))
    follows: list[list[int]] = [[] for _ in range(count)]
    for k, node in enumerate(places):
        follows[node] = draw(st.lists(st.sampled_from(places[:k]), unique=True, max_size=3)) if k else []
    bounds = [sorted(draw(st.tuples(st.integers(0, 9), st.integers(0, 9)))) for _ in range(count)]
    is_open = [draw(st.tuples(st.booleans(), st.booleans())) for _ in range(count)]
    earliest = [-inf if begun else float(low) for (low, _), (begun, _) in zip(bounds, is_open, strict=True)]
    latest = [inf if ended else float(high) for (_, high), (_, ended) in zip(bounds, is_open, strict=True)]
    return follows, earliest, latest


def known(case: Case) -> networkx.DiGraph[int]:
    """Return what must stand before what: what is followed, and what ended before another one began."""
    follows, earliest, latest = case
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(len(follows)))
    graph.add_edges_from((ahead, node) for node, each in enumerate(follows) for ahead in each)
    graph.add_edges_from((a, b) for a in graph for b in graph if latest[a] < earliest[b])
    return graph


@given(cases())
def test_there_is_a_clash_where_the_two_kinds_of_knowledge_make_a_circle(case: Case) -> None:
    assert bool(chain(*case).clashes) is not networkx.is_directed_acyclic_graph(known(case))


@given(cases())
def test_the_order_keeps_everything_that_is_known(case: Case) -> None:
    graph, found = known(case), chain(*case)
    if not found.clashes:
        place = {node: k for k, node in enumerate(found.order)}
        assert sorted(place) == sorted(graph)
        assert [(a, b) for a, b in graph.edges if place[a] > place[b]] == []


@given(cases())
def test_neighbours_are_sure_where_one_must_stand_before_the_other(case: Case) -> None:
    found = chain(*case)
    if not found.clashes:
        closed = networkx.transitive_closure_dag(known(case))
        assert all(found.is_sure(a, b) is closed.has_edge(a, b) for a, b in pairwise(found.order))


@given(cases())
def test_a_clash_names_nodes_that_follow_each_other_against_their_dates(case: Case) -> None:
    follows, earliest, latest = case
    for clash in chain(*case).clashes:
        assert all(before in follows[after] for before, after in pairwise(clash.path))
        assert earliest[clash.path[0]] > latest[clash.path[-1]]


def test_an_undated_node_that_is_answered_stands_before_its_answer() -> None:
    assert chain([[], [0]], [-inf, 3.0], [inf, 4.0]).order == (0, 1)
    assert chain([[1], []], [3.0, -inf], [4.0, inf]).order == (1, 0)


def test_a_circle_is_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        chain([[1], [0]], [0.0, 0.0], [1.0, 1.0])
    with pytest.raises(ValueError, match="circle"):
        chain([[0]], [0.0], [1.0])
