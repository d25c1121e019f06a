"""What differs between two wordings of a sentence: words, and in particular numbers, names and words of a list."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.methods.wording.words import plain, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from detente.methods.wording.words import Place

_GROUPS = re.compile(r"[0-9]{1,3}(?:[,'][0-9]{3})+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Term:
    """Something said in a sentence.

    Attributes
    ----------
    place
        Where it stands in the sentence.
    key
        What it is compared by.
    """

    place: Place
    key: str


def differing_words(first: str, second: str) -> tuple[list[Place], list[Place]]:
    """Return where each of two sentences has words that the other has not, in the order in which both have theirs."""
    from rapidfuzz.distance import Indel

    places = words(first), words(second)
    keys = [_key(first[begin:end]) for begin, end in places[0]], [_key(second[begin:end]) for begin, end in places[1]]
    found: tuple[list[Place], list[Place]] = ([], [])
    for step in Indel.opcodes(*keys):
        if step.tag == "equal":
            continue
        if step.src_end > step.src_start:
            found[0].append((places[0][step.src_start][0], places[0][step.src_end - 1][1]))
        if step.dest_end > step.dest_start:
            found[1].append((places[1][step.dest_start][0], places[1][step.dest_end - 1][1]))
    return found


def numbers(sentence: str, in_words: Mapping[str, str]) -> list[Term]:
    """Return the numbers of a sentence.

    Parameters
    ----------
    in_words
        By word, the number that it is: ``{"three": "3"}``.
    """
    found: list[Term] = []
    for begin, end in words(sentence):
        key = _key(sentence[begin:end])
        number = in_words.get(key) or _figures(key)
        if number:
            found.append(Term((begin, end), number))
    return found


def names(sentence: str, known: Callable[[str], bool]) -> list[Term]:
    """Return the words that have a capital: at the head of a sentence only what is ``known`` to have one elsewhere."""
    places = words(sentence)
    said = [(place, sentence[place[0] : place[1]]) for place in places]
    return [
        Term(place, _key(word))
        for k, (place, word) in enumerate(said)
        if word[0].isupper() and (k > 0 or known(_key(word)))
    ]


def inner_names(sentences: Iterable[str]) -> frozenset[str]:
    """Return the words that have a capital within some sentence, not at its head."""
    return frozenset(term.key for sentence in sentences for term in names(sentence, lambda _: False))


def listed(sentence: str, phrases: Collection[str]) -> list[Term]:
    """Return where phrases of a list stand in a sentence, as whole words; of those that overlap the longest.

    A word with a capital within the sentence is a name, such as May, and no word of a list.
    """
    places = words(sentence)
    said = [sentence[begin:end] for begin, end in places]
    keys = ["" if k and word[0].isupper() and not word.isupper() else _key(word) for k, word in enumerate(said)]
    longest = max((phrase.count(" ") + 1 for phrase in phrases), default=0)
    found: list[Term] = []
    at = 0
    while at < len(keys):
        sizes = range(min(longest, len(keys) - at), 0, -1)
        size = next((n for n in sizes if " ".join(keys[at : at + n]) in phrases), 0)
        if size:
            found.append(Term((places[at][0], places[at + size - 1][1]), " ".join(keys[at : at + size])))
        at += size or 1
    return found


def only(here: Iterable[Term], there: Iterable[Term]) -> list[Term]:
    """Return the terms that one sentence has and the other has not, or not as often; then the last ones."""
    left = Counter(term.key for term in there)
    found: list[Term] = []
    for term in here:
        if left[term.key]:
            left[term.key] -= 1
        else:
            found.append(term)
    return found


def joined(sentence: str, terms: Iterable[Term]) -> tuple[str, ...]:
    """Return the words of terms as the sentence has them; what stands side by side in it is one."""
    runs: list[Place] = []
    for term in terms:
        begin, end = term.place
        if runs and not sentence[runs[-1][1] : begin].strip():
            begin = runs.pop()[0]
        runs.append((begin, end))
    return tuple(" ".join(sentence[begin:end].split()) for begin, end in runs)


def _key(word: str) -> str:
    return (word if word.isascii() else plain(word)).casefold()


def _figures(word: str) -> str:
    """Return a number in figures as it is compared, without marks between thousands; empty for other words."""
    if not word[0].isnumeric() and not word[-1].isnumeric():
        return ""
    plainly = "".join(str(unicodedata.decimal(each, each)) for each in word)
    return re.sub("[,']", "", plainly) if _GROUPS.fullmatch(plainly) else plainly
