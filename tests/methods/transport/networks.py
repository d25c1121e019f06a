"""Small networks that Hypothesis invents, and their routes read off the links one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, cast

import networkx as nx
import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csr_array

from detente.methods.transport.arrays import Bool, Float, Int
from detente.methods.transport.network import Edges, expand

MODES, FEATURES = 3, 4

Links: TypeAlias = tuple[int, ...]
"""The links along a route, in order."""


@dataclass(frozen=True)
class Network:
    """Links between places, and what passing and changing them takes: whole numbers of each feature."""

    places: int
    ends: Int
    modes: Int
    along: tuple[Float, Float]
    changes: Float

    @cached_property
    def edges(self) -> Edges:
        """The network as the kernels have it."""
        forward, backward = map(csr_array, self.along)
        return expand(
            self.ends, self.modes, places=self.places, along=(forward, backward), changes=csr_array(self.changes)
        )

    def closed(self, links: Bool) -> Bool:
        """Return which edges are closed where some links are [shape (..., E)]."""
        return np.where(self.edges.link >= 0, links[..., self.edges.link], False)

    def links(self, steps: Int) -> Links:
        """Return the links along a route of the kernels."""
        found = self.edges.link[steps]
        return tuple(found[found >= 0].tolist())

    def routes(self, begin: int, end: int, weights: Float, closed: Bool) -> dict[Links, float]:
        """Return every route that visits no place twice, and what it costs: link for link and change for change."""
        roads: nx.MultiGraph[int] = nx.MultiGraph()
        roads.add_nodes_from(range(self.places))
        for link, (one, other) in enumerate(self.ends.tolist()):
            if not closed[link]:
                roads.add_edge(one, other, key=link)
        found: dict[Links, float] = {}
        for route in nx.all_simple_edge_paths(roads, begin, end):
            links = tuple(int(link) for _, _, link in cast("list[tuple[int, int, int]]", route))
            found[links] = float(self._features(begin, links) @ weights)
        return found

    def _features(self, at: int, links: Links) -> Float:
        before = self.modes[links[0]]
        total: Float = self.changes[before * MODES + before].copy()  # setting out
        for link in links:
            mode = self.modes[link]
            if mode != before:
                total += self.changes[before * MODES + mode]
            one, other = self.ends[link]
            total += self.along[0 if at == one else 1][link]
            at, before = (other if at == one else one), mode
        return total

    def visited(self, begin: int, links: Links) -> Iterator[int]:
        """Yield the places along a route."""
        at = begin
        yield at
        for link in links:
            one, other = self.ends[link].tolist()
            at = other if at == one else one
            yield at

    def walks(self, begin: int, end: int, cost: Float) -> nx.DiGraph[object]:
        """Return the open edges as a graph, each over a vertex of its own."""
        found: nx.DiGraph[object] = nx.DiGraph()
        found.add_nodes_from([self.edges.set_out(begin), self.edges.arrive(end)])
        for edge in np.flatnonzero(np.isfinite(cost)).tolist():
            found.add_edge(int(self.edges.tail[edge]), ("edge", edge), weight=float(cost[edge]))
            found.add_edge(("edge", edge), int(self.edges.head[edge]), weight=0.0)
        return found


@st.composite
def networks(draw: st.DrawFn, most: int = 9) -> Network:
    """Networks of 2-6 places with parallel links and several modes."""
    places = draw(st.integers(2, 6))
    place = st.integers(0, places - 1)
    link = st.tuples(place, place, st.integers(0, MODES - 1)).filter(lambda link: link[0] != link[1])
    links = np.array(draw(st.lists(link, min_size=1, max_size=most)))
    numbers = np.random.default_rng(draw(st.integers(0, 1000)))

    def features(rows: int) -> Float:
        return numbers.integers(0, 4, (rows, FEATURES)).astype(float)

    return Network(
        places, links[:, :2], links[:, 2], (features(len(links)), features(len(links))), features(MODES * MODES)
    )


@st.composite
def weights(draw: st.DrawFn, rows: int = 1) -> Float:
    """Rows of what features cost, 0 among it [shape (rows, F)]."""
    numbers = np.random.default_rng(draw(st.integers(0, 1000)))
    found: Float = numbers.uniform(0.5, 2.0, (rows, FEATURES)) * (numbers.random((rows, FEATURES)) < 0.8)
    return found


@st.composite
def closures(draw: st.DrawFn, network: Network, rows: int = 1) -> Bool:
    """Which links are closed in some rows, seldom many [shape (rows, L)]."""
    numbers = np.random.default_rng(draw(st.integers(0, 1000)))
    found: Bool = numbers.random((rows, len(network.modes))) < draw(st.sampled_from([0.0, 0.1, 0.3]))
    return found
