"""Draws and tornado: known distributions, one row at a time, and blocks that change nothing."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import qmc, triang

from detente.methods import uniforms
from detente.methods.bargaining.packages import draws as package_draws
from detente.methods.bargaining.packages.draws import affordable, draw_packages
from detente.methods.bargaining.packages.rules.nash import RULE as NASH
from detente.methods.bargaining.packages.space import Numbers
from detente.methods.bargaining.packages.tornado import Solution, Swing, solve, tornado
from detente.methods.bargaining.packages.utility import Doubt, UtilityModel
from detente.methods.bargaining.packages.zone import zone

TWO_PACKAGES = UtilityModel(2, (2,))
NONE = float("nan")


def doubt(batna: tuple[float, float], mode: float = NONE) -> Doubt:
    """Two parties, one issue: the first outcome is worth 1 and 0.4, the second 0.5 and 1; the first's batna unsure."""
    known = [0.3, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.4, 1.0]
    modes = np.full(10, NONE)
    modes[0] = mode
    return Doubt(np.array([batna[0], *known]), np.array([batna[1], *known]), modes)


def test_a_row_is_read_as_it_is_laid_out() -> None:
    utility = UtilityModel(2, (2, 3))
    row = np.arange(utility.count, dtype=float)

    assert utility.count == 18
    assert utility.batna(row).tolist() == [0, 1]
    assert utility.power(row).tolist() == [2, 3]
    assert utility.weights(row).tolist() == [[4, 5], [6, 7]]
    assert [value.tolist() for value in utility.values(row)] == [[[8, 9], [10, 11]], [[12, 13, 14], [15, 16, 17]]]


def test_shares_follow_the_interval() -> None:
    # The second outcome (0.5) is in the zone while the alternative is at most 0.5: a quarter of 0.4..0.8.
    # The products are (1 - d) * 0.1 and (0.5 - d) * 0.7: the second wins while d < 5/12, in 1/24 of the draws.
    found = draw_packages(TWO_PACKAGES, doubt((0.4, 0.8)), 4096, np.random.default_rng(1), NASH)

    assert found.empty == 0
    assert found.inside.tolist() == pytest.approx([1.0, 0.25], abs=1e-3)
    assert found.chosen.tolist() == pytest.approx([23 / 24, 1 / 24], abs=1e-3)


def test_a_mode_makes_a_triangle() -> None:
    found = draw_packages(TWO_PACKAGES, doubt((0.4, 0.8), 0.5), 4096, np.random.default_rng(1), NASH)

    assert found.inside[1] == pytest.approx(float(triang.cdf(0.5, 0.25, 0.4, 0.4)), abs=1e-3)
    rows = doubt((0.4, 0.8), 0.5).at(np.linspace(0, 1, 9)[:, np.newaxis])
    assert np.allclose(rows[:, 0], triang.ppf(np.linspace(0, 1, 9), 0.25, 0.4, 0.4))
    assert doubt((0.4, 0.8), 0.5).middle[0] == pytest.approx(1.7 / 3)


@pytest.mark.parametrize("mode", [0.4, 0.8])
def test_a_mode_at_an_end_is_one_side_of_a_triangle(mode: float) -> None:
    rows = doubt((0.4, 0.8), mode).at(np.array([[0.0], [0.5], [1.0]]))

    assert np.allclose(rows[:, 0], triang.ppf([0, 0.5, 1], (mode - 0.4) / 0.4, 0.4, 0.4))


def test_the_zone_may_be_empty_in_some() -> None:
    low, high = (np.array([d, 0.9, *[1.0] * 5, 0.5, 0.4, 1.0]) for d in (0.4, 0.8))
    both = Doubt(low, high, np.full(10, NONE))
    found = draw_packages(TWO_PACKAGES, both, 1024, np.random.default_rng(1), NASH)

    assert found.empty == pytest.approx(0.75, abs=2e-3)
    assert found.chosen.tolist() == pytest.approx([0, 0.25], abs=2e-3)


def test_nothing_uncertain_is_the_middle_every_time() -> None:
    found = draw_packages(TWO_PACKAGES, doubt((0.45, 0.45)), 8, np.random.default_rng(1), NASH)

    assert (found.empty, found.inside.tolist(), found.chosen.tolist()) == (0, [1, 1], [1, 0])


def scattered() -> tuple[UtilityModel, Doubt]:
    """Return three parties and two issues in which everything is unsure, one party possibly without power."""
    utility, rng = UtilityModel(3, (3, 2)), np.random.default_rng(3)
    low = rng.random(utility.count) * 0.5
    low[3:6] = 0
    high = low + rng.random(utility.count) * 0.5
    high[5] = 0
    return utility, Doubt(low, high, np.full(utility.count, NONE))


