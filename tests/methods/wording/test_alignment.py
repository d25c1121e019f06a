"""Which sentences belong together, against a slow twin, and against the differ of Python's library."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.methods.wording import alignment
from detente.methods.wording.alignment import LEAST, Pair, align

WORDS = ["road", "border", "treaty", "peace", "signed", "opened", "ratified", "talks"]
SENTENCES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), max_size=8)


def common(first: list[str], second: list[str]) -> int:
    """Return the length of the longest common subsequence, as its definition says."""
    if not first or not second:
        return 0
    if first[0] == second[0]:
        return 1 + common(first[1:], second[1:])
    return max(common(first[1:], second), common(first, second[1:]))


def similarity(first: str, second: str) -> float:
    a, b = first.split(), second.split()
    return 2 * common(a, b) / (len(a) + len(b))


def slow(first: list[str], second: list[str]) -> tuple[list[Pair], list[Pair]]:
    """Return what belongs together, one pair after the other."""
    same: list[Pair] = []
    for i, j in product(range(len(first)), range(len(second))):
        if first[i] == second[j] and i not in {a for a, _ in same} and j not in {b for _, b in same}:
            same.append((i, j))
    left = [i for i in range(len(first)) if i not in {a for a, _ in same}]
    right = [j for j in range(len(second)) if j not in {b for _, b in same}]
    n, m = len(left), len(right)
    changed: list[Pair] = []
    while True:
        pairs = [
            (-similarity(first[i], second[j]), abs(p * m - q * n), p * m + q * n, i, j)
            for (p, i), (q, j) in product(enumerate(left), enumerate(right))
            if i not in {a for a, _ in changed} and j not in {b for _, b in changed}
        ]
        likely = [pair for pair in pairs if -pair[0] >= LEAST]
        if not likely:
            return same, sorted(changed)
        changed.append(min(likely)[3:])


@given(SENTENCES, SENTENCES)
def test_the_pairs_are_those_of_the_slow_twin(first: list[str], second: list[str]) -> None:
    found = align(first, second)

    assert (list(found.same), list(found.changed)) == slow(first, second)


@given(SENTENCES, SENTENCES)
def test_it_does_not_matter_which_text_comes_first(first: list[str], second: list[str]) -> None:
    one, other = align(first, second), align(second, first)

    assert sorted((j, i) for i, j in other.same) == sorted(one.same)
    assert sorted((j, i) for i, j in other.changed) == sorted(one.changed)


@given(SENTENCES, SENTENCES)
def test_whatever_another_differ_matches_is_in_both(first: list[str], second: list[str]) -> None:
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()

    assert len(align(first, second).same) >= sum(block.size for block in blocks)


def test_sentences_may_stand_in_another_order() -> None:
    found = align(["The road is open.", "They met in Ferry."], ["They met in Halvor.", "The “road” is open!", "New."])

    assert found.same == ()
    assert found.changed == ((0, 1), (1, 0))


def test_many_sentences_are_looked_for_at_similar_places(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [f"we met {k}" for k in range(600)]
    second = [f"we met {k} again" for k in range(600)]
    moved = second[300:] + second[:300]
    whole, far = align(first, second), align(first, moved)
    monkeypatch.setattr(alignment, "MOST_PAIRS", 6000)

    assert align(first, second) == whole
    assert whole.changed == tuple((k, k) for k in range(600))
    assert far.changed == tuple((k, (k + 300) % 600) for k in range(600))
    assert align(first, moved).changed == tuple((k, k) for k in range(600))


def test_there_may_be_more_words_than_letters_before_the_surrogates() -> None:
    words = [f"w{k}" for k in range(60_000)]
    first = [" ".join(words[k : k + 6]) for k in range(0, 60_000, 6)]
    found = align(first, [f"{sentence} more" for sentence in first])

    assert found.changed == tuple((k, k) for k in range(len(first)))
