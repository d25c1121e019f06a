"""How long the smallest changes of preferences toward a state take, under all five concepts: CPU time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.inverse.changes import Changeable, Kind
from detente.methods.gmcr.inverse.search import smallest_changes
from detente.methods.gmcr.preference.preferences import from_statements

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.mark.parametrize(("n", "movers"), [(9, 3), (10, 2), (11, 3), (12, 2), (16, 4), (20, 2)])
def test_toward_a_state(benchmark: BenchmarkFixture, n: int, movers: int) -> None:
    """Eight statements each, about two options at a time; wishes about every option."""
    rng = np.random.default_rng(1)
    states = np.arange(1 << n)
    taken = np.array([states >> bit & 1 == 1 for bit in reversed(range(n))])
    feasible = np.ones(states.size, dtype=np.bool_)
    wishes = np.concatenate([taken, ~taken])
    preferences = []
    for _ in range(movers):
        pairs = (rng.choice(2 * n, 2, replace=False) for _ in range(8))
        truths = np.array([wishes[a] | wishes[b] for a, b in pairs])
        preferences.append(Changeable(Kind.STATEMENTS, truths, wishes, from_statements(list(truths), feasible)))
    owners = tuple(option % movers for option in range(n))
    payoffs = np.array([each.payoff for each in preferences])
    engine = OptionForm(owners, (Direction.BOTH,) * n, feasible, payoffs)
    benchmark(smallest_changes, engine, 5, preferences)
