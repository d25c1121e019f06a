"""Statements that are written read as what they were."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern
from detente.methods.gmcr.preference.state_sets import state_set
from detente.methods.gmcr.preference.statements import MAX_DEPTH, parse
from detente.methods.gmcr.preference.writer import renamed, spelled

OPTIONS = ["a", "b-2", "sign@north", "sign@south", "e"]
A, B, C = (Name(letter) for letter in "abc")


def read(fewest: int = 2) -> st.SearchStrategy[Expression]:
    """Expressions as the reader returns them, or with joints of fewer parts than it ever joins."""
    leaves = st.one_of(st.sampled_from(OPTIONS).map(Name), st.text("YN-", min_size=5, max_size=5).map(Pattern))

    def branches(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        several = st.lists(parts, min_size=fewest, max_size=4).map(tuple)
        return st.one_of(
            parts.map(Not),
            several.map(And),
            several.map(Or),
            st.builds(Implies, parts, parts),
            st.builds(Iff, parts, parts),
        )

    return st.recursive(leaves, branches, max_leaves=15)


@given(read())
@example(parse("not " * MAX_DEPTH + "a"))
@example(parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH))
@example(parse(" iff ".join("a" * (MAX_DEPTH + 1))))
@example(parse(" if ".join("a" * (MAX_DEPTH + 1))))
def test_what_is_written_reads_as_the_same_expression(expression: Expression) -> None:
    assert parse(spelled(expression)) == expression


@given(read(fewest=1))
def test_a_joint_of_one_part_is_written_as_that_part(expression: Expression) -> None:
    assert state_set(parse(spelled(expression)), OPTIONS) == state_set(expression, OPTIONS)


TEXTS = [
    "a and b or c",
    "(a or b) and c",
    "a and (b and c)",
    "(a and b) and c",
    "not a and not (b or c)",
    "not not a",
    "a implies b implies c",
    "(a implies b) implies c",
    "a iff b iff c",
    "a iff (b iff c)",
    "a or b implies c iff {YN-}",
    "sign@north and not sign@south",
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_parenthesis_is_written_that_is_not_needed(text: str) -> None:
    assert spelled(parse(text)) == text


def test_conditions_with_if_are_written_the_other_way_round() -> None:
    assert spelled(parse("a if b if c")) == "c implies b implies a"


@pytest.mark.parametrize("nothing", [And(()), Or(()), Not(Or((A, And(()))))])
def test_no_text_says_always_or_never(nothing: Expression) -> None:
    with pytest.raises(ValueError, match="always or never"):
        spelled(nothing)


def test_a_name_is_replaced_wherever_it_stands() -> None:
    both = And((Name("sign@north"), Name("sign@south")))
    found = renamed(parse("sign or not (a iff sign) if sign"), lambda name: both if name.id == "sign" else name)
    assert found == Implies(both, Or((both, Not(Iff(A, both)))))


@given(read())
def test_names_that_stand_for_themselves_change_nothing(expression: Expression) -> None:
    assert renamed(expression, lambda name: name) == expression
