"""How long the stability of all states takes for every coalition: all concepts, CPU time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from benchmarks.test_stability import conflict

from detente.methods.gmcr.coalesce import coalesce
from detente.methods.gmcr.coalition_analysis import analyse_coalitions

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.mark.parametrize(("n", "movers"), [(10, 2), (10, 3), (10, 4), (12, 3), (8, 6)])
def test_every_coalition(benchmark: BenchmarkFixture, n: int, movers: int) -> None:
    benchmark(analyse_coalitions, conflict(n, movers))


def test_every_coalition_of_three_with_exclusions_and_one_way_options(benchmark: BenchmarkFixture) -> None:
    benchmark(analyse_coalitions, conflict(12, 3, barred=0.3, one_way=4))


def test_every_coalition_of_three_in_graph_form(benchmark: BenchmarkFixture) -> None:
    benchmark(analyse_coalitions, coalesce(conflict(10, 3, barred=0.3), []).engine)
