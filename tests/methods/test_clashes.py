"""Clashes of demands, against all sets of demands tried one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods import clashes
from detente.methods.clashes import smallest_clash

DEMANDS = st.lists(st.sets(st.integers(0, 4)), min_size=1, max_size=6)


@given(demands=DEMANDS)
def test_the_smallest_clash_is_the_smallest_of_all(demands: list[set[int]]) -> None:
    def fit(some: Sequence[int]) -> bool:
        return bool(set(range(5)).intersection(*(demands[k] for k in some)))

    clashing = [
        some for size in range(len(demands) + 1) for some in combinations(range(len(demands)), size) if not fit(some)
    ]
    if clashing:
        assert smallest_clash(len(demands), fit) == clashing[0]


@given(demands=DEMANDS)
def test_of_very_many_demands_none_of_those_found_can_be_left_out(
    demands: list[set[int]], monkeypatch_module: pytest.MonkeyPatch
) -> None:
    monkeypatch_module.setattr(clashes, "MOST_TRIED", 0)

    def fit(some: Sequence[int]) -> bool:
        return bool(set(range(5)).intersection(*(demands[k] for k in some)))

    if not fit(range(len(demands))):
        found = smallest_clash(len(demands), fit)
        assert not fit(found)
        assert all(fit([other for other in found if other != each]) for each in found)


@pytest.fixture(scope="module")
def monkeypatch_module() -> pytest.MonkeyPatch:
    """Return a patch that stays for all examples."""
    return pytest.MonkeyPatch()
