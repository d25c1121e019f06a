"""Similarity against sets made letter by letter and word by word, and against small texts counted by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.wording.shingles import containment, jaccard, letter_shingles, word_shingles

TEXTS = st.lists(st.sampled_from(["the", "road", "is", "open", "Closed", "today"]), min_size=1, max_size=12).map(
    " ".join
)


def brute(tokens: str | list[str], size: int) -> list[str | list[str]]:
    """Return the different runs of tokens in a list, compared one by one."""
    found: list[str | list[str]] = []
    for k in range(len(tokens)):
        run = tokens[k : k + size]
        if (len(run) == size or k == 0) and run not in found:
            found.append(run)
    return found


def shares(first: list[str | list[str]], second: list[str | list[str]]) -> tuple[float, float]:
    """Return Jaccard similarity and containment of the first in the second."""
    both = sum(run in second for run in first)
    every = len(first) + sum(run not in first for run in second)
    return float(Fraction(both, every)), float(Fraction(both, len(first)))


@given(TEXTS, TEXTS)
def test_the_shares_are_those_of_a_search_by_hand(first: str, second: str) -> None:
    a, b = first.lower(), second.lower()

    assert jaccard(letter_shingles(first), letter_shingles(second)) == shares(brute(a, 5), brute(b, 5))[0]
    expected = shares(brute(a.split(), 3), brute(b.split(), 3))[1]
    assert containment(word_shingles(first), word_shingles(second)) == expected


@given(TEXTS, TEXTS)
def test_jaccard_does_not_ask_which_comes_first(first: str, second: str) -> None:
    a, b = letter_shingles(first), letter_shingles(second)

    assert jaccard(a, b) == jaccard(b, a)
    assert jaccard(a, a) == 1.0


@pytest.mark.parametrize(
    ("first", "second", "alike", "contained", "reverse"),
    [
        ("abcdef", "abcdeg", 1 / 3, 0.0, 0.0),  # abcde; bcdef and bcdeg
        ("We shall meet", "we shall meet", 1.0, 1.0, 1.0),
        ("we shall meet", "today we shall meet again", 9 / 21, 1.0, 1 / 3),
        ("no", "yes", 0.0, 0.0, 0.0),
    ],
)
def test_texts_counted_by_hand(first: str, second: str, alike: float, contained: float, reverse: float) -> None:
    assert jaccard(letter_shingles(first), letter_shingles(second)) == pytest.approx(alike)
    assert containment(word_shingles(first), word_shingles(second)) == contained
    assert containment(word_shingles(second), word_shingles(first)) == pytest.approx(reverse)


def test_nothing_is_in_everything() -> None:
    assert jaccard(letter_shingles(""), letter_shingles("")) == 1.0
    assert jaccard(letter_shingles(""), letter_shingles("some words")) == 0.0
    assert containment(word_shingles(""), word_shingles("some words")) == 1.0
