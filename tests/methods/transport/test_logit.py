"""Shares and logsums, against the nested logit written out from its definition, and its laws."""

from __future__ import annotations

from itertools import pairwise
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.methods.transport.arrays import Float, Int
from detente.methods.transport.logit import Shares, Tree, corridor_logit, nested_logit

FLOW, NEST = np.array([0, 0, 0, 0, 1, 1, 2]), np.array([0, 0, 1, 2, 3, 3, 4])
ALIKE = (np.arange(7), np.array([0, 0, 1, 2, 3, 4, 5]), np.array([0, 0, 1, 2, 3, 3, 4]))
"""Every route an alternative of its own, and routes of a corridor that are one."""
APART = Tree(FLOW, NEST, ALIKE[0])
DRAWS = 3


def drawn(seed: int) -> Float:
    """Return costs, some of them closed."""
    numbers = np.random.default_rng(seed)
    return np.where(numbers.random((7, DRAWS)) < 0.2, np.inf, numbers.uniform(0, 10, (7, DRAWS)))


costs = st.integers(0, 1000).map(drawn)
trees = st.sampled_from([Tree(FLOW, NEST, kind) for kind in ALIKE])
thetas = st.integers(0, 1000).map(lambda seed: np.random.default_rng(seed).uniform(0.05, 3, (3, DRAWS)))
nestings = st.integers(0, 1000).map(lambda seed: np.random.default_rng(seed).uniform(0.2, 1, DRAWS))


def by_alternative(cost: list[float], nest: list[int], kind: list[int]) -> tuple[list[float], list[int]]:
    """Return what each alternative costs, and the corridor that it lies in."""
    least = {each: min(c for c, own in zip(cost, kind, strict=True) if own == each) for each in dict.fromkeys(kind)}
    return list(least.values()), [nest[kind.index(each)] for each in least]


def read_aloud(cost: list[float], nest: list[int], theta: float, nesting: float) -> tuple[list[float], float]:
    """Return shares and logsum of one flow: P(i) = P(i | nest) P(nest), with inclusive values."""
    within = theta / nesting
    inclusive = {}
    for each in set(nest):
        total = sum(exp(-within * c) for c, n in zip(cost, nest, strict=True) if n == each)
        if total > 0:
            inclusive[each] = nesting * log(total)
    if not inclusive:
        return [0.0] * len(cost), np.inf
    total = sum(exp(value) for value in inclusive.values())
    shares = []
    for c, each in zip(cost, nest, strict=True):
        if each not in inclusive:
            shares.append(0.0)
            continue
        inside = exp(-within * c) / sum(exp(-within * d) for d, n in zip(cost, nest, strict=True) if n == each)
        shares.append(inside * exp(inclusive[each]) / total)
    return shares, -log(total) / theta


def each_flow(cost: Float, nest: Int) -> list[tuple[int, int, Float, list[int]]]:
    """Return each flow in each draw: what its alternatives cost, and their nests."""
    return [
        (flow, draw, cost[flow == FLOW, draw], nest[flow == FLOW].tolist())
        for flow in range(3)
        for draw in range(DRAWS)
    ]


@settings(max_examples=100)
@given(cost=costs, tree=trees, theta=thetas, nesting=nestings)
def test_it_is_the_definition(cost: Float, tree: Tree, theta: Float, nesting: Float) -> None:
    found = nested_logit(cost, tree, theta=theta, nesting=nesting)

    for flow, draw, each, nest in each_flow(cost, NEST):
        kind = tree.kind[flow == FLOW].tolist()
        shares, logsum = read_aloud(*by_alternative(each.tolist(), nest, kind), theta[flow, draw], nesting[draw])
        for alternative, wanted in zip(dict.fromkeys(kind), shares, strict=True):
            own = np.array(kind) == alternative
            share = found.share[flow == FLOW, draw][own]
            assert share.sum() == pytest.approx(wanted)
            assert not share[each[own] > each[own].min()].any()
        assert found.logsum[flow, draw] == pytest.approx(logsum)
        assert found.share[flow == FLOW, draw].sum() == pytest.approx(float(np.isfinite(each).any()))


@settings(max_examples=50)
@given(cost=costs, theta=thetas)
def test_with_nothing_alike_it_is_the_plain_logit(cost: Float, theta: Float) -> None:
    found = nested_logit(cost, APART, theta=theta, nesting=np.ones(DRAWS))

    for flow, draw, each, _ in each_flow(cost, NEST):
        weight = np.exp(-theta[flow, draw] * each)
        assert found.share[flow == FLOW, draw] == pytest.approx(weight / (weight.sum() or 1))


