"""A comparison in words, the same wherever it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.models.readouts.results import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.models.readouts.results import Changed, Comparison

Names = tuple[str, str]
"""What A and B are called."""


def counts(found: Comparison, names: Names) -> str:
    """Return how many sentences are in both texts, in both in other words, and in one only."""
    a, b = names
    return (
        f"Of {_sentences(found.sentences_a)} in {a} and {_sentences(found.sentences_b)} in {b}, "
        f"{len(found.shared)} {_are(len(found.shared))} in both, {len(found.changed)} in other words, "
        f"{len(found.only_a)} in {a} only and {len(found.only_b)} in {b} only."
    )


def likeness(found: Comparison, names: Names) -> str:
    """Return how alike two texts are."""
    alike, (a, b) = found.similarity, names
    return (
        f"Alike: {_percent(alike.jaccard)} of all sequences of five characters are in both. Of the sequences of three "
        f"words in {a}, {_percent(alike.containment)} are in {b}; of those in {b}, "
        f"{_percent(alike.containment_of_b)} in {a}."
    )


def differences(found: Changed) -> Iterator[str]:
    """Yield what differs between two wordings in words that matter, from the first to the second, a line a kind."""
    hedges = found.hedges
    if hedges.effect is not None:
        head = "words that bind or soften" if hedges.effect is Effect.UNCLEAR else str(hedges.effect)
        yield f"{head}: {_quoted(hedges.a)} → {_quoted(hedges.b)}"
    for kind, differing in (("numbers", found.numbers), ("names", found.names)):
        if differing:
            yield f"{kind}: {_quoted(differing.a)} → {_quoted(differing.b)}"


def languages(found: Comparison) -> str:
    """Return which languages are read for words that bind or soften."""
    if found.hedges_read_in is None:
        return "Words that bind or soften, and numbers in words, are read in English only, so not here."
    return "Words that bind or soften, and numbers in words, are read in English only; names where they have capitals."


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"


def _sentences(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _percent(share: float) -> str:
    """Return a share in whole percent; 0 and 100 only where it is just that."""
    return f"{round(100 * share) if share in (0.0, 1.0) else min(99, max(1, round(100 * share)))} %"
