"""What differs between two wordings of a sentence."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.wording.differences import (
    Term,
    differing_words,
    inner_names,
    joined,
    listed,
    names,
    numbers,
    only,
)

SENTENCES = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8).map(" ".join)


def texts(sentence: str, terms: list[Term]) -> list[str]:
    return [sentence[term.place[0] : term.place[1]] for term in terms]


def test_differing_words_are_told_in_runs() -> None:
    first, second = "They agreed to open it soon.", "They discussed how to open it."

    a, b = differing_words(first, second)

    assert [first[begin:end] for begin, end in a] == ["agreed", "soon"]
    assert [second[begin:end] for begin, end in b] == ["discussed how"]


@given(SENTENCES, SENTENCES)
def test_what_does_not_differ_is_the_same_and_the_most_that_is(first: str, second: str) -> None:
    a, b = differing_words(first, second)

    kept_a = [word for at, word in enumerate(first.split()) if not any(x <= 2 * at < y for x, y in a)]
    kept_b = [word for at, word in enumerate(second.split()) if not any(x <= 2 * at < y for x, y in b)]
    assert kept_a == kept_b
    matcher = SequenceMatcher(None, first.split(), second.split(), autojunk=False)
    assert len(kept_a) >= sum(block.size for block in matcher.get_matching_blocks())


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("44 men", "40 men", ["44"]),
        ("1,000 men", "1000 men", []),
        ("three men", "3 men", []),
        ("٣ رجال", "3", []),
        ("12.7 km", "12,7 km", ["12.7"]),
        ("5 and 5", "5", ["5"]),
        ("on 13 March 2025", "on 13 March", ["2025"]),
        ("1.000,5", "1.000,5", []),
    ],
)
def test_numbers(first: str, second: str, expected: list[str]) -> None:
    in_words = {"three": "3"}

    assert texts(first, only(numbers(first, in_words), numbers(second, in_words))) == expected


def test_names_at_the_head_count_where_they_have_a_capital_elsewhere() -> None:
    known = inner_names(["Talks in Ferry", "We saw Boro Vesna"])
    first = "Ferry talks with Boro Vesna and Ada Lind"

    assert texts(first, names(first, known.__contains__)) == ["Ferry", "Boro", "Vesna", "Ada", "Lind"]
    assert names("Talks go on", known.__contains__) == []


def test_names_side_by_side_are_one() -> None:
    sentence = "We saw Ada Lind and Boro\nVesna"

    assert joined(sentence, names(sentence, lambda _: False)) == ("Ada Lind", "Boro Vesna")


def test_the_longest_phrase_counts() -> None:
    sentence = "It took  note of this and noted that, noteworthy."

    assert texts(sentence, listed(sentence, {"note", "took note of", "noted"})) == ["took  note of", "noted"]
    assert listed(sentence, ()) == []


def test_a_name_is_no_word_of_a_list() -> None:
    sentence = "May they go in May, they MAY not, as Will will."

    assert texts(sentence, listed(sentence, {"may", "will"})) == ["May", "MAY", "will"]
