"""Choice sets: what they must hold, read off every route there is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.methods.transport.networks import Links, Network, closures, networks, weights

from detente.methods.transport import alternatives as kernel
from detente.methods.transport.arrays import Bool, Float, Int
from detente.methods.transport.choice import ChoiceSet, NoRouteError, Query, choice_set
from detente.methods.transport.corridors import Places

ROWS = 4


@dataclass(frozen=True)
class Asked:
    """One flow in a network, and the worlds and costs that its routes are looked for in."""

    network: Network
    ends: tuple[int, int]
    weights: Float
    closed: Bool
    places: Places

    @classmethod
    def draw(cls, data: st.DataObject) -> Asked:
        """Return one that Hypothesis invents."""
        network = data.draw(networks(most=7))
        begin, end = data.draw(st.permutations(range(network.places)))[:2]
        region = data.draw(st.lists(st.integers(0, 1), min_size=network.places, max_size=network.places))
        gateway = data.draw(st.lists(st.booleans(), min_size=network.places, max_size=network.places))
        places = Places(np.array(region), np.array(gateway))
        closed = data.draw(closures(network, ROWS))
        return cls(network, (begin, end), data.draw(weights(ROWS)), closed, places)

    def every(self) -> list[dict[Links, float]]:
        """Return every route in each row, with what it costs."""
        return [self.network.routes(*self.ends, self.weights[row], self.closed[row]) for row in range(ROWS)]

    def query(self, rows: list[int]) -> Query:
        """Return some of its rows as the kernel takes them."""
        return Query(self.weights[rows], self.network.closed(self.closed[rows]))

    def found(self, rows: list[int] | None = None) -> ChoiceSet:
        """Return its choice set over some of its rows, or all."""
        query = self.query(rows or list(range(ROWS)))
        return choice_set(self.network.edges, np.array([self.ends]), [query], self.places)

    def corridor(self, links: Links) -> tuple[object, ...]:
        """Return the regions and gateways along a route."""
        visited = list(self.network.visited(self.ends[0], links))
        passed: list[object] = []
        for region, places in groupby(visited, key=lambda place: self.places.region[place]):
            passed += [f"in {region}", *(place for place in places if self.places.gateway[place])]
        return tuple(passed)

    def kind(self, links: Links) -> tuple[object, ...]:
        """Return its corridor and its modes in order."""
        return self.corridor(links), tuple(mode for mode, _ in groupby(self.network.modes[list(links)].tolist()))


def solvable(data: st.DataObject) -> tuple[Asked, list[dict[Links, float]]]:
    """Return what has a route in every row, and so few walks that all routes are found."""
    asked = Asked.draw(data)
    every = asked.every()
    assume(all(every))
    assume(len(every[0]) < 12)
    return asked, every


@settings(max_examples=25)
@given(data=st.data())
def test_every_row_has_its_cheapest_route_and_each_kind_of_route_in_reach_one_that_is_open(data: st.DataObject) -> None:
    asked, every = solvable(data)
    found = asked.found()
    alternatives = [asked.network.links(steps) for steps in found.steps]

    assert len(set(alternatives)) == len(alternatives)
    base = min(every[0].values())
    reach = [max(1.6 * min(row.values()), min(row.values()) + 0.6 * base) for row in every]
    for row, most in zip(every, reach, strict=True):
        assert min(row[each] for each in alternatives if each in row) == pytest.approx(min(row.values()), abs=1e-6)
        within = {asked.kind(links) for links, cost in row.items() if cost < most - 1e-5}
        assert within <= {asked.kind(links) for links in alternatives if links in row}
    for each in alternatives:
        assert any(row.get(each, np.inf) <= most + 1e-5 for row, most in zip(every, reach, strict=True))


@settings(max_examples=25)
@given(data=st.data())
def test_an_alternative_costs_in_every_row_what_its_cheapest_route_costs(data: st.DataObject) -> None:
    """Where one of its kind is in reach of the row."""
    asked, every = solvable(data)
    found = asked.found()
    alternatives = [asked.network.links(steps) for steps in found.steps]
    base = min(every[0].values())

    for kind in {asked.kind(links) for row in every for links in row}:
        standing = [links for links in alternatives if asked.kind(links) == kind]
        least = []
        for row in every:
            alike = [cost for links, cost in row.items() if asked.kind(links) == kind]
            least.append(min(alike, default=np.inf))
            if least[-1] < max(1.6 * min(row.values()), min(row.values()) + 0.6 * base) - 1e-5:
                assert min(row.get(links, np.inf) for links in standing) == pytest.approx(least[-1], abs=1e-6)


@settings(max_examples=25)
@given(data=st.data())
def test_nests_are_corridors_and_all_that_is_told_of_a_route_adds_up(data: st.DataObject) -> None:
    asked, every = solvable(data)
    found = asked.found()
    corridors = [asked.corridor(asked.network.links(steps)) for steps in found.steps]

    assert (np.diff(found.nest) >= 0).all()
    assert [a == b for a in found.nest for b in found.nest] == [a == b for a in corridors for b in corridors]
    kinds = [asked.kind(asked.network.links(steps)) for steps in found.steps]
    assert (np.diff(found.kind) >= 0).all()
    assert [a == b for a in found.kind for b in found.kind] == [a == b for a in kinds for b in kinds]
    closed = asked.query(list(range(ROWS))).closed
    for row in range(ROWS):
        cost = found.cost(asked.weights[[row]].T, found.closed(closed[[row]]))[:, 0]
        told = [every[row].get(asked.network.links(steps), np.inf) for steps in found.steps]
        assert cost == pytest.approx(told)
    assert (found.edges.toarray().sum(axis=1) == [len(steps) for steps in found.steps]).all()
    again = ChoiceSet.of(asked.network.edges, found.flow, found.nest, found.steps)
    assert (again.uses.toarray() == found.uses.toarray()).all()


@settings(max_examples=20)
@given(data=st.data(), order=st.permutations(range(1, ROWS)))
def test_the_order_of_rows_behind_the_base_does_not_matter(data: st.DataObject, order: list[int]) -> None:
    asked, _ = solvable(data)
    first, second = asked.found(), asked.found([0, *order, order[0]])

    assert [steps.tolist() for steps in first.steps] == [steps.tolist() for steps in second.steps]
    assert first.nest.tolist() == second.nest.tolist()


@settings(max_examples=20)
@given(data=st.data())
def test_a_row_without_a_route_is_named(data: st.DataObject) -> None:
    asked = Asked.draw(data)
    every = asked.every()
    if all(every):
        asked.found()
        return
    with pytest.raises(NoRouteError) as told:
        asked.found()
    assert (told.value.flow, told.value.row) == (0, next(row for row in range(ROWS) if not every[row]))


@settings(max_examples=20)
@given(data=st.data())
def test_the_cheapest_of_each_row_survive_a_cut(data: st.DataObject) -> None:
    asked, every = solvable(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel, "MOST_KEPT", 1)
        found = asked.found()
    alternatives = [asked.network.links(steps) for steps in found.steps]

    for row in every:
        assert min(row[each] for each in alternatives if each in row) == pytest.approx(min(row.values()), abs=1e-6)
    assert len(alternatives) <= len(asked.found().steps)
    assert {asked.kind(links) for links in alternatives} == {
        asked.kind(links)
        for links in map(asked.network.links, asked.found().steps)
        if any(row.get(links, np.inf) <= min(row.values()) + 1e-5 for row in every)
    }


def two(places: Int, cost: Float) -> tuple[Network, Query]:
    """Return links of one mode, and the query for what they cost."""
    along = np.zeros((len(places), 4))
    along[:, 0] = cost
    network = Network(4, places, np.zeros(len(places), np.int64), (along, along), np.zeros((9, 4)))
    return network, Query(np.array([[1.0, 0, 0, 0]]), np.zeros((1, len(network.edges.tail)), bool))


def test_flows_share_no_nest_and_come_in_order() -> None:
    network, query = two(np.array([[0, 1], [1, 2], [0, 2], [2, 3]]), np.array([1, 1, 2.5, 1]))
    places = Places(np.array([0, 1, 0, 0]), np.zeros(4, bool))

    found = choice_set(network.edges, np.array([[0, 2], [2, 0], [3, 2]]), [query] * 3, places)

    assert found.flow.tolist() == [0, 0, 1, 1, 2]
    assert found.nest.tolist() == [0, 1, 2, 3, 4]
    assert [network.links(steps) for steps in found.steps] == [(0, 1), (2,), (1, 0), (2,), (3,)]
    assert found.closed(np.stack([network.edges.link == 2, network.edges.link == 0, query.closed[0]])).tolist() == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_corridors_come_before_further_routes_in_the_same_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two ways through one region by different modes; the other region is dearer than both, and stays."""
    ends, modes = np.array([[0, 1], [0, 1], [1, 3], [0, 2], [2, 3]]), np.array([0, 1, 0, 0, 0])
    along = np.zeros((5, 4))
    along[:, 0] = [1, 1.1, 1, 1.4, 1]
    network = Network(4, ends, modes, (along, along), np.zeros((9, 4)))
    query = Query(np.array([[1.0, 0, 0, 0]]), np.zeros((1, len(network.edges.tail)), bool))
    monkeypatch.setattr(kernel, "MOST_KEPT", 2)

    found = choice_set(network.edges, np.array([[0, 3]]), [query], Places(np.array([0, 1, 2, 0]), np.zeros(4, bool)))

    assert [network.links(steps) for steps in found.steps] == [(0, 2), (3, 4)]


