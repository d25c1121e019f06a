"""Logrolling and side payments, derived by hand, and trades against a twin that tries every pair of changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.bargaining.twin import Bargain, bargains

from detente.methods.bargaining.packages.side_payments import side_payments
from detente.methods.bargaining.packages.space import Numbers, PackageSpace
from detente.methods.bargaining.packages.trades import Give, Trade, fairest, trades
from detente.methods.bargaining.packages.utility import UtilityModel

# Two issues, each settled the first party's way (outcome 0), half-way (1) or the second's way (2).
# The first cares three times as much for the first issue, the second for the second.
SCALE = np.array([[1.0, 0.5, 0.0], [0.0, 0.5, 1.0]])
WEIGHTS = np.array([[0.75, 0.25], [0.25, 0.75]])
NINE = PackageSpace((3, 3))


def worth(values: Sequence[Numbers], weights: Numbers) -> Numbers:
    """Return what each package is worth to each party, where nothing else counts."""
    parties, sizes = len(weights), tuple(value.shape[1] for value in values)
    row = np.concatenate([np.zeros(2 * parties), weights.reshape(-1), *[value.reshape(-1) for value in values]])
    return UtilityModel(parties, sizes).utilities(row)


def test_each_gives_what_matters_less_to_it() -> None:
    values = [SCALE, SCALE]
    half_way = tuple(outcome for value in values for outcome in fairest(value, [True, True]))
    found = trades(worth(values, WEIGHTS), NINE, half_way)

    # By hand: half-way is worth 1/2 to each. The first gains 3/8 on the first issue and loses 1/8 on the second: + 1/4.
    assert half_way == (1, 1)
    assert found == (Trade((Give(1, 0, 0), Give(0, 1, 2)), (0.25, 0.25)),)


def test_what_costs_nothing_is_not_given() -> None:
    # The first does not mind the second issue, so that it gives nothing there.
    weights = np.array([[1.0, 0.0], [0.25, 0.75]])

    assert trades(worth([SCALE, SCALE], weights), NINE, (1, 1)) == ()


def test_who_cares_alike_has_nothing_to_trade() -> None:
    assert trades(worth([SCALE, SCALE], np.ones((2, 2))), NINE, (1, 1)) == ()


def test_a_third_party_that_would_be_worse_off_stops_a_trade() -> None:
    third = np.array([[0.0, 1.0, 0.0]])
    scale = np.vstack([SCALE, third])
    weights = np.vstack([WEIGHTS, [[1.0, 0.0]]])

    assert trades(worth([scale, scale], weights), NINE, (1, 1)) == ()


@given(bargains(), st.data())
def test_trades_are_all_there_are_and_nothing_else(bargain: Bargain, data: st.DataObject) -> None:
    base = data.draw(st.sampled_from(bargain.packages))
    expected = set()
    for package in bargain.packages:
        moved = [k for k in range(len(base)) if package[k] != base[k]]
        change = [bargain.utility(i, package) - bargain.utility(i, base) for i in bargain.parties]
        if len(moved) != 2 or min(change) < 0:
            continue
        for a, b in product(bargain.parties, repeat=2):
            alone = {k: (*base[:k], package[k], *base[k + 1 :]) for k in moved}
            on = {(i, k): bargain.utility(i, alone[k]) - bargain.utility(i, base) for i in (a, b) for k in moved}
            for k, m in (moved, moved[::-1]):
                helps = on[a, k] < 0 < on[b, k] and on[b, m] < 0 < on[a, m]
                if helps and change[a] > 0 and change[b] > 0:
                    expected.add(frozenset({Give(a, k, package[k]), Give(b, m, package[m])}))

    found = trades(bargain.model.utilities(bargain.row), bargain.space, base)
    assert {frozenset(trade.gives) for trade in found} == expected
    assert len(found) == len(expected)
    assert [trade.least for trade in found] == sorted((trade.least for trade in found), reverse=True)


def test_issue_by_issue_asks_only_those_to_whom_it_matters() -> None:
    value = np.array([[1.0, 0.5, 0.0], [0.0, 0.5, 1.0]])

    assert [fairest(value, matters) for matters in ([True, True], [False, True], [False, False])] == [[1], [2], [0]]


def test_ties_issue_by_issue_are_for_the_next_to_worst_off() -> None:
    assert fairest(np.array([[0.2, 0.2, 0.6], [0.5, 0.6, 0.2], [0.9, 0.9, 0.9]]), [True, True, True]) == [1, 2]


def test_payments_by_hand() -> None:
    # The first lacks 0.2. The second could pay 0.5, the third 0.1: so that most is left to the one left with least,
    # the second pays all of it.
    found = side_payments(np.array([-0.2, 0.5, 0.1]), np.ones(3))

    assert found is not None
    assert found.moved == pytest.approx(0.2)
    assert found.received.tolist() == pytest.approx([0.2, -0.2, 0.0], abs=1e-8)


def test_payments_are_shared_where_a_budget_is_short() -> None:
    # Without the budget the second would pay all, and both be left with 0.3.
    found = side_payments(np.array([-0.2, 0.5, 0.3]), np.array([1.0, 0.15, 1.0]))

    assert found is not None
    assert found.received.tolist() == pytest.approx([0.2, -0.15, -0.05], abs=1e-8)


@pytest.mark.parametrize(
    ("gains", "budget"),
    [([-0.2, 0.1], [1.0, 1.0]), ([-0.2, 0.5], [0.1, 1.0]), ([-0.2, 0.5], [1.0, 0.1]), ([-0.1, -0.1], [1.0, 1.0])],
)
def test_no_payment_makes_up_for_what_is_not_there_or_cannot_be_paid(gains: list[float], budget: list[float]) -> None:
    assert side_payments(np.array(gains), np.array(budget)) is None


def test_nothing_is_paid_where_nobody_lacks_anything() -> None:
    found = side_payments(np.array([0.1, 0.5]), np.ones(2))

    assert found is not None
    assert found.moved == 0
    assert found.received.tolist() == pytest.approx([0.0, 0.0], abs=1e-8)


@given(st.lists(st.integers(-8, 8), min_size=2, max_size=5))
def test_payments_are_possible_exactly_where_there_is_enough_and_move_what_is_lacking(eighths: list[int]) -> None:
    gains = np.array(eighths) / 8
    found = side_payments(gains, np.full(len(gains), 10.0))

    assert (found is not None) == (gains.sum() >= 0)
    if found is not None:
        assert found.moved == pytest.approx(np.maximum(-gains, 0).sum(), abs=1e-8)
        assert found.received.sum() == pytest.approx(0, abs=1e-7)
        assert (gains + found.received).min() >= -1e-7
