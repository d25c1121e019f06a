"""Cheapest routes, against networkx and against every route there is."""

from __future__ import annotations

from itertools import islice

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.transport.networks import Network, closures, networks, weights

from detente.methods.transport.arrays import Float
from detente.methods.transport.corridors import Places
from detente.methods.transport.routes import FIRST_ROUTES, MOST_FOUND, MOST_ROUTES, Finder


def finder(network: Network) -> Finder:
    """Return what finds routes in a network whose places all lie in one region."""
    return Finder.of(network.edges, Places(np.zeros(network.places, int), np.zeros(network.places, bool)))


def last_walk(network: Network, begin: int, end: int, cost: Float) -> float:
    """Return what the last of the cheapest walks costs that are looked at, by networkx; ``inf`` if that is all."""
    graph = network.walks(begin, end, cost)
    source, sink = network.edges.set_out(begin), network.edges.arrive(end)
    found = list(islice(nx.shortest_simple_paths(graph, source, sink, "weight"), FIRST_ROUTES))
    return nx.path_weight(graph, found[-1], "weight") if len(found) == FIRST_ROUTES else np.inf


@settings(max_examples=40)
@given(data=st.data(), network=networks(most=12), price=weights())
def test_the_cheapest_routes_are_those_of_all_that_there_are(
    data: st.DataObject, network: Network, price: Float
) -> None:
    begin, end = data.draw(st.permutations(range(network.places)))[:2]
    base = data.draw(st.sampled_from([None, 0.0, 20.0]))
    closed = data.draw(closures(network))[0]
    cost = network.edges.cost(price[0], network.closed(closed))
    all_routes = network.routes(begin, end, price[0], closed)

    found = finder(network).routes((begin, end), cost, base)

    if not all_routes:
        assert not found
        return
    links = [network.links(np.array(steps)) for steps in found]
    assert len(set(links)) == len(links)
    costs = [all_routes[each] for each in links]
    assert costs == pytest.approx([cost[list(steps)].sum() for steps in found])
    assert costs == pytest.approx(sorted(costs))
    least = min(all_routes.values())
    assert costs[0] == pytest.approx(least)
    most = max(1.6 * least, least + 0.6 * (least if base is None else base))
    sure = min(most, last_walk(network, begin, end, cost)) - 1e-6
    assert {each for each, much in all_routes.items() if much <= sure} <= set(links)
    assert max(costs) <= most + 1e-6


def parallel(*cost: float) -> Network:
    """Return links of one mode between two places, each of which costs so much."""
    count = len(cost)
    along = np.zeros((count, 4))
    along[:, 0] = cost
    return Network(2, np.array([[0, 1]] * count), np.zeros(count, np.int64), (along, along), np.zeros((9, 4)))


def test_parallel_links_are_routes_of_their_own() -> None:
    network = parallel(5, 3, 4, 10)
    cost = network.edges.cost(np.ones(4), np.zeros(len(network.edges.tail), bool))

    found = finder(network).routes((0, 1), cost)

    assert [network.links(np.array(steps)) for steps in found] == [(1,), (2,)]  # 5 is more than 1.6 times 3
    wider = finder(network).routes((0, 1), cost, base=100)
    assert [network.links(np.array(steps)) for steps in wider] == [(1,), (2,), (0,), (3,)]


def test_what_costs_nothing_is_a_route_too() -> None:
    network = parallel(0, 0)
    found = finder(network).routes((0, 1), np.zeros(len(network.edges.tail)))

    assert {network.links(np.array(steps)) for steps in found} == {(0,), (1,)}


def test_the_limits_are_part_of_the_range() -> None:
    """1.6 times the least still counts, however it is rounded."""
    network = parallel(10, 16, 16.001)
    cost = network.edges.cost(np.full(4, 0.1), np.zeros(len(network.edges.tail), bool))

    found = finder(network).routes((0, 1), cost)

    assert [network.links(np.array(steps)) for steps in found] == [(0,), (1,)]


def test_a_walk_that_comes_back_does_not_hide_the_cheapest_route() -> None:
    """Changing is dear in the middle place and cheap at the end of a branch off it: the walk goes there and back."""
    rail, road = 0, 1
    ends = np.array([[0, 1], [1, 2], [2, 1], [1, 3]])  # onto the branch by rail, back by road
    along = np.zeros((4, 4))
    along[:, 0] = 1
    network = Network(4, ends, np.array([rail, rail, road, road]), (along, along), np.zeros((9, 4)))
    edges = network.edges
    cost = edges.cost(np.array([1.0, 0, 0, 0]), np.zeros(len(edges.tail), bool))
    within = (edges.link < 0) & (edges.place[edges.tail] == 1) & (edges.place[edges.head] == 1)
    cost[within] = 100

    found = finder(network).routes((0, 3), cost)

    assert [network.links(np.array(steps)) for steps in found] == [(0, 3)]
    assert cost[list(found[0])].sum() > 100


def test_many_ways_of_one_kind_do_not_hide_another() -> None:
    """Beside dozens of roads a railway that is dearer than all of them is found, as it is another alternative."""
    roads, rail = [10 + k / 100 for k in range(3 * FIRST_ROUTES)], 15.0
    count = len(roads) + 1
    along = np.zeros((count, 4))
    along[:, 0] = [*roads, rail]
    modes = np.array([0] * len(roads) + [1])
    network = Network(2, np.array([[0, 1]] * count), modes, (along, along), np.zeros((9, 4)))
    cost = network.edges.cost(np.ones(4), np.zeros(len(network.edges.tail), bool))

    found = [network.links(np.array(steps)) for steps in finder(network).routes((0, 1), cost)]

    assert (len(roads),) in found
    assert len(found) == count <= MOST_ROUTES
    assert MOST_FOUND > 2
