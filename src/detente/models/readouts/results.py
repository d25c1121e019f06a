"""What comparing two texts finds: these fields, in this order, are the JSON."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.findings import Result

Span = tuple[int, int]


class Effect(StrEnum):
    """What the second wording does to the first, by the words that bind or soften."""

    HARDENS = "hardens"
    SOFTENS = "softens"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike two texts are.

    Attributes
    ----------
    jaccard
        Of all sequences of five characters in either text, the share that stands in both [0..1].
    containment
        Of A's sequences of three words, the share that stands in B, too [0..1].
    containment_of_b
        Of B's sequences of three words, the share that stands in A, too [0..1].
    """

    jaccard: float
    containment: float
    containment_of_b: float


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that both texts have.

    Attributes
    ----------
    a, b
        Where it stands in each: from which character up to, and without, which; counted from 0.
    text
        The sentence, as A has it; B may have other spaces, quotation marks or dashes.
    """

    a: Span
    b: Span
    text: str


@dataclass(frozen=True, slots=True)
class Differing:
    """What only one of two sentences has.

    Attributes
    ----------
    a, b
        The words that only A has, and those that only B has, as they are written.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.a or self.b)


@dataclass(frozen=True, slots=True)
class Hedges:
    """The words that bind or soften which only one of two sentences has.

    Attributes
    ----------
    a, b
        Those that only A has, and those that only B has, as they are written.
    effect
        Whether B hardens or softens what A says; unclear where the words balance, or one of the two is negated;
        ``null`` where no such words differ.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    effect: Effect | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that both texts have, in other words.

    Attributes
    ----------
    a, b
        Where it stands in each, as in ``shared``.
    text_a, text_b
        The sentence as each has it.
    numbers
        The numbers that only one has, in figures or in English words.
    names
        The words with a capital that only one has; at the head of a sentence only those that have one elsewhere, too.
    hedges
        The English words that bind or soften which only one has.
    """

    a: Span
    b: Span
    text_a: str
    text_b: str
    numbers: Differing
    names: Differing
    hedges: Hedges


@dataclass(frozen=True, slots=True)
class Alone:
    """A sentence that only one text has.

    Attributes
    ----------
    span
        Where it stands, as in ``shared``.
    text
        The sentence.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Comparison(Result):
    """What two texts, A and B, say together and each alone; every sentence of either stands in one list.

    Attributes
    ----------
    similarity
        How alike they are.
    hedges_read_in
        The language whose words are read for numbers in words and for what binds or softens; ``null`` for none.
    shared, changed
        The sentences of both, in the order of A.
    only_a, only_b
        The sentences of one, in its order.
    """

    similarity: Similarity
    hedges_read_in: str | None
    shared: tuple[Shared, ...]
    changed: tuple[Changed, ...]
    only_a: tuple[Alone, ...]
    only_b: tuple[Alone, ...]

    @property
    def sentences_a(self) -> int:
        """How many sentences A has."""
        return len(self.shared) + len(self.changed) + len(self.only_a)

    @property
    def sentences_b(self) -> int:
        """How many sentences B has."""
        return len(self.shared) + len(self.changed) + len(self.only_b)
