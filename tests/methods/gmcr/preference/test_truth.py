"""Truth tables agree with evaluating each state by itself."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern
from detente.methods.gmcr.preference.state_sets import holds, members, state_set
from detente.methods.gmcr.preference.statements import StatementError, parse
from detente.methods.gmcr.preference.truth import truth_table
from detente.methods.gmcr.states import TooManyStatesError, state_name

OPTIONS = ["a", "b", "c", "d", "e", "f", "g", "h"]


def expressions(n: int) -> st.SearchStrategy[Expression]:
    """Statements over the first ``n`` options."""
    marks = st.text("YN-", min_size=n, max_size=n).map(Pattern)
    leaves = st.one_of(marks, st.sampled_from(OPTIONS[:n]).map(Name)) if n else marks

    def branches(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(parts, min_size=1, max_size=4).map(tuple)
        return st.one_of(
            parts.map(Not),
            several.map(And),
            several.map(Or),
            st.builds(Implies, parts, parts),
            st.builds(Iff, parts, parts),
        )

    return st.recursive(leaves, branches, max_leaves=12)


def true_in(expression: Expression, state: str) -> bool:
    """Evaluate a statement on the Y and N of one state, as a reader would."""
    match expression:
        case Name(option):
            return state[OPTIONS.index(option)] == "Y"
        case Pattern(marks):
            return all(mark in ("-", has) for mark, has in zip(marks, state, strict=True))
        case Not(part):
            return not true_in(part, state)
        case And(parts):
            return all(true_in(part, state) for part in parts)
        case Or(parts):
            return any(true_in(part, state) for part in parts)
        case Implies(reason, result):
            return true_in(result, state) if true_in(reason, state) else True
        case Iff(left, right):
            return true_in(left, state) == true_in(right, state)


@given(st.integers(0, 8).flatmap(lambda n: st.tuples(st.just(n), expressions(n))))
def test_a_table_and_a_single_state_equal_the_evaluation_by_hand(drawn: tuple[int, Expression]) -> None:
    n, expression = drawn
    states = ["".join(marks) for marks in product("NY", repeat=n)]
    by_hand = [true_in(expression, state) for state in states]

    assert truth_table(expression, OPTIONS[:n]).tolist() == by_hand
    assert [holds(expression, OPTIONS[:n], state=s) for s in range(1 << n)] == by_hand
    assert list(members(state_set(expression, OPTIONS[:n]))) == [s for s, true in enumerate(by_hand) if true]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a if b", "b implies a"),
        ("a if b", "a or not b"),
        ("a iff b", "(a if b) and (b if a)"),
        ("a iff b iff c", "a iff (b iff c)"),
        ("a implies b implies c", "(a and b) implies c"),
        ("not (a and b)", "not a or not b"),
        ("{Y-N}", "a and not c"),
        ("{---}", "a or not a"),
    ],
)
def test_laws(one: str, other: str) -> None:
    assert np.array_equal(truth_table(parse(one), OPTIONS[:3]), truth_table(parse(other), OPTIONS[:3]))


def test_a_statement_is_true_in_the_states_that_its_pattern_names() -> None:
    options = [f"o{k}" for k in range(12)]
    (state,) = np.flatnonzero(truth_table(parse("{NYNYYNNNYNYY}"), options))

    assert state_name(int(state), 12) == "NYNYYNNNYNYY"


def test_a_single_state_may_have_any_number_of_options() -> None:
    options = [f"o{k}" for k in range(100)]

    assert holds(parse("o0 and not o1 and o99"), options, state=1 << 99 | 1)


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("a and not z", 10, "'z' is not an option; the options are a, b, c"),
        ("a or {YN}", 5, "this pattern has 2 marks for 3 options"),
        ("{YNYN}", 0, "this pattern has 4 marks for 3 options"),
    ],
)
def test_a_statement_that_does_not_fit_the_conflict_is_an_error(text: str, offset: int, message: str) -> None:
    for evaluate in (lambda e: truth_table(e, OPTIONS[:3]), lambda e: holds(e, OPTIONS[:3], state=0)):
        with pytest.raises(StatementError, match=message) as caught:
            evaluate(parse(text))
        assert caught.value.offset == offset


def test_more_options_than_can_be_listed_are_refused() -> None:
    with pytest.raises(TooManyStatesError):
        truth_table(parse("o1"), [f"o{k}" for k in range(25)])
