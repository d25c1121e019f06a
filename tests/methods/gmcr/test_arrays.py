"""Arrays of states against Python's own sets."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.arrays import distinct


@given(st.lists(st.integers(0, 1 << 30)))
def test_distinct_states_are_a_sorted_set(states: list[int]) -> None:
    assert distinct(np.array(states, dtype=np.intp)).tolist() == sorted(set(states))
