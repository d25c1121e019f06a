"""Packages against a twin in fractions that tries every one, and the laws that the rules obey."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.bargaining.twin import Bargain, bargains

from detente.methods.bargaining.packages.frontier import FrontierTooLongError, frontier
from detente.methods.bargaining.packages.opening import opening
from detente.methods.bargaining.packages.registry import leading_rule, shipped_rules
from detente.methods.bargaining.packages.rule import Rule
from detente.methods.bargaining.packages.rules.egalitarian import egalitarian
from detente.methods.bargaining.packages.rules.kalai_smorodinsky import kalai_smorodinsky
from detente.methods.bargaining.packages.rules.nash import nash, nash_ties
from detente.methods.bargaining.packages.space import PackageSpace, TooManyPackagesError
from detente.methods.bargaining.packages.utility import UtilityModel
from detente.methods.bargaining.packages.zone import blocking, slack, zone

RULES = pytest.mark.parametrize("rule", shipped_rules().values(), ids=shipped_rules())
MANY = settings(max_examples=100)
"""Ties between packages are rare, and what the rules do with them matters."""


@MANY
@given(bargains())
def test_zone_frontier_and_rules_are_their_definitions_read_aloud(bargain: Bargain) -> None:
    gains, power = bargain.arrays(), np.array(bargain.power, dtype=float)

    assert bargain.named(zone(gains)) == bargain.zone()
    assert bargain.named(frontier(gains)) == bargain.efficient(bargain.packages)
    assert bargain.named(nash(gains, power)) == bargain.nash()
    assert bargain.named(kalai_smorodinsky(gains, power)) == bargain.kalai_smorodinsky()
    assert bargain.named(egalitarian(gains, power)) == bargain.egalitarian()


def test_all_are_shipped_and_nash_leads() -> None:
    assert list(shipped_rules()) == ["nash", "kalai_smorodinsky", "egalitarian"]
    assert leading_rule() is shipped_rules()["nash"]


@RULES
@MANY
@given(bargain=bargains())
def test_every_solution_is_efficient_and_in_the_zone(rule: Rule, bargain: Bargain) -> None:
    gains, power = bargain.arrays(), np.array(bargain.power, dtype=float)

    found = rule.choose(gains, power)
    assert not (found & ~(frontier(gains) & zone(gains))).any()
    assert found.any() == zone(gains).any()


@RULES
@MANY
@given(bargain=bargains(), seed=st.integers(0, 99))
def test_many_bargains_at_once_are_each_by_itself(rule: Rule, bargain: Bargain, seed: int) -> None:
    rng = np.random.default_rng(seed)
    gains = np.stack([rng.permuted(bargain.arrays(), axis=axis) for axis in (0, 1, 0, 1)])
    power = np.stack([rng.permuted(np.array(bargain.power, dtype=float)) for _ in gains])

    each = [rule.choose(*one).tolist() for one in zip(gains, power, strict=True)]
    assert rule.choose(gains, power).tolist() == each


@MANY
@given(bargains(), st.integers(0, 3), st.integers(1, 5))
def test_nash_does_not_depend_on_the_scale_of_a_partys_utility(bargain: Bargain, i: int, scale: int) -> None:
    gains, power = bargain.arrays(), np.array(bargain.power, dtype=float)
    scaled = gains.copy()
    scaled[i % len(gains)] *= scale

    assert nash(scaled, power).tolist() == nash(gains, power).tolist()


@MANY
@given(bargains(), st.permutations(range(4)))
def test_the_order_of_parties_does_not_matter(bargain: Bargain, order: list[int]) -> None:
    gains, power = bargain.arrays(), np.array(bargain.power, dtype=float)
    other = [i for i in order if i < len(gains)]

    assert nash(gains[other], power[other]).tolist() == nash(gains, power).tolist()
    assert kalai_smorodinsky(gains[other], power[other]).tolist() == kalai_smorodinsky(gains, power).tolist()
    assert egalitarian(gains[other], power[other]).tolist() == egalitarian(gains, power).tolist()
    assert frontier(gains[other]).tolist() == frontier(gains).tolist()


@MANY
@given(bargains(), st.integers(0, 3))
def test_a_better_alternative_never_widens_the_zone(bargain: Bargain, i: int) -> None:
    raised = list(bargain.batna)
    raised[i % len(raised)] += 1
    better = replace(bargain, batna=tuple(raised))

    assert set(better.named(zone(better.arrays()))) <= set(bargain.named(zone(bargain.arrays())))
    assert slack(better.arrays()) <= slack(bargain.arrays())


@MANY
@given(bargains())
def test_the_zone_is_open_exactly_where_nothing_has_to_change(bargain: Bargain) -> None:
    gains = bargain.arrays()
    found = opening(gains)

    assert (slack(gains) >= 0) == zone(gains).any() == (found.total == 0)
    shortages = [
        sum((max(-g, Fraction(0)) for g in bargain.gains(package)), Fraction(0)) for package in bargain.packages
    ]
    assert found.total == pytest.approx(float(min(shortages)))
    assert found.nearest.tolist() == [k for k, short in enumerate(shortages) if short == min(shortages)]
    for i in bargain.parties:
        others = [[g for k, g in enumerate(bargain.gains(package)) if k != i] for package in bargain.packages]
        open_to = [p for p, rest in zip(bargain.packages, others, strict=True) if min(rest) >= 0]
        least = min((float(max(-bargain.gain(i, package), Fraction(0))) for package in open_to), default=np.inf)
        assert found.alone[i] == pytest.approx(least)


@MANY
@given(bargains())
def test_opening_by_what_it_says_opens_the_zone_and_by_less_does_not(bargain: Bargain) -> None:
    gains = bargain.arrays()
    found = opening(gains)

    assert zone(gains + found.short[:, [0]])[found.nearest[0]]
    for i, least in enumerate(found.alone):
        if np.isfinite(least):
            changed = gains.copy()
            changed[i] += least
            assert zone(changed).any()
            changed[i] -= 0.001
            assert least == 0 or not zone(changed).any()


@MANY
@given(bargains())
def test_who_blocks_is_counted_as_it_reads(bargain: Bargain) -> None:
    found = blocking(bargain.arrays() < 0)
    short = [[g < 0 for g in bargain.gains(package)] for package in bargain.packages]

    for i in bargain.parties:
        assert found.accepts[i] == sum(not row[i] for row in short)
        assert found.alone[i] == sum(row[i] and sum(row) == 1 for row in short)


def test_a_gain_of_nothing_is_the_limit_of_alternatives_ever_so_slightly_worse() -> None:
    gains = np.array([[0.0, 0.4, 0.5], [0.9, 0.0, 0.0]])
    slightly = np.array([[0.5], [0.9]]) * 1e-9

    assert nash(gains, np.array([0.5, 0.5])).tolist() == [True, False, True]
    assert nash(gains, np.array([0.6, 0.4])).tolist() == [False, False, True]
    for power in ([0.6, 0.4], [0.4, 0.6]):
        products = np.array(power) @ np.log(gains + slightly)
        assert nash(gains, np.array(power)).tolist() == [k == products.argmax() for k in range(3)]


def test_a_party_without_power_breaks_ties_only_by_efficiency() -> None:
    gains = np.array([[0.5, 0.5, 0.2], [0.1, 0.3, 0.9]])

    assert nash_ties(gains, np.array([1.0, 0.0])).tolist() == [True, True, False]
    assert nash(gains, np.array([1.0, 0.0])).tolist() == [False, True, False]


def test_kalai_and_smorodinsky_differ_from_equal_gains_where_one_can_gain_more() -> None:
    # By hand: the first could gain 0.8, the second 0.4. Least shares: 0, 1/2, 1/4, 0; least gains: 0, 0.3, 0.2, 0.
    gains = np.array([[0.8, 0.4, 0.2, 0.0], [0.0, 0.3, 0.2, 0.4]])

    assert kalai_smorodinsky(gains, np.ones(2)).tolist() == [False, True, False, False]
    # Now the second package gives shares 0.3 / 0.8 and 1, the third 0.5 and 0.75: the order of the two rules parts.
    gains = np.array([[0.8, 0.3, 0.4, 0.0], [0.0, 0.3, 0.25, 0.3]])
    assert kalai_smorodinsky(gains, np.ones(2)).tolist() == [False, False, True, False]
    assert egalitarian(gains, np.ones(2)).tolist() == [False, True, False, False]


def test_what_each_could_gain_at_most_is_meant_within_the_zone() -> None:
    # The third package would give the first party 1, but the second rejects it: shares are (1, 1/2) and (1/2, 1).
    gains = np.array([[0.4, 0.2, 1.0], [0.2, 0.4, -0.1]])

    assert kalai_smorodinsky(gains, np.ones(2)).tolist() == [True, True, False]
    # Likewise for Nash's rule where somebody gains nothing in every package: all of 0.4, all of 0.6, half of 0.6.
    gains = np.array([[0.4, 0.0, 0.0, 1.0], [0.0, 0.6, 0.3, -0.1]])
    assert nash(gains, np.array([1.0, 1.0])).tolist() == [True, True, False, False]


def test_ties_are_ties_though_sums_of_decimals_are_not() -> None:
    assert 0.1 + 0.2 != 0.3
    worth = UtilityModel(1, (2, 2)).utilities(np.array([0, 1, 1, 1, 0.3, 0.6, 0.6, 0.3]))

    assert worth.tolist() == [[0.45, 0.3, 0.6, 0.45]]
    assert frontier(np.vstack([worth, 1 - worth])).all()


def test_packages_are_numbered_with_the_last_issue_fastest() -> None:
    space = PackageSpace((2, 1, 3))

    assert space.choices(np.arange(6)).tolist() == [[0, 0, 0], [0, 0, 1], [0, 0, 2], [1, 0, 0], [1, 0, 1], [1, 0, 2]]
    assert [space.number(tuple(row)) for row in space.choices(np.arange(6)).tolist()] == list(range(6))


def test_too_many_packages_are_refused_with_the_limit() -> None:
    assert PackageSpace((2,) * 20).count == 1 << 20
    with pytest.raises(TooManyPackagesError, match="there are 2,097,152 packages; at most 1,048,576 are enumerated"):
        PackageSpace((2,) * 21)


def test_weights_that_sum_to_nothing_are_no_weights() -> None:
    with pytest.raises(ValueError, match="add up to more than nought"):
        UtilityModel(1, (2,)).utilities(np.array([0, 1, 0, 1, 1.0]))


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_long_frontiers_are_worked_out_in_blocks(seed: int, parties: int) -> None:
    points = np.random.default_rng(seed).integers(0, 12, (parties, 900)).astype(float)
    plainly = [not ((points >= points[:, [k]]).all(0) & (points > points[:, [k]]).any(0)).any() for k in range(900)]

    assert frontier(points).tolist() == plainly


def test_a_frontier_that_would_take_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.methods.bargaining.packages.frontier.MOST_COMPARISONS", 100_000)
    with pytest.raises(FrontierTooLongError, match="more than 100,000 comparisons"):
        frontier(np.random.default_rng(1).random((4, 900)))
