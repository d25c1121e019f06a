"""Packages: a million of them between ten parties, and draws of uncertain numbers."""

from __future__ import annotations

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from detente.methods.bargaining.package_draws import affordable, draw_packages
from detente.methods.bargaining.package_numbers import Doubt, Layout
from detente.methods.bargaining.package_opening import opening
from detente.methods.bargaining.package_rules import egalitarian, kalai_smorodinsky, nash

MILLION = Layout(10, (10,) * 6)


def rows(layout: Layout) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], Doubt]:
    """Return numbers of a bargain, and the same a little unsure; alternatives are modest."""
    low = np.random.default_rng(1).random(layout.count) * 0.9
    low[: layout.parties] = 0.3
    return low, Doubt(low, low + 0.1, np.full(layout.count, np.nan))


def test_a_million_packages_between_ten_parties(benchmark: BenchmarkFixture) -> None:
    row, _ = rows(MILLION)

    def everything() -> int:
        gains = MILLION.gains(row)
        solutions = (nash(gains, MILLION.power(row)), kalai_smorodinsky(gains), egalitarian(gains))
        return sum(int(found.sum()) for found in solutions) + opening(gains).nearest.size

    assert benchmark(everything)


@pytest.mark.parametrize(
    ("layout", "draws"), [(Layout(3, (4,) * 4), 4096), (Layout(10, (10,) * 6), 4096)], ids=["256", "million"]
)
def test_draws_of_packages(benchmark: BenchmarkFixture, layout: Layout, draws: int) -> None:
    _, doubt = rows(layout)
    made = affordable(draws, layout, int(np.prod(layout.sizes)))

    shares = benchmark.pedantic(draw_packages, (layout, doubt, made, np.random.default_rng(1)), rounds=1)
    assert shares.draws == made