@settings(max_examples=50)
@given(cost=costs, theta=thetas)
def test_the_corridor_logit_spreads_over_the_cheapest_of_each_corridor(cost: Float, theta: Float) -> None:
    found = corridor_logit(cost, FLOW, NEST, theta=theta)

    for flow, draw, each, nest in each_flow(cost, NEST):
        least = {k: min(c for c, n in zip(each, nest, strict=True) if n == k) for k in dict.fromkeys(nest)}
        shares, logsum = read_aloud(list(least.values()), list(least), theta[flow, draw], 1)
        share = found.share[flow == FLOW, draw]
        for (k, cheapest), wanted in zip(least.items(), shares, strict=True):
            assert share[np.array(nest) == k].sum() == pytest.approx(wanted)
            assert not share[(np.array(nest) == k) & (each > cheapest)].any()
        assert found.logsum[flow, draw] == pytest.approx(logsum)


def test_routes_of_an_alternative_that_cost_the_same_get_like_parts() -> None:
    """Of three, two cost the same but for rounding, whichever of them comes first."""
    cost = np.array([[0.1 + 0.2], [0.3], [0.4]])
    tree = Tree(np.zeros(3, int), np.zeros(3, int), np.zeros(3, int))
    for order in ([0, 1, 2], [1, 2, 0], [2, 1, 0]):
        found = nested_logit(cost[order], tree, theta=np.ones((1, 1)), nesting=np.ones(1))
        assert found.share[np.argsort(order), 0].tolist() == [0.5, 0.5, 0]


@settings(max_examples=50)
@given(cost=costs, theta=thetas, nesting=nestings, dearer=st.floats(0.001, 5))
def test_a_dearer_route_of_an_alternative_changes_nothing(
    cost: Float, theta: Float, nesting: Float, dearer: float
) -> None:
    """What is found for another world, and is no cheaper than what is there, moves nobody."""
    alone = nested_logit(cost, APART, theta=theta, nesting=nesting)
    at = [0, *range(7)]
    costs, kind = cost[at], np.maximum(np.arange(-1, 7), 0)
    costs[1] += dearer
    beside = nested_logit(costs, Tree(FLOW[at], NEST[at], kind), theta=theta, nesting=nesting)

    assert not beside.share[1].any()
    assert np.delete(beside.share, 1, axis=0) == pytest.approx(alone.share)
    assert beside.logsum == pytest.approx(alone.logsum)


def both(cost: Float, tree: Tree, theta: Float, nesting: Float) -> tuple[Shares, Shares]:
    nested = nested_logit(cost, tree, theta=theta, nesting=nesting)
    return nested, corridor_logit(cost, FLOW, NEST, theta=theta)


@settings(max_examples=50)
@given(cost=costs, tree=trees, scales=st.tuples(thetas, nestings), at=st.integers(0, 6), by=st.floats(0, 20))
def test_what_opens_or_gets_cheaper_raises_no_logsum(
    cost: Float, tree: Tree, scales: tuple[Float, Float], at: int, by: float
) -> None:
    cheaper = cost.copy()
    cheaper[at] = np.where(np.isinf(cost[at]), by, cost[at] - by)  # open what is closed

    for before, behind in zip(both(cost, tree, *scales), both(cheaper, tree, *scales), strict=True):
        assert (behind.logsum <= before.logsum + 1e-9).all()
        assert (behind.share[at] >= before.share[at] - 1e-9).all()


@settings(max_examples=50)
@given(cost=costs, theta=thetas, nesting=nestings, by=st.floats(-1000, 1000))
def test_what_all_cost_alike_moves_nobody(cost: Float, theta: Float, nesting: Float, by: float) -> None:
    for before, behind in zip(both(cost, APART, theta, nesting), both(cost + by, APART, theta, nesting), strict=True):
        assert behind.share == pytest.approx(before.share, abs=1e-9)
        assert behind.logsum == pytest.approx(before.logsum + by)


@pytest.mark.parametrize("theta", [1e-6, 1.0, 1e4])
def test_large_costs_and_scales_stay_finite(theta: float) -> None:
    cost = 1e5 + np.array([[0.0], [10], [5], [20], [0], [np.inf], [7]])
    for found in both(cost, APART, np.full((3, 1), theta), np.array([0.3])):
        assert np.isfinite(found.logsum).all()
        assert np.add.reduceat(found.share, [0, 4, 6])[:, 0] == pytest.approx(1)
        assert (found.logsum[1:, 0] - 1e5) == pytest.approx([0, 7])


def test_routes_alike_in_a_corridor_take_less_than_routes_unlike() -> None:
    """Three that cost the same, two of them in one corridor: the more alike these are, the less they get."""
    flow, nest, cost = np.zeros(3, np.int64), np.array([0, 0, 1]), np.full((3, 3), 4.0)
    found = nested_logit(cost, Tree(flow, nest, np.arange(3)), theta=np.ones((1, 3)), nesting=np.array([1, 0.5, 1e-6]))

    assert found.share[2].tolist() == pytest.approx([1 / 3, 1 / (1 + 2**0.5), 1 / 2])
    assert all(one < other for one, other in pairwise(found.share[2]))
