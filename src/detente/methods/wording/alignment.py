"""Which sentences of two texts belong together: the same in both, or one changed into the other.

Two sentences are the same where their texts are, but for typography. Of the others, two belong together where they are
alike enough: the similarity is 2 *m* / (*p* + *q*) with *p* and *q* words, of which *m* stand in both in the same order
(the longest common subsequence). The most similar pair is taken first, whatever the places of its sentences, for
readouts tell one thing in different orders; of equals the pair that stands at the most similar places of what is left.
So it does not matter which text comes first.
"""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.wording.words import plain, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import numpy.typing as npt

LEAST = 0.5
"""How similar two sentences are at least of which one is taken for the other, changed."""

MOST_PAIRS = 10_000_000
"""Of more pairs only those at similar places are looked at, so that time and memory have bounds."""

_ROWS = 256
_SURROGATES = range(0xD800, 0xE000)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The sentences of two texts that belong together, by their numbers in each, counted from 0.

    Attributes
    ----------
    same
        Those that both have, in the order of the first text.
    changed
        Those of which one is the other, changed; in the order of the first text.
    """

    same: tuple[Pair, ...]
    changed: tuple[Pair, ...]


def align(first: Sequence[str], second: Sequence[str]) -> Alignment:
    """Return which sentences of two texts belong together; each has a partner at most.

    Parameters
    ----------
    first, second
        The sentences of each text, in order.
    """
    same = _same(first, second)
    rest = _without(first, (i for i, _ in same)), _without(second, (j for _, j in same))
    changed = _most_similar(first, second, rest) if all(rest) else []
    return Alignment(tuple(same), tuple(sorted(changed)))


def _same(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    """Return the sentences that both texts have, the earliest of each with the earliest."""
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for j, sentence in enumerate(second):
        places[plain(sentence)].append(j)
    alike = ((i, places[plain(sentence)]) for i, sentence in enumerate(first))
    return [(i, there.popleft()) for i, there in alike if there]


def _without(sentences: Sequence[str], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [k for k in range(len(sentences)) if k not in gone]


def _most_similar(first: Sequence[str], second: Sequence[str], rest: tuple[list[int], list[int]]) -> list[Pair]:
    import numpy as np

    rows, columns = rest
    code = _Code()
    scores, pairs = _similar([code.of(first[i]) for i in rows], [code.of(second[j]) for j in columns])
    along, across = pairs[0] * len(columns), pairs[1] * len(rows)  # how far each stands in its own list, on one scale
    order = np.lexsort((along + across, abs(along - across), -scores))
    free_rows, free_columns = set(range(len(rows))), set(range(len(columns)))
    found: list[Pair] = []
    for i, j in pairs[:, order].T.tolist():
        if i in free_rows and j in free_columns:
            found.append((rows[i], columns[j]))
            free_rows.remove(i)
            free_columns.remove(j)
    return found


def _similar(first: list[str], second: list[str]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """Return the similarities of pairs that are alike enough, and their rows and columns [shapes (k,), (2, k)]."""
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    every = len(first) * len(second)
    reach = min(every, MOST_PAIRS)  # of a distance that is ``every`` from the head of one list to the end of the other
    scores: list[npt.NDArray[np.float32]] = []
    pairs: list[npt.NDArray[np.int64]] = []
    for begin in range(0, len(first), _ROWS):
        block = first[begin : begin + _ROWS]
        left = max(0, (begin * len(second) - reach) // len(first))
        right = ((begin + len(block)) * len(second) + reach) // len(first) + 1
        found = cdist(
            block, second[left:right], scorer=Indel.normalized_similarity, score_cutoff=LEAST, dtype=np.float32
        )
        i, j = np.nonzero(found >= LEAST)
        near = abs((i + begin) * len(second) - (j + left) * len(first)) <= reach
        scores.append(found[i, j][near])
        pairs.append(np.array([i + begin, j + left])[:, near])
    return np.concatenate(scores), np.concatenate(pairs, axis=1)


class _Code:
    """Words as single characters, each its own, so that words are compared as fast as letters."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, sentence: str) -> str:
        """Return a sentence with one character for each word."""
        return "".join(map(self._character, spoken(sentence)))

    def _character(self, word: str) -> str:
        if word not in self._known:
            number = len(self._known) + 1
            self._known[word] = chr(number if number < _SURROGATES.start else number + len(_SURROGATES))
        return self._known[word]