def test_an_alternative_keeps_the_route_that_is_cheaper_than_its_other_in_another_row() -> None:
    """Two ways over one region are one alternative, and each is the cheaper one in some row; the third is another."""
    along = np.zeros((4, 4))
    along[:, :3] = [[12, 0, 0], [0, 11, 0], [1, 0, 0], [0, 0, 10]]
    network = Network(
        4, np.array([[0, 1], [0, 1], [1, 3], [0, 3]]), np.zeros(4, np.int64), (along, along), np.zeros((9, 4))
    )
    prices = np.array([[1.0, 1, 1, 0], [1, 1.5, 1.25, 0]])  # 13, 12 and 10 in the base; then 13, 17.5 and 12.5
    query = Query(prices, np.zeros((2, len(network.edges.tail)), bool))
    places = Places(np.array([0, 1, 1, 0]), np.zeros(4, bool))

    found = choice_set(network.edges, np.array([[0, 3]]), [query], places)

    assert [network.links(steps) for steps in found.steps] == [(3,), (0, 2), (1, 2)]
    assert found.kind.tolist() == [0, 1, 1]


def test_costs_below_nothing_are_refused() -> None:
    network, query = two(np.array([[0, 1], [1, 2], [2, 3]]), np.array([1, -1, 1]))

    with pytest.raises(ValueError, match="less than nothing"):
        choice_set(network.edges, np.array([[0, 1]]), [query], Places(np.zeros(4, int), np.zeros(4, bool)))
