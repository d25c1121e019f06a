"""Shingles: how alike two texts are by the short sequences that they hold.

S(T) is the set of all sequences of *k* tokens that stand in a text T in a row; a text of fewer tokens has one, itself.

- Jaccard similarity, also called resemblance: |S(A) ∩ S(B)| / |S(A) ∪ S(B)|; the same whichever text comes first.
- Containment of A in B: |S(A) ∩ S(B)| / |S(A)|: 1 where all that stands in A stands in B, too, however much more B
  says; so the order matters.

References
----------
Broder1997
"""

from __future__ import annotations

from typing import TypeVar

from detente.methods.wording.words import plain, spoken

LETTERS = 5
"""How many characters a sequence has of which the Jaccard similarity is made."""

WORDS = 3
"""How many words a sequence has by which containment is measured."""

_T = TypeVar("_T", str, tuple[str, ...])


def letter_shingles(text: str) -> frozenset[str]:
    """Return the sequences of five characters of a text, plain and whatever the case of its letters."""
    return _shingles(plain(text).casefold(), LETTERS)


def word_shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the sequences of three words of a text."""
    return _shingles(tuple(spoken(text)), WORDS)


def jaccard(first: frozenset[_T], second: frozenset[_T]) -> float:
    """Return the share of two sets together that is in both [0..1]; 1 of two empty ones."""
    both = len(first & second)
    every = len(first) + len(second) - both
    return both / every if every else 1.0


def containment(part: frozenset[_T], whole: frozenset[_T]) -> float:
    """Return the share of one set that is in another one [0..1]; 1 of an empty one."""
    return len(part & whole) / len(part) if part else 1.0


def _shingles(tokens: _T, size: int) -> frozenset[_T]:
    places = range(max(1, len(tokens) - size + 1)) if tokens else ()
    return frozenset(tokens[k : k + size] for k in places)
