"""How long a million packages between ten parties take, and draws of uncertain numbers, CPU time."""

from __future__ import annotations

import numpy as np
from benchmarks.figures import Figure, cpu_times

from detente.methods.bargaining.packages.draws import affordable, draw_packages
from detente.methods.bargaining.packages.numbers import Doubt, Layout
from detente.methods.bargaining.packages.opening import opening
from detente.methods.bargaining.packages.rules import egalitarian, kalai_smorodinsky, nash
from detente.methods.bargaining.packages.space import Numbers

MILLION, SMALL = Layout(10, (10,) * 6), Layout(3, (4,) * 4)


def row(layout: Layout) -> Numbers:
    """Return the numbers of a bargain with modest alternatives."""
    numbers = np.random.default_rng(1).random(layout.count) * 0.9
    numbers[: layout.parties] = 0.3
    return numbers


def test_a_million_packages_between_ten_parties(figures: list[Figure]) -> None:
    numbers = row(MILLION)

    def work() -> int:
        gains = MILLION.gains(numbers)
        solutions = (nash(gains, MILLION.power(numbers)), kalai_smorodinsky(gains), egalitarian(gains))
        return sum(int(found.sum()) for found in solutions) + opening(gains).nearest.size

    (took,) = cpu_times(work, rounds=3)
    figures.append(Figure("A million packages, 10 parties: zone, three rules, opening", took, 3, "s", most=True))


def test_draws_of_packages(figures: list[Figure]) -> None:
    for layout in (SMALL, MILLION):
        numbers, packages = row(layout), int(np.prod(layout.sizes))
        doubt = Doubt(numbers, numbers + 0.1, np.full(layout.count, np.nan))
        draws = affordable(4096, layout)

        def work(layout: Layout = layout, doubt: Doubt = doubt, draws: int = draws) -> float:
            return draw_packages(layout, doubt, draws, np.random.default_rng(1)).empty

        (took,) = cpu_times(work, rounds=1)
        what = f"{draws:,} draws of {packages:,} packages, {layout.parties} parties"
        figures.append(Figure(what, took, 10, "s", most=True))
