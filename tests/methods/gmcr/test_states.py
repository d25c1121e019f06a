"""States are numbered as their names sort, N before Y."""

from __future__ import annotations

from itertools import product

import pytest

from detente.methods.gmcr.states import MAX_OPTIONS, TooManyStatesError, state_count, state_index, state_name


@pytest.mark.parametrize("n", range(6))
def test_numbers_follow_the_order_of_the_names(n: int) -> None:
    names = sorted("".join(marks) for marks in product("YN", repeat=n))

    assert [state_name(s, n) for s in range(state_count(n))] == names
    assert [state_index(name) for name in names] == list(range(state_count(n)))


def test_the_examples_of_the_documentation() -> None:
    assert [state_index(name) for name in ("NNN", "NNY", "YNN")] == [0, 1, 4]


@pytest.mark.parametrize(("index", "n"), [(-1, 3), (8, 3), (1, 0)])
def test_numbers_outside_are_refused(index: int, n: int) -> None:
    with pytest.raises(ValueError, match=f"{index} is not a state of {n} options"):
        state_name(index, n)


def test_names_hold_only_y_and_n() -> None:
    with pytest.raises(ValueError, match="'-' is neither Y nor N"):
        state_index("Y-N")


def test_the_size_guard_names_the_limit_and_the_way_out() -> None:
    assert state_count(MAX_OPTIONS) == 1 << 24
    with pytest.raises(TooManyStatesError, match="at most 24 options") as caught:
        state_count(MAX_OPTIONS + 1)

    assert "Leave out options" in str(caught.value)
    assert "graph form" in str(caught.value)
