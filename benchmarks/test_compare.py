"""How long two readouts of 50,000 words take to compare, much longer than any: CPU time."""

from __future__ import annotations

import random

import pytest
from benchmarks.figures import Figure, cpu_times

from detente.models.readouts.comparison import compare
from detente.models.readouts.lexicon import english

WORDS = 50_000
SENTENCE = 20
KEPT, REWORDED = 0.4, 0.4
"""What share of the sentences of the first text stands in the second as it is, and what share in other words."""


def vocabulary(draw: random.Random) -> list[str]:
    """Return 8,000 invented words of 2 to 9 letters, and those that bind or soften."""
    letters = "aaeeiioutrnslhdm"
    lexicon = english()
    single = [word for word in sorted(lexicon.binds | lexicon.softens) if " " not in word]
    found = single + ["".join(draw.choices(letters, k=draw.randint(2, 9))) for _ in range(8000)]
    draw.shuffle(found)
    return found


def sentence(draw: random.Random, words: list[str]) -> list[str]:
    """Return a sentence in which few words are frequent and many are rare, as in any language."""
    return [words[min(len(words), int(draw.paretovariate(0.6))) - 1] for _ in range(SENTENCE)]


def texts(*, formula: bool) -> tuple[str, str]:
    """Return two texts of 50,000 words each; with a ``formula`` every sentence begins with the same half."""
    draw = random.Random(16)  # noqa: S311 - the same texts in every run
    words = vocabulary(draw)
    first = [sentence(draw, words) for _ in range(WORDS // SENTENCE)]
    if formula:
        first = [first[0][: SENTENCE // 2] + each[SENTENCE // 2 :] for each in first]
    second = []
    for each in first:
        chance = draw.random()
        other = each if chance < KEPT + REWORDED else sentence(draw, words)
        changed = {draw.randrange(SENTENCE) for _ in range(5)} if KEPT <= chance < KEPT + REWORDED else set()
        second.append([draw.choice(words) if k in changed else word for k, word in enumerate(other)])
    draw.shuffle(second)
    return _written(first), _written(second)


def _written(sentences: list[list[str]]) -> str:
    return "\n".join(f"{' '.join(each).capitalize()}." for each in sentences)


@pytest.mark.parametrize("formula", [False, True], ids=["", "formula"])
def test_two_long_readouts(figures: list[Figure], *, formula: bool) -> None:
    first, second = texts(formula=formula)
    found = compare(first, second, english())
    assert 0.3 * found.sentences_a < len(found.changed)

    (took,) = cpu_times(lambda: compare(first, second, english()), rounds=5)

    alike = ", all sentences half alike" if formula else ""
    figures.append(Figure(f"two readouts of 50,000 words compared{alike}", took, 2.0, "s", most=True))
