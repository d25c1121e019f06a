"""How long the stability of all states takes: all decision makers, all concepts, CPU time.

Run with ``pytest benchmarks``. Every round builds its conflict anew, so sorting the preferences counts.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from benchmarks.boolean_matrices import stability

from detente.methods.gmcr.analysis import analyse
from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.option_form import OptionForm
from detente.methods.gmcr.preferences import from_statements
from detente.methods.gmcr.statements import parse
from detente.methods.gmcr.truth import truth_table

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from detente.methods.gmcr.arrays import Bool

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)


def conflict(n: int, movers: int, *, barred: float = 0.0, one_way: int = 0) -> OptionForm:
    """Build a random conflict; ``one_way`` makes each n-th option take-only."""
    rng = np.random.default_rng(n)
    ways = [Direction.TAKE_ONLY if one_way and k % one_way == 2 else Direction.BOTH for k in range(n)]
    feasible = rng.random(1 << n) >= barred
    payoffs = rng.integers(0, 1 << n, (movers, 1 << n), dtype=np.int32)
    return OptionForm(tuple(k * movers // n for k in range(n)), tuple(ways), feasible, payoffs)


def staircase(k: int) -> OptionForm:
    """Build the worst case: two climbers whose only way up is one step each by turns."""
    x, y = np.divmod(np.arange(1 << 2 * k), 1 << k)
    height = (x + y).astype(np.int32)
    owners = (0,) * k + (1,) * k + (2,)
    payoffs = np.repeat([height, height, -height], 2, axis=1)
    return OptionForm(owners, (Direction.BOTH,) * len(owners), np.repeat((y == x) | (y == x + 1), 2), payoffs)


def matrices(model: OptionForm) -> Bool:
    """Return the moves between every two states [shape (2, S, S)]."""
    size = model.feasible.size
    moves = np.zeros((2, size, size), dtype=np.bool_)
    for i in range(2):
        moves[i][tuple(model.arcs(i).T)] = True
    return moves


def analyse_anew(model: OptionForm) -> None:
    analyse(OptionForm(model.owners, model.directions, model.feasible, model.payoffs))


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
