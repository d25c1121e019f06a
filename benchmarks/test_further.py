"""How long the further concepts take for one decision maker, CPU time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.registry import further_concept

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.mark.parametrize(("key", "n"), [("l3", 16), ("l3", 20), ("nm", 16), ("nm", 20), ("sim", 12), ("sim", 16)])
def test_a_further_concept(benchmark: BenchmarkFixture, key: str, n: int) -> None:
    """Two decision makers who like no two states equally, each with half of the options."""
    rng = np.random.default_rng(1)
    payoffs = np.array([rng.permutation(1 << n) for _ in range(2)], dtype=np.int32)
    owners = (0,) * (n // 2) + (1,) * (n // 2)
    conflict = OptionForm(owners, (Direction.BOTH,) * n, np.ones(1 << n, dtype=np.bool_), payoffs)
    concept = further_concept(key)
    assert concept is not None
    benchmark(concept.stable, conflict, 0)
