"""Clauses of conditions on the region: they hold exactly where the condition does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or
from detente.methods.gmcr.preference.statements import parse
from detente.models.system.clauses import TooManyClausesError, can_hold, clauses_of

STATES = {"a": ("x", "y", "z"), "b": ("x", "y"), "c": ("x", "y", "z")}
WORLDS = [dict(zip(STATES, each, strict=True)) for each in product(*STATES.values())]


def holds(expression: Expression, world: Mapping[str, str]) -> bool:
    """Return whether a condition is true where each descriptor is in one state, by the meaning of its words."""
    match expression:
        case Name(id=name):
            descriptor, _, state = name.partition(" is ")
            return world[descriptor] == state
        case Not(part):
            return not holds(part, world)
        case And(several):
            return all(holds(part, world) for part in several)
        case Or(several):
            return any(holds(part, world) for part in several)
        case Implies(reason, result):
            return not holds(reason, world) or holds(result, world)
        case Iff(left, right):
            return holds(left, world) is holds(right, world)
        case _:
            raise AssertionError(expression)


ATOMS = st.sampled_from([Name(f"{name} is {state}") for name, own in STATES.items() for state in own])
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.builds(Not, part),
        st.builds(lambda one, other: And((one, other)), part, part),
        st.builds(lambda one, other: Or((one, other)), part, part),
        st.builds(Implies, part, part),
        st.builds(Iff, part, part),
    ),
    max_leaves=8,
)


@given(EXPRESSIONS)
def test_clauses_hold_where_the_condition_does(expression: Expression) -> None:
    clauses = clauses_of(expression, STATES)
    for world in WORLDS:
        met = all(any(world[name] == state for name, state in clause) for clause in clauses)
        assert met is holds(expression, world)


@given(EXPRESSIONS, st.lists(st.sampled_from(["ax", "ay", "bx", "cz"]), unique=True))
def test_what_can_hold_is_found(expression: Expression, closed: list[str]) -> None:
    """Against every world one by one."""
    possible = {name: [state for state in own if name + state not in closed] for name, own in STATES.items()}
    worlds = [world for world in WORLDS if all(state in possible[name] for name, state in world.items())]
    found = can_hold(clauses_of(expression, STATES), possible)
    assert found is any(holds(expression, world) for world in worlds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a is x", [{"ax"}]),
        ("not (a is x)", [{"ay", "az"}]),
        ("not (b is x)", [{"by"}]),
        ("a is x or not (b is y)", [{"ax", "bx"}]),
        ("a is x and not (c is z)", [{"ax"}, {"cx", "cy"}]),
        ("a is x or a is y or a is z", []),
        ("b is x and b is y", [{"bx"}, {"by"}]),
        ("a is x and (a is x or b is x)", [{"ax"}]),
    ],
)
def test_a_condition_that_is_not_in_one_state_is_in_another(text: str, expected: list[set[str]]) -> None:
    found = clauses_of(parse(text), STATES)
    assert sorted(sorted(name + state for name, state in clause) for clause in found) == sorted(map(sorted, expected))


def test_what_says_the_same_over_and_over_is_read_at_once() -> None:
    """Each part is looked at once: forty times twice as much would never end."""
    assert clauses_of(parse(" iff ".join(["a is x"] * 40)), STATES) == ()


def test_what_entangles_too_much_is_refused() -> None:
    """Nine of which an odd number holds take a clause for each even choice: 256."""
    many = {f"d{k}": ("x", "y") for k in range(9)}
    with pytest.raises(TooManyClausesError, match="more than 200"):
        clauses_of(parse(" iff ".join(f"{name} is x" for name in many)), many)


def test_a_search_made_to_last_comes_to_an_end() -> None:
    """Thirteen pigeons in twelve holes, no two in one: that this cannot be is not found out in reasonable time."""
    holes = [f"h{k}" for k in range(12)]
    pigeons = {f"p{k}": holes for k in range(13)}
    apart = [
        frozenset({(one, hole) for hole in holes if hole != taken} | {(other, hole) for hole in holes if hole != taken})
        for one in pigeons
        for other in pigeons
        for taken in holes
        if one < other
    ]
    assert can_hold(apart, pigeons)
    assert not can_hold(apart[:12], dict.fromkeys(pigeons, holes[:1]))
