"""How long the stability of all states takes: all decision makers, all concepts, CPU time.

Every round builds its conflict anew, so sorting the preferences counts.
"""

from __future__ import annotations

import time
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest
from benchmarks.boolean_matrices import stability
from benchmarks.conflicts import analyse_anew, conflict, matrices, shuffled, staircase
from benchmarks.figures import Figure, cpu_times

from detente.methods.gmcr.preference.preferences import from_statements
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.preference.truth import truth_table
from detente.methods.gmcr.stability.analysis import analyse

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.methods.gmcr.engines.option_form import OptionForm

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)


@pytest.mark.parametrize("n", [10, 16, 20])
def test_two_movers(benchmark: BenchmarkFixture, n: int) -> None:
    benchmark(analyse_anew, conflict(n, 2))


def test_boolean_matrices_of_two_movers(benchmark: BenchmarkFixture) -> None:
    model = conflict(10, 2)
    slow = benchmark(stability, matrices(model), model.payoffs)

    for key, stable in analyse(model).stable.items():
        assert np.array_equal(stable, slow[key]), key


def test_four_movers_with_exclusions_and_one_way_options(benchmark: BenchmarkFixture) -> None:
    benchmark(analyse_anew, conflict(16, 4, barred=0.3, one_way=4))


@pytest.mark.parametrize("k", [7, 9])
def test_staircase(benchmark: BenchmarkFixture, k: int) -> None:
    benchmark(analyse_anew, staircase(k))


def test_a_hundred_statements(benchmark: BenchmarkFixture) -> None:
    options = [f"o{k}" for k in range(16)]
    texts = [f"(o{k % 16} and not o{k * 7 % 16}) if o{k * 3 % 16} or o{k * 5 % 16}" for k in range(100)]
    feasible = np.ones(1 << 16, dtype=np.bool_)
    statements = [parse(text) for text in texts]

    benchmark(lambda: from_statements((truth_table(each, options) for each in statements), feasible))


def times_faster(model: OptionForm, rounds: int) -> float:
    """Return how many times faster than Boolean matrices a conflict is analysed."""
    by_matrices = partial(stability, matrices(model), model.payoffs)
    [matrix] = cpu_times(by_matrices, rounds=rounds)
    [ours] = cpu_times(partial(analyse_anew, model), rounds=50, calls=10)
    return matrix / ours


def test_against_boolean_matrices(figures: list[Figure]) -> None:
    smaller, larger = times_faster(conflict(10, 2), rounds=7), times_faster(conflict(11, 2), rounds=3)
    figures.append(Figure("faster than Boolean matrices, 2 decision makers, 2^10 states", smaller, 1000, "times"))
    figures.append(Figure("that ratio per option added", larger / smaller, 4, "times"))


def test_size(figures: list[Figure]) -> None:
    models = {n: conflict(n, 2) for n in (14, 16, 18, 20)}
    works = [partial(analyse_anew, model) for model in models.values()]
    times = dict(zip(models, cpu_times(*works, rounds=9), strict=True))
    figures.append(Figure("2 decision makers, 2^20 states", times[20], 0.25, "s", most=True))
    for n in (16, 18, 20):
        what = f"2 more options, from 2^{n - 2} to 2^{n} states"
        figures.append(Figure(what, times[n] / times[n - 2], 5, "times the time", most=True))
    tracemalloc.start()
    analyse_anew(models[20])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    figures.append(
        Figure("peak memory beyond the input, 2^20 states", peak / (1 << 20), 40, "bytes a state", most=True)
    )


def test_complications(figures: list[Figure]) -> None:
    model = conflict(16, 4, barred=0.3, one_way=4)
    [taken] = cpu_times(partial(analyse_anew, model), rounds=7)
    what = "4 decision makers, 30 % of 2^16 states impossible, every 4th option one-way"
    figures.append(Figure(what, taken, 0.3, "s", most=True))


@pytest.mark.parametrize("k", [5, 7, 9])
def test_the_worst_case(figures: list[Figure], k: int) -> None:
    climb = staircase(k)
    stair, plain = cpu_times(partial(analyse_anew, climb), partial(analyse_anew, shuffled(climb)), rounds=5)
    what = f"a stair of 2^{k + 2} of 2^{2 * k + 1} states, against random ones"
    figures.append(Figure(what, stair / plain, 10, "times the time", most=True))