def test_blocks_are_one_row_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    utility, unsure = scattered()
    whole = draw_packages(utility, unsure, 256, np.random.default_rng(5), NASH)
    rows = unsure.at(qmc.Sobol(unsure.uncertain.size, rng=np.random.default_rng(5)).random(256))
    inside, wins = np.zeros(6), np.zeros(6)
    for row in rows:
        gains = utility.gains(row)
        inside += zone(gains)
        wins += NASH.choose(gains, utility.power(row))
    monkeypatch.setattr(uniforms, "MOST_HELD", 400)
    blocks = draw_packages(utility, unsure, 256, np.random.default_rng(5), NASH)

    for found in (whole, blocks):
        assert found.inside.tolist() == (inside / 256).tolist()
        assert found.chosen.tolist() == (wins / 256).tolist()


def test_fewer_draws_where_there_are_many_packages() -> None:
    assert affordable(4096, UtilityModel(2, (2, 2))) == 4096
    assert affordable(4096, UtilityModel(10, (2,) * 20)) == 25
    assert affordable(0, UtilityModel(10, (2,) * 20)) == 1


def one(utility: UtilityModel, row: Numbers) -> tuple[float, list[int]]:
    found = solve(utility, row[np.newaxis], NASH)[0]
    return found.slack, found.chosen.tolist()


def test_the_tornado_turns_one_number_at_a_time() -> None:
    utility, unsure = scattered()
    middle = solve(utility, unsure.middle[np.newaxis], NASH)[0]
    found = tornado(utility, unsure, middle, NASH)

    assert sorted(swing.place for swing in found) == unsure.uncertain.tolist()
    for swing in found:
        for end, given in ((unsure.low, swing.low), (unsure.high, swing.high)):
            row = unsure.middle.copy()
            row[swing.place] = end[swing.place]
            assert (given.slack, given.chosen.tolist()) == one(utility, row)
    assert all(a.rank(middle) <= b.rank(middle) for a, b in pairwise(found))


def test_fewer_numbers_are_turned_where_there_are_many_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    utility, unsure = scattered()
    monkeypatch.setattr(package_draws, "MOST_UTILITIES", 3 * 6 * 4)
    middle = solve(utility, unsure.middle[np.newaxis], NASH)[0]

    assert sorted(swing.place for swing in tornado(utility, unsure, middle, NASH)) == unsure.uncertain[:4].tolist()


def test_opening_or_closing_comes_before_changing_and_changing_before_moving_much() -> None:
    middle = Solution(0.01, np.array([0]))
    closes = Swing(0, middle, Solution(-0.01, np.array([], dtype=np.intp)))
    changes = Swing(1, middle, Solution(0.3, np.array([1])))
    much, little = Swing(2, middle, Solution(0.9, np.array([0]))), Swing(3, middle, Solution(0.1, np.array([0])))

    assert sorted([little, much, changes, closes], key=lambda swing: swing.rank(middle)) == [
        closes,
        changes,
        much,
        little,
    ]
    assert [swing.flips(middle) for swing in (closes, changes, much)] == [True, True, False]


def test_what_a_party_without_power_likes_less_does_not_win() -> None:
    # Both outcomes are worth 1 to the first; the second, who has no power, prefers the second outcome.
    low = np.array([0.3, 0.1, 1, 0, 1, 1, 1.0, 1.0, 0.5, 0.9])
    high = low.copy()
    high[0] = 0.6
    found = draw_packages(TWO_PACKAGES, Doubt(low, high, np.full(10, NONE)), 64, np.random.default_rng(1), NASH)

    assert (found.inside.tolist(), found.chosen.tolist()) == ([1, 1], [0, 1])


def test_what_opens_or_closes_the_zone_comes_first() -> None:
    # The first's alternative at its upper end empties the zone; its value of the second outcome changes the winner.
    low = np.array([0.3, 0.3, 1, 1, 1, 1, 0.9, 0.5, 0.4, 0.9])
    high = low.copy()
    high[0], high[7] = 1.0, 0.9
    unsure = Doubt(low, high, np.full(10, NONE))
    middle = solve(TWO_PACKAGES, unsure.middle[np.newaxis], NASH)[0]
    found = tornado(TWO_PACKAGES, unsure, middle, NASH)

    assert [swing.place for swing in found] == [0, 7]
    assert [swing.flips(middle) for swing in found] == [True, True]
    assert (found[0].low.is_open, found[0].high.is_open) == (True, False)
