"""How long the stability of all states takes for every coalition: all concepts, CPU time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from benchmarks.conflicts import conflict

from detente.methods.gmcr.coalitions.analysis import analyse_coalitions
from detente.methods.gmcr.engines.graph_form import GraphForm

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.mark.parametrize(("n", "movers"), [(10, 2), (10, 3), (10, 4), (12, 3), (8, 6), (9, 9)])
def test_every_coalition(benchmark: BenchmarkFixture, n: int, movers: int) -> None:
    benchmark(analyse_coalitions, conflict(n, movers))


def test_every_coalition_of_three_with_exclusions_and_one_way_options(benchmark: BenchmarkFixture) -> None:
    benchmark(analyse_coalitions, conflict(12, 3, barred=0.3, one_way=4))


def test_every_coalition_of_three_in_graph_form(benchmark: BenchmarkFixture) -> None:
    """Moves that do not compose: four from every state, to anywhere."""
    rng = np.random.default_rng(1)
    there = (np.arange(1000)[:, None] + rng.integers(1, 1000, (3, 1000, 4))) % 1000
    arcs = tuple(np.stack([np.repeat(np.arange(1000), 4), ends.reshape(-1)], axis=1) for ends in there)
    benchmark(analyse_coalitions, GraphForm(arcs, rng.integers(0, 1000, (3, 1000), dtype=np.int32)))
