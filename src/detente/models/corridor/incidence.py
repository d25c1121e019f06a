"""Which country, node, link and border each alternative of a corridor passes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.cargo import ends_of, lies_in, touched
from detente.models.corridor.layout import FAMILIES, family

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scipy.sparse import csr_array

    from detente.methods.transport.arrays import Float
    from detente.methods.transport.choice import ChoiceSet
    from detente.methods.transport.network import Edges
    from detente.models.corridor.layout import Layout


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """What alternatives pass, as matrices of 0 and 1 with a column for each alternative.

    Attributes
    ----------
    nodes
        Each node. [shape (P, A)]
    countries
        Each country, be it by a node or by a link. [shape (C, A)]
    transit
        The same, but for the countries that the flow begins and ends in. [shape (C, A)]
    links
        Each link. [shape (L, A)]
    borders
        How often it crosses by each border procedure. [shape (B, A)]
    ways_through
        Each way that lies in a country which the flow neither begins nor ends in. [shape (ways, A)]
    families
        Rail, road and sea. [shape (3, A)]
    """

    nodes: csr_array
    countries: csr_array
    transit: csr_array
    links: csr_array
    borders: csr_array
    ways_through: csr_array
    families: Float


def incidence(layout: Layout, edges: Edges, choice: ChoiceSet) -> Incidence:
    """Return what the alternatives of a choice set pass."""
    count = len(choice.flow)
    ways = [[int(way) for way in edges.link[steps] if way >= 0] for steps in choice.steps]
    ends = [frozenset(ends_of(flow, layout.country)) for flow in layout.flows]
    own = [ends[flow] for flow in choice.flow]
    in_countries = [touched(way, layout.country) for way in layout.ways]
    lying = [lies_in(way, layout.country) for way in layout.ways]
    passed = [frozenset[str]().union(*(in_countries[way] for way in several)) for several in ways]
    country = {name: number for number, name in enumerate(layout.countries)}
    link = {name: number for number, name in enumerate(layout.links)}
    border = {name: number for number, name in enumerate(layout.borders)}
    paired = list(zip(ways, own, strict=True))
    through = [[way for way in several if lying[way] and lying[way] not in end] for several, end in paired]
    crossed = [[border[by] for way in several if (by := layout.ways[way].border)] for several in ways]
    transit = [several - end for several, end in zip(passed, own, strict=True)]
    visited = [{int(each) for each in edges.place[edges.head[steps]]} for steps in choice.steps]
    return Incidence(
        nodes=_matrix(visited, len(layout.nodes), count),
        countries=_matrix([{country[each] for each in several} for several in passed], len(country), count),
        transit=_matrix([{country[each] for each in several} for several in transit], len(country), count),
        links=_matrix([{link[layout.ways[w].id] for w in several} for several in ways], len(link), count),
        borders=_matrix(crossed, len(border), count),
        ways_through=_matrix(through, len(layout.ways), count),
        families=_families(ways, layout),
    )


def _families(ways: list[list[int]], layout: Layout) -> Float:
    used = [{family(layout.ways[way].mode) for way in several} for several in ways]
    return np.array([[name in several for several in used] for name in FAMILIES], dtype=np.float64)


def _matrix(rows: Iterable[Iterable[int]], height: int, width: int) -> csr_array:
    """Return a matrix with what each column has in which rows, as often as it has it."""
    from scipy.sparse import csr_array

    found = [(row, column) for column, several in enumerate(rows) for row in several]
    at = np.array(found, dtype=np.int64).reshape(-1, 2)
    return csr_array((np.ones(len(at)), (at[:, 0], at[:, 1])), shape=(height, width))
