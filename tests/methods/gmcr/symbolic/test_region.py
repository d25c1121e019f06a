"""What can be said of a set without listing it is what its list says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.preference.expressions import Name, Not, Or, Pattern, StatementError
from detente.methods.gmcr.states import state_index, state_name
from detente.methods.gmcr.symbolic.diagram import Diagram
from detente.methods.gmcr.symbolic.order import close_together
from detente.methods.gmcr.symbolic.region import Region

N = 6
OPTIONS = tuple(f"o{k}" for k in range(N))


def region(states: set[int], groups: list[set[int]] | None = None) -> Region:
    """Return a set of states of six options; groups shuffle the order of the variables."""
    diagram = Diagram(OPTIONS, extra=2, groups=groups or [])
    return Region(diagram, diagram.of(Or(tuple(Pattern(state_name(s, N)) for s in sorted(states)))))


some_states = st.integers(0, 1 << 32).flatmap(
    lambda seed: st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]).map(
        lambda share: set(np.flatnonzero(np.random.default_rng(seed).random(1 << N) < share).tolist())
    )
)
some_groups = st.lists(st.sets(st.integers(0, N + 1), min_size=1), max_size=4)


@given(some_states, some_groups)
def test_counts_members_and_projections(states: set[int], groups: list[set[int]]) -> None:
    found = region(states, groups)

    assert found.count == len(states)
    assert {s for s in range(1 << N) if found.holds(s)} == states
    assert found.first(1 << N) == sorted(states)
    assert found.first(3) == sorted(states)[:3]
    assert found.taken() == [sum(state_name(s, N)[k] == "Y" for s in states) for k in range(N)]


@given(some_states, some_groups)
def test_cubes_are_disjoint_and_cover_the_set(states: set[int], groups: list[set[int]]) -> None:
    cubes = region(states, groups).cubes(1 << N)
    matched = [s for cube in cubes for s in range(1 << N) if matches(cube, state_name(s, N))]

    assert sorted(matched) == sorted(states)
    assert [cube.count("-") for cube in cubes] == sorted((cube.count("-") for cube in cubes), reverse=True)
    assert region(states, groups).cubes(2) == cubes[:2]


def matches(cube: str, name: str) -> bool:
    return all(mark in ("-", letter) for mark, letter in zip(cube, name, strict=True))


@given(some_states, some_states)
def test_one_set_within_another(some: set[int], more: set[int]) -> None:
    diagram = Diagram(OPTIONS)

    def of(states: set[int]) -> Region:
        return Region(diagram, diagram.of(Or(tuple(Pattern(state_name(s, N)) for s in sorted(states)))))

    assert of(some).within(of(more)) == (some <= more)


def test_counts_are_exact_beyond_what_a_float_can_tell() -> None:
    diagram = Diagram([f"o{k}" for k in range(80)])
    found = Region(diagram, diagram.of(Not(Pattern("Y" * 80))))

    assert found.count == (1 << 80) - 1
    assert found.first(2) == [0, 1]
    assert not found.holds(state_index("Y" * 80))
    assert found.cubes(1) == ["N" + "-" * 79]


@pytest.mark.parametrize("expression", [Name("o9", 3), Pattern("YN", 3)])
def test_a_condition_that_does_not_fit_is_refused(expression: Name | Pattern) -> None:
    with pytest.raises(StatementError, match="at character 3"):
        Diagram(OPTIONS).of(expression)


def test_what_belongs_together_lies_together() -> None:
    pairs = [{k, k + 10} for k in range(10)]
    order = close_together(20, pairs)

    assert sorted(order) == list(range(20))
    assert all(abs(order.index(k) - order.index(k + 10)) == 1 for k in range(10))
    assert close_together(3, []) == [0, 1, 2]


def test_groups_that_lie_crosswise_are_brought_together() -> None:
    order = close_together(20, [{k, 19 - k} for k in range(10)])
    assert all(abs(order.index(k) - order.index(19 - k)) == 1 for k in range(10))
