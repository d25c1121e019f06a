"""Each rule is its definition read aloud."""

from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.bargaining.bargains import HIGH, LOW, bargains

from detente.methods.bargaining.spatial.contest import prevailing
from detente.methods.bargaining.spatial.nash import zone
from detente.methods.bargaining.spatial.registry import shipped_rules
from detente.methods.bargaining.spatial.rule import Bargain

NASH = {1: shipped_rules()["nash-linear"], 2: shipped_rules()["nash"]}
POWERS = pytest.mark.parametrize("power", [1, 2])


def rows(bargain: Bargain) -> list[tuple[float, float, float]]:
    """Return position, weight and disagreement of each actor."""
    assert bargain.disagreement is not None
    return list(
        zip(*(part.tolist() for part in (bargain.positions, bargain.weights, bargain.disagreement)), strict=True)
    )


def utility(place: float, wanted: float, power: int) -> float:
    return 1 - (abs(place - wanted) / (HIGH - LOW)) ** power


@given(bargains())
def test_the_compromise_is_the_weighted_mean(bargain: Bargain) -> None:
    total = sum(weight for _, weight, _ in rows(bargain))
    mean = sum(place * weight for place, weight, _ in rows(bargain)) / total
    assert float(shipped_rules()["compromise"].settle(bargain)) == pytest.approx(mean)


@given(bargains())
def test_the_median_is_the_least_place_with_half_of_the_weight_up_to_it(bargain: Bargain) -> None:
    total = sum(weight for _, weight, _ in rows(bargain))
    enough = [
        place
        for place, _, _ in rows(bargain)
        if sum(weight for other, weight, _ in rows(bargain) if other <= place) >= total / 2
    ]
    assert float(shipped_rules()["median"].settle(bargain)) == min(enough)


@POWERS
@given(bargain=bargains())
def test_no_place_on_a_fine_grid_has_a_larger_nash_product(power: int, bargain: Bargain) -> None:
    def product(place: float) -> float:
        return sum(w * log(utility(place, x, power) - d) for x, w, d in rows(bargain))

    best = product(float(NASH[power].settle(bargain)))
    assert all(best >= product(place) - 1e-9 for place in np.linspace(LOW, HIGH, 401))


@POWERS
@given(bargain=bargains(), lift=st.floats(0, 5))
def test_the_zone_holds_what_is_no_worse_than_no_deal(power: int, bargain: Bargain, lift: float) -> None:
    assert bargain.disagreement is not None
    higher = replace(bargain, disagreement=bargain.disagreement + lift)
    low, high = (float(end) for end in zone(higher, power))
    for place in np.linspace(LOW, HIGH, 101):
        surplus = min(utility(place, x, power) - d for x, _, d in rows(higher))
        if abs(surplus) > 1e-9:
            assert (surplus > 0) == (low <= place <= high)
    found = float(NASH[power].settle(higher))
    assert np.isnan(found) if low > high else low - 1e-7 <= found <= high + 1e-7


def test_no_deal_that_is_too_good_leaves_no_answer() -> None:
    bargain = Bargain(np.array([[0.0, 100.0]] * 2), np.ones((2, 2)), (0, 100), np.array([[0.6, 0.6], [0.4, 0.4]]))
    found = NASH[1].settle(bargain)
    assert np.isnan(found[0])
    assert 40 <= found[1] <= 60
    beyond = Bargain(np.array([0.0]), np.ones(1), (0, 100), np.array([1.5]))
    assert np.isnan(NASH[2].settle(beyond))
    with pytest.raises(ValueError, match="no deal"):
        NASH[2].settle(replace(bargain, disagreement=None))


def test_two_equals_split_what_is_left_above_no_deal() -> None:
    """Under linear loss: one gets 30 more of 100 without a deal than the other, so the middle moves by 15."""
    bargain = Bargain(np.array([0.0, 100.0]), np.ones(2), (0, 100), np.array([0.3, 0.0]))
    assert float(NASH[1].settle(bargain)) == pytest.approx(35)


@given(bargains())
def test_as_no_deal_worsens_nash_tends_to_the_mean_and_to_the_median(bargain: Bargain) -> None:
    dire = replace(bargain, disagreement=np.full_like(bargain.positions, -1e7))
    mean = float(shipped_rules()["compromise"].settle(bargain))
    assert float(NASH[2].settle(dire)) == pytest.approx(mean, abs=1e-3)
    middle = float(NASH[1].settle(dire))
    below = bargain.weights[bargain.positions < middle - 1e-3].sum()
    above = bargain.weights[bargain.positions > middle + 1e-3].sum()
    assert max(below, above) <= bargain.weights.sum() / 2 + 1e-9


@given(bargains(most=4))
def test_positions_prevail_as_often_as_in_a_long_walk_of_challenges(bargain: Bargain) -> None:
    people = rows(bargain)
    count = len(people)

    def backing(a: int, b: int) -> float:
        spared = (abs(x - people[b][0]) - abs(x - people[a][0]) for x, _, _ in people)
        return sum(w * max(0.0, gain) for (_, w, _), gain in zip(people, spared, strict=True))

    def wins(a: int, b: int) -> float:
        both = backing(a, b) + backing(b, a)
        return backing(a, b) / both if both else 0.5

    likely = [1.0 / count] * count
    chance = [[wins(a, b) for b in range(count)] for a in range(count)]
    for _ in range(400):
        likely = [sum(chance[a][b] * (likely[a] + likely[b]) for b in range(count)) / count for a in range(count)]
    assert np.allclose(prevailing(bargain, merged=False), likely, atol=1e-6)
