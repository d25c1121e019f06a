"""How long a million packages between ten parties take, and draws of uncertain numbers, CPU time."""

from __future__ import annotations

import numpy as np
from benchmarks.figures import Figure, cpu_times

from detente.methods.bargaining.packages.draws import affordable, draw_packages
from detente.methods.bargaining.packages.opening import opening
from detente.methods.bargaining.packages.registry import leading_rule, shipped_rules
from detente.methods.bargaining.packages.space import Numbers
from detente.methods.bargaining.packages.utility import Doubt, UtilityModel

MILLION, SMALL = UtilityModel(10, (10,) * 6), UtilityModel(3, (4,) * 4)


def row(utility: UtilityModel) -> Numbers:
    """Return the numbers of a bargain with modest alternatives."""
    numbers = np.random.default_rng(1).random(utility.count) * 0.9
    numbers[: utility.parties] = 0.3
    return numbers


def test_a_million_packages_between_ten_parties(figures: list[Figure]) -> None:
    numbers = row(MILLION)

    def work() -> int:
        gains = MILLION.gains(numbers)
        power = MILLION.power(numbers)
        solutions = [rule.choose(gains, power) for rule in shipped_rules().values()]
        return sum(int(found.sum()) for found in solutions) + opening(gains).nearest.size

    (took,) = cpu_times(work, rounds=3)
    figures.append(Figure("A million packages, 10 parties: zone, three rules, opening", took, 3, "s", most=True))


def test_draws_of_packages(figures: list[Figure]) -> None:
    for utility in (SMALL, MILLION):
        numbers, packages = row(utility), int(np.prod(utility.sizes))
        doubt = Doubt(numbers, numbers + 0.1, np.full(utility.count, np.nan))
        draws = affordable(4096, utility)

        def work(utility: UtilityModel = utility, doubt: Doubt = doubt, draws: int = draws) -> float:
            return draw_packages(utility, doubt, draws, np.random.default_rng(1), leading_rule()).empty

        (took,) = cpu_times(work, rounds=1)
        what = f"{draws:,} draws of {packages:,} packages, {utility.parties} parties"
        figures.append(Figure(what, took, 10, "s", most=True))
