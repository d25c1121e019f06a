"""The cheapest route that passes some places, against every route there is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.transport.networks import Links, Network, closures, networks, weights

from detente.methods.transport.arrays import Float
from detente.methods.transport.passing import least_through


def passes(network: Network, begin: int, links: Links, via: list[frozenset[int]]) -> bool:
    """Return whether a route passes a place of each set, in order; one place may do for several."""
    left = list(via)
    for place in network.visited(begin, links):
        while left and place in left[0]:
            left.pop(0)
    return not left


@settings(max_examples=60)
@given(data=st.data(), network=networks(), price=weights())
def test_it_is_the_cheapest_of_all_that_pass(data: st.DataObject, network: Network, price: Float) -> None:
    begin, end = data.draw(st.permutations(range(network.places)))[:2]
    places = st.frozensets(st.integers(0, network.places - 1), max_size=2)
    via = data.draw(st.lists(places, max_size=3))
    closed = data.draw(closures(network))[0]
    cost = network.edges.cost(price[0], network.closed(closed))
    every = network.routes(begin, end, price[0], closed)
    passing = {links: much for links, much in every.items() if passes(network, begin, links, via)}

    found = least_through(network.edges, (begin, end), via, cost)

    if found is None:
        assert not passing
    else:
        assert passing[network.links(found)] == pytest.approx(cost[found].sum())
        assert cost[found].sum() == pytest.approx(min(passing.values()), abs=1e-5)


def square(*, branch: bool) -> tuple[Network, Float]:
    """Return places 0-1-2 in a row with 3 beside 1; 3 also leads on to 2, at much cost, unless it is a branch only."""
    ends = [[0, 1], [1, 2], [1, 3], [3, 2]][: 3 if branch else 4]
    along = np.zeros((len(ends), 4))
    along[:, 0] = [1, 1, 1, 1000][: len(ends)]
    network = Network(4, np.array(ends), np.zeros(len(ends), np.int64), (along, along), np.zeros((9, 4)))
    return network, network.edges.cost(np.ones(4), np.zeros(len(network.edges.tail), bool))


def test_the_route_does_not_go_there_and_back() -> None:
    network, cost = square(branch=False)
    found = least_through(network.edges, (0, 2), [{3}], cost)

    assert found is not None
    assert network.links(found) == (0, 2, 3)
    assert cost[found].sum() == 1002


def test_no_route_passes_the_end_of_a_branch() -> None:
    network, cost = square(branch=True)

    assert least_through(network.edges, (0, 2), [{3}], cost) is None
    assert least_through(network.edges, (1, 2), [{3}], cost) is None  # it would come back to where it began
    assert least_through(network.edges, (0, 2), [{1}, set()], cost) is None


def test_the_order_counts() -> None:
    network, cost = square(branch=False)

    assert least_through(network.edges, (0, 2), [{1}, {3}], cost) is not None
    assert least_through(network.edges, (0, 2), [{3}, {1}], cost) is None


def test_more_than_three_sets_are_refused() -> None:
    network, cost = square(branch=False)

    with pytest.raises(ValueError, match="3 places, not 4"):
        least_through(network.edges, (0, 2), [{1}] * 4, cost)
