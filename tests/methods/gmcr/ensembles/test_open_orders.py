"""Orders of which something is not known, against plain lists of all subsets and permutations."""

from __future__ import annotations

from itertools import chain, combinations, permutations, product
from math import factorial, prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.ensembles.open_orders import OpenOrder
from detente.methods.gmcr.ensembles.places import Placed, Places, joined
from detente.methods.gmcr.preference.blocks import block_numbers, runs_of
from detente.methods.gmcr.preference.preferences import from_statements

CHANCES = st.sampled_from([0.0, 0.2, 0.5, 0.7, 1.0])


@st.composite
def open_orders(draw: st.DrawFn, most: int = 5) -> OpenOrder:
    """Orders of up to five conditions, in runs of any lengths."""
    runs = tuple(draw(st.lists(st.integers(1, 3), max_size=4).filter(lambda found: sum(found) <= most)))
    return OpenOrder(runs, tuple(draw(CHANCES) for _ in range(sum(runs))))


def twin(order: OpenOrder) -> dict[tuple[int, ...], float]:
    """Return every order of conditions that count, most important first, with its chance."""
    conditions = range(len(order.held))
    starts = [sum(order.runs[:r]) for r in range(len(order.runs))]
    runs = [list(range(start, start + length)) for start, length in zip(starts, order.runs, strict=True)]
    found: dict[tuple[int, ...], float] = {}
    for kept in chain.from_iterable(combinations(conditions, size) for size in range(len(order.held) + 1)):
        chance = prod(order.held[k] if k in kept else 1 - order.held[k] for k in conditions)
        parts = [[k for k in run if k in kept] for run in runs]
        share = chance / prod(factorial(len(part)) for part in parts)
        if chance:
            for arranged in product(*(permutations(part) for part in parts)):
                found[tuple(k for part in arranged for k in part)] = share
    return found


def read(places: Places) -> list[tuple[int, ...]]:
    """Return orders as lists of the conditions that count, most important first."""
    return [tuple(sorted((k for k in range(row.size) if row[k] >= 0), key=row.__getitem__)) for row in places]


@given(open_orders())
def test_the_completions_are_all_subsets_in_all_orders(order: OpenOrder) -> None:
    places = order.completions()
    expected = twin(order)

    assert order.count() == len(places) == len(expected)
    weights = dict(zip(read(places), order.weights(places, order.held), strict=True))
    assert weights.keys() == expected.keys()
    assert all(abs(weights[each] - expected[each]) < 1e-12 for each in expected)
    assert abs(sum(expected.values()) - 1) < 1e-12


@given(open_orders(), st.integers(0, 1 << 32))
def test_draws_are_completions_written_in_the_same_way(order: OpenOrder, seed: int) -> None:
    drawn = order.draw(np.random.default_rng(seed), 40)
    possible = {tuple(row) for row in order.completions().tolist()}

    assert {tuple(row) for row in drawn.tolist()} <= possible


def test_draws_are_as_frequent_as_they_are_likely() -> None:
    order = OpenOrder((3, 1), (1.0, 0.4, 0.7, 0.5))
    number = 20_000
    drawn = read(order.draw(np.random.default_rng(11), number))

    for each, share in twin(order).items():
        error = (share * (1 - share) / number) ** 0.5
        assert abs(drawn.count(each) / number - share) < 5 * error, each


@pytest.mark.parametrize(
    ("runs", "held", "settled"),
    [((1, 1), (1.0, 1.0), True), ((2,), (1.0, 1.0), False), ((1, 1), (1.0, 0.9), False), ((), (), True)],
)
def test_an_order_is_settled_when_it_is_the_only_one(
    runs: tuple[int, ...], held: tuple[float, ...], settled: bool
) -> None:
    assert OpenOrder(runs, held).settled is settled


def test_counting_does_not_list() -> None:
    assert OpenOrder((30,), (1.0,) * 30).count() == factorial(30)


def test_runs_that_do_not_make_up_the_conditions_are_refused() -> None:
    with pytest.raises(ValueError, match="runs of 3 conditions, but chances of 2"):
        OpenOrder((1, 2), (1.0, 1.0))


@given(st.integers(0, 1 << 32), st.lists(st.integers(1, 25), min_size=1, max_size=6), st.integers(1, 5))
def test_places_that_are_shared_give_the_payoffs_of_how_many_hold(seed: int, runs: list[int], number: int) -> None:
    """Some conditions may not count; the places of those that do run from 0 without gaps."""
    rng = np.random.default_rng(seed)
    k = sum(runs)
    truths = rng.random((k, 24)) < rng.choice([0.1, 0.5, 0.9])
    places = OpenOrder((1,) * k, tuple(rng.choice([0.5, 1.0], k))).draw(rng, number)
    payoffs = Placed(truths, joined(places, runs)).payoffs(np.arange(number))

    for b, order in enumerate(read(places)):
        kept = runs_of(order, block_numbers(runs))
        expected = from_statements([truths[j] for j in order], np.ones(24, dtype=np.bool_), kept)
        _, found = np.unique(payoffs[:, b], return_inverse=True)
        assert found.tolist() == expected.tolist()


@given(st.integers(0, 1 << 32), st.sampled_from([1, 4, 14, 15, 20, 21, 45]), st.integers(1, 5))
def test_places_give_the_payoffs_of_statements_in_that_order(seed: int, k: int, number: int) -> None:
    rng = np.random.default_rng(seed)
    truths = rng.random((k, 24)) < rng.choice([0.1, 0.5])
    places = OpenOrder((k,), tuple(rng.choice([0.5, 1.0], k))).draw(rng, number)
    payoffs = Placed(truths, places).payoffs(np.arange(number))

    for b, order in enumerate(read(places)):
        expected = from_statements([truths[j] for j in order], np.ones(24, dtype=np.bool_))
        _, found = np.unique(payoffs[:, b], return_inverse=True)
        assert found.tolist() == expected.tolist()
