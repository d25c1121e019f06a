"""The statement language: what it reads, and what it says when it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern
from detente.methods.gmcr.preference.parser import MAX_WORDS
from detente.methods.gmcr.preference.statements import MAX_DEPTH, StatementError, names, parse

A, B, C, D = (Name(letter) for letter in "abcd")

READINGS = [
    ("a", A),
    ("sign-the-treaty-2", Name("sign-the-treaty-2")),
    ("android and orange or notary", Or((And((Name("android"), Name("orange"))), Name("notary")))),
    ("not a and b", And((Not(A), B))),
    ("not (a and b)", Not(And((A, B)))),
    ("not not a", Not(Not(A))),
    ("a or b and c", Or((A, And((B, C))))),
    ("a and b and c", And((A, B, C))),
    ("(a and b) and c", And((And((A, B)), C))),
    ("a or b or c", Or((A, B, C))),
    ("a if b", Implies(B, A)),
    ("not a if b or c", Implies(Or((B, C)), Not(A))),
    ("a implies b or c", Implies(A, Or((B, C)))),
    ("a implies b implies c", Implies(A, Implies(B, C))),
    ("a if b if c", Implies(C, Implies(B, A))),
    ("a implies b implies c implies d", Implies(A, Implies(B, Implies(C, D)))),
    ("a if b if c if d", Implies(D, Implies(C, Implies(B, A)))),
    ("a iff b implies c", Iff(A, Implies(B, C))),
    ("a if b iff c", Iff(Implies(B, A), C)),
    ("a iff b iff c", Iff(Iff(A, B), C)),
    ("(a if b) implies c", Implies(Implies(B, A), C)),
    ("sign@north and a", And((Name("sign@north"), A))),
    ("{Y-N}", Pattern("Y-N")),
    ("not {Y--} or a", Or((Not(Pattern("Y--")), A))),
    ("  a\n and\tb ", And((A, B))),
    ("(((a)))", A),
]


@pytest.mark.parametrize(("text", "expression"), READINGS, ids=[text for text, _ in READINGS])
def test_a_statement_is_read(text: str, expression: Expression) -> None:
    assert parse(text) == expression


COMPLAINTS = [
    ("", 0, "empty"),
    ("  \n ", 0, "empty"),
    ("a and", 5, "expected an option or '(' after 'and', but the statement ends"),
    ("and a", 0, "expected an option or '(' at the start, not 'and'"),
    ("a and or b", 6, "expected an option or '(' after 'and', not 'or'"),
    ("a and ()", 7, "expected an option or '(' after '(', not ')'"),
    ("a b", 2, "expected 'and', 'or', 'if', 'implies' or 'iff' between 'a' and 'b'"),
    ("{Y} not b", 4, "between '{Y}' and 'not'"),
    ("a (b)", 2, "between 'a' and '('"),
    ("(a or (b)", 0, "this '(' is not closed: add ')'"),
    ("((a or b)", 0, "this '(' is not closed"),
    ("a or b)", 6, "this ')' closes nothing"),
    ("a if b implies c", 7, "put parentheses around one of them"),
    ("a implies b if c", 12, "put parentheses around one of them"),
    ("a and B", 6, "'B': ids and words are written in small letters"),
    ("a AND b", 2, "'AND': ids and words are written in small letters"),
    ("a_sign", 1, "'_' cannot stand in an id: only a-z, 0-9 and '-' can"),
    ("a and sign@ or b", 10, "'@' stands between a joint act and who consents to it: 'sign@north'"),
    ("sign@north@south", 10, "'@' stands between"),
    ("a and 2b", 6, "'2' does not belong here: an id starts with a-z"),
    ("a and -b", 6, "'-' does not belong here"),
    ("a and é", 6, "'é' does not belong here"),
    ("!a", 0, "write 'not' instead of '!'"),
    ("a & b", 2, "write 'and' instead of '&'"),
    ("a || b", 2, "write 'or' instead of '|'"),
    ("{Y-x}", 3, "a pattern holds only Y, N and '-', not 'x'"),
    ("a or {Y-", 5, "this pattern is not closed: add '}'"),
]


@pytest.mark.parametrize(("text", "offset", "message"), COMPLAINTS, ids=[text for text, *_ in COMPLAINTS])
def test_an_error_points_at_the_character_and_says_what_to_do(text: str, offset: int, message: str) -> None:
    with pytest.raises(StatementError) as caught:
        parse(text)

    assert message in caught.value.message
    assert caught.value.offset == offset
    assert str(caught.value) == f"{caught.value.message} (at character {offset})"


def test_names_come_with_their_places_in_the_order_of_the_text() -> None:
    assert list(names(parse("b if (a-1 and not b) or {Y}"))) == [("b", 0), ("a-1", 6), ("b", 18)]


@pytest.mark.parametrize("text", ["(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH, " and ".join(["a"] * 5000)])
def test_long_statements_are_read(text: str) -> None:
    assert {name for name, _ in names(parse(text))} == {"a"}


@pytest.mark.parametrize(
    "text",
    [
        "not " * 5000 + "a",
        " implies ".join(["a"] * 5000),
        " if ".join(["a"] * 5000),
        " iff ".join(["a"] * 5000),
        "(" * 5000 + "a" + ")" * 5000,
        "not (" * 5000 + "a" + ")" * 5000,
        "(" * 5000,
        "(a and " * 5000 + "a" + ")" * 5000,
    ],
    ids=["not", "implies", "if", "iff", "parentheses", "not-parentheses", "open", "and-parentheses"],
)
def test_statements_too_deep_to_mean_anything_are_refused(text: str) -> None:
    with pytest.raises(StatementError):
        parse(text)


def test_the_depth_limit_is_exact() -> None:
    assert repr(parse("not " * MAX_DEPTH + "a"))
    with pytest.raises(StatementError, match=f"nested more than {MAX_DEPTH} deep"):
        parse("not " * (MAX_DEPTH + 1) + "a")


def test_the_length_limit_is_exact() -> None:
    assert repr(parse(" or ".join(["a"] * (MAX_WORDS // 2))))
    with pytest.raises(StatementError, match="more than 20,000 words: split the statement in several") as long:
        parse(" or ".join(["a"] * 500_000))
    assert long.value.offset == 5 * MAX_WORDS // 2  # "a or " is two words and five characters


WORDS = ["a", "b-1", "{Y-}", "{", "(", ")", "not", "and", "or", "if", "implies", "iff", "A", "!", "\n", "é", "-"]


FRAGMENTS = st.lists(st.sampled_from(WORDS))


def complaint(text: str) -> StatementError | None:
    """Return what is wrong with a text, if anything; no other exception may come out."""
    try:
        parse(text)
    except StatementError as error:
        return error
    return None


@given(st.one_of(st.text(), FRAGMENTS.map(" ".join), FRAGMENTS.map("".join)))
def test_any_text_is_read_or_refused_at_one_of_its_characters(text: str) -> None:
    error = complaint(text)

    if error is None:
        assert all(text[offset:].startswith(name) for name, offset in names(parse(text)))
    else:
        assert 0 <= error.offset <= len(text)
        assert "Token" not in error.message
