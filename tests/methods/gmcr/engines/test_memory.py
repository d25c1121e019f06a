"""How much memory an analysis needs, which is the same every time."""

from __future__ import annotations

import tracemalloc

import numpy as np

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse


def test_a_million_states_need_at_most_40_bytes_each() -> None:
    """Ten of them are the answer itself: five concepts, two decision makers, a truth value each."""
    n = 20
    payoffs = np.random.default_rng(1).integers(0, 1 << n, (2, 1 << n), dtype=np.int32)
    conflict = OptionForm((0,) * 10 + (1,) * 10, (Direction.BOTH,) * n, np.ones(1 << n, dtype=np.bool_), payoffs)
    tracemalloc.start()
    analyse(conflict)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak <= 40 * (1 << n)
