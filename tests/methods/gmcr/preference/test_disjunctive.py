"""Disjunctive form: true exactly where the statement is, and as short as it can easily be."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.preference.disjunctive import MAX_TERMS, Term, TooManyTermsError, disjunctive
from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern
from detente.methods.gmcr.preference.state_sets import holds
from detente.methods.gmcr.preference.statements import parse

OPTIONS = ("a", "b", "c", "d")
LEAVES = st.sampled_from(OPTIONS).map(Name) | st.text("YN-", min_size=4, max_size=4).map(Pattern)


def _joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    pairs = st.tuples(inner, inner)
    return (
        inner.map(Not)
        | several.map(And)
        | several.map(Or)
        | pairs.map(lambda p: Implies(*p))
        | pairs.map(lambda p: Iff(*p))
    )


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(LEAVES, _joined, max_leaves=8)


def true_in(term: Term, state: int) -> bool:
    """Whether every option stands as a term says; option ``k`` of four is bit ``3 - k`` of a state."""
    return all(bool(state >> (3 - k) & 1) == taken for k, taken in term.literals())


@given(EXPRESSIONS)
def test_a_statement_is_true_where_one_of_its_terms_is(expression: Expression) -> None:
    terms = disjunctive(expression, OPTIONS)

    for state in range(16):
        assert any(true_in(term, state) for term in terms) == holds(expression, OPTIONS, state=state)


@given(EXPRESSIONS)
def test_no_term_contradicts_itself_or_is_part_of_another(expression: Expression) -> None:
    terms = disjunctive(expression, OPTIONS)

    assert all(not term.taken & term.dropped for term in terms)
    for one, other in combinations(terms, 2):
        a, b = set(one.literals()), set(other.literals())
        assert not a <= b
        assert not b <= a


FORMS = [
    ("a", [[(0, True)]]),
    ("a if b", [[(0, True)], [(1, False)]]),
    ("not (a and not b)", [[(0, False)], [(1, True)]]),
    ("a iff b", [[(0, False), (1, False)], [(0, True), (1, True)]]),
    ("{Y-N-}", [[(0, True), (2, False)]]),
    ("a and not a", []),
    ("{----}", [[]]),
    ("a or a and b", [[(0, True)]]),
]


@pytest.mark.parametrize(("text", "terms"), FORMS, ids=[text for text, _ in FORMS])
def test_forms_by_hand(text: str, terms: list[list[tuple[int, bool]]]) -> None:
    assert [term.literals() for term in disjunctive(parse(text), OPTIONS)] == terms


def test_a_statement_that_explodes_is_refused() -> None:
    names = [f"o{k}" for k in range(26)]
    pairs = zip(names[::2], names[1::2], strict=True)
    expression = And(tuple(Or((Name(a), Name(b))) for a, b in pairs))

    assert MAX_TERMS < 2**13
    with pytest.raises(TooManyTermsError):
        disjunctive(expression, names)
    assert len(disjunctive(Not(expression), names)) == 13
