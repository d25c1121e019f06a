"""What conclusions rest on in the end, against networkx's view of the same graph."""

from __future__ import annotations

from typing import Any

import networkx
from hypothesis import given
from hypothesis import strategies as st

from detente.case import Case
from detente.models.chronicle.conclusions import Grounds

SOURCES = ("s0", "s1", "s2", "s3")
HEAD = {
    "case": {"id": "demo", "as_of": "2025"},
    "sources": [{"id": "s0"}, {"id": "s1", "via": "s0"}, {"id": "s2", "via": "s1"}, {"id": "s3"}],
    "events": [{"id": f"e{k}", "date": "2025", "what": "x", "cites": [f"s{k}", "s3"][: k % 2 + 1]} for k in range(4)],
}
GROUNDS = st.sampled_from([*SOURCES, *(f"e{k}" for k in range(4)), *(f"c{k}" for k in range(6)), "conflict-impasse"])


@st.composite
def conclusions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to six conclusions, each resting on records, on a finding and on each other, in circles, too."""
    count = draw(st.integers(1, 6))
    grounds = GROUNDS.filter(lambda name: name[0] != "c" or not name[1:].isdigit() or int(name[1:]) < count)
    return [{"id": f"c{k}", "text": "x", "rests_on": draw(st.lists(grounds, max_size=3))} for k in range(count)]


def graph(written: list[dict[str, Any]]) -> networkx.DiGraph[Any]:
    """Return what rests on what, down to origins: a source known through another one has that one's."""
    found: networkx.DiGraph[Any] = networkx.DiGraph()
    found.add_nodes_from(each["id"] for each in written)
    found.add_edges_from((each["id"], ground) for each in written for ground in each["rests_on"])
    found.add_edges_from((f"e{k}", cited) for k in range(4) for cited in [f"s{k}", "s3"][: k % 2 + 1])
    found.add_edges_from([("s1", "s0"), ("s2", "s1")])
    return found


@given(conclusions())
def test_origins_are_the_ends_of_all_ways_down(written: list[dict[str, Any]]) -> None:
    whole, found = graph(written), Grounds(Case.model_validate(HEAD | {"conclusions": written})).origins

    for each in written:
        assert found[each["id"]] == {"s0", "s3"} & networkx.descendants(whole, each["id"])


@given(conclusions())
def test_circles_are_those_of_the_graph(written: list[dict[str, Any]]) -> None:
    whole, case = graph(written), Case.model_validate(HEAD | {"conclusions": written})
    strong = [each for each in networkx.strongly_connected_components(whole) if len(each) > 1]
    strong += [{node} for node in whole if whole.has_edge(node, node) and not any(node in each for each in strong)]

    found = [{f"c{k}" for k in circle} for circle in Grounds(case).circles()]

    assert sorted(map(sorted, found)) == sorted(map(sorted, strong))
