"""Comparing two texts: sentences are aligned, and what differs between those that belong together is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.methods.wording.alignment import align
from detente.methods.wording.differences import Term, inner_names, joined, listed, names, numbers, only
from detente.methods.wording.sentences import sentences
from detente.methods.wording.shingles import containment, jaccard, letter_shingles, word_shingles
from detente.models.readouts.lexicon import Lexicon
from detente.models.readouts.results import (
    Alone,
    Changed,
    Comparison,
    Differing,
    Effect,
    Hedges,
    Shared,
    Similarity,
    Span,
)


def compare(first: str, second: str, lexicon: Lexicon | None) -> Comparison:
    """Return what two texts say together and each alone.

    Parameters
    ----------
    first, second
        The texts, A and B. Places are counted in their characters (Unicode code points), just as they are given.
    lexicon
        The words that bind or soften in their language; ``None`` where nobody knows them.
    """
    a, b = _Text.of(first), _Text.of(second)
    found = align(a.sentences, b.sentences)
    differences = _Differences(lexicon, inner_names((*a.sentences, *b.sentences)))
    together = (*found.same, *found.changed)
    return Comparison(
        _similarity(first, second),
        lexicon.language if lexicon else None,
        tuple(Shared(a.spans[i], b.spans[j], a.sentences[i]) for i, j in found.same),
        tuple(differences.of((a.spans[i], a.sentences[i]), (b.spans[j], b.sentences[j])) for i, j in found.changed),
        a.without(i for i, _ in together),
        b.without(j for _, j in together),
    )


def _similarity(first: str, second: str) -> Similarity:
    letters, in_words = (letter_shingles(first), letter_shingles(second)), (word_shingles(first), word_shingles(second))
    return Similarity(jaccard(*letters), containment(*in_words), containment(*reversed(in_words)))


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences of a text, and where they stand."""

    spans: tuple[Span, ...]
    sentences: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Text:
        spans = tuple(sentences(text))
        return cls(spans, tuple(text[begin:end] for begin, end in spans))

    def without(self, taken: Iterable[int]) -> tuple[Alone, ...]:
        """Return the sentences that are not among some, by their numbers."""
        gone = set(taken)
        each = zip(self.spans, self.sentences, strict=True)
        return tuple(Alone(span, text) for k, (span, text) in enumerate(each) if k not in gone)


@dataclass(frozen=True, slots=True)
class _Differences:
    """Tells what differs, by the words of a language and the names that stand in the texts."""

    lexicon: Lexicon | None
    known: frozenset[str]

    def of(self, first: tuple[Span, str], second: tuple[Span, str]) -> Changed:
        """Return a sentence in two wordings, each with its place, and what differs."""
        (a, text_a), (b, text_b) = first, second
        counts = self.lexicon.counts if self.lexicon else {}
        return Changed(
            a,
            b,
            text_a,
            text_b,
            _differing(text_a, text_b, numbers(text_a, counts), numbers(text_b, counts)),
            _differing(text_a, text_b, names(text_a, self._is_name), names(text_b, self._is_name)),
            _hedges(text_a, text_b, self.lexicon) if self.lexicon else Hedges((), (), None),
        )

    def _is_name(self, word: str) -> bool:
        return word in self.known


def _differing(text_a: str, text_b: str, in_a: list[Term], in_b: list[Term]) -> Differing:
    return Differing(joined(text_a, only(in_a, in_b)), joined(text_b, only(in_b, in_a)))


def _hedges(text_a: str, text_b: str, lexicon: Lexicon) -> Hedges:
    """Return the words that bind or soften which only one sentence has, and what B does to A by them."""
    every = lexicon.binds | lexicon.softens
    in_a, in_b = listed(text_a, every), listed(text_b, every)
    only_a, only_b = only(in_a, in_b), only(in_b, in_a)
    if not only_a and not only_b:
        return Hedges((), (), None)
    denied_a, denied_b = listed(text_a, lexicon.denies), listed(text_b, lexicon.denies)
    harder = _hardness(only_b, lexicon) - _hardness(only_a, lexicon)
    effect = Effect.HARDENS if harder > 0 else Effect.SOFTENS
    unclear = not harder or len(denied_a) != len(denied_b)
    return Hedges(_texts(text_a, only_a), _texts(text_b, only_b), Effect.UNCLEAR if unclear else effect)


def _hardness(terms: Iterable[Term], lexicon: Lexicon) -> int:
    return sum(1 if term.key in lexicon.binds else -1 for term in terms)


def _texts(sentence: str, terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(" ".join(sentence[term.place[0] : term.place[1]].split()) for term in terms)
