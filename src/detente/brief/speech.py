"""Speech: how the case's own words go into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.shape import records
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from detente.case import Case

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\W\d_]+")
_APART = re.compile('[.,;:()“”"?!…]')
_LONGEST = 12
"""Words of a name that stands in a sentence without quotation marks."""

_DONE = re.compile(r"(?P<what>[^\W\d_]{4,}) (?P<done>[a-z]*[aeiouy][a-z]*(?<!e)ed)")
"""A name of two words that says that something was done; "the displaced" does not, nor does "sunflower seed"."""

_CONDITIONS = ("when", "only_if", "predicate")

MOST = 3
"""How many of many things are named in a row."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How the case's own words go into sentences.

    Attributes
    ----------
    names
        What to call each record, by its id.
    prose
        All that is written in the case, word by word.
    proper
        The names of actors and tracks, also those that they are known by.
    """

    names: Mapping[str, str]
    prose: str
    proper: tuple[str, ...]

    def within(self, text: str) -> str:
        """Return words of the case as they stand within a sentence: a name keeps its capital, other words do not."""
        text = line(text)
        if text[-1:] in ("?", "!", "…"):
            return f"“{text}”"
        found = _WORD.match(text)
        first = found.group() if found else ""
        is_name = any(text.startswith(name) and not text[len(name) :][:1].isalnum() for name in self.proper)
        is_plain = not is_name and first[1:] == first[1:].lower() and self.is_small(first.lower())
        return f"{first.lower()}{text[len(first) :]}" if is_plain else text

    def is_small(self, word: str) -> bool:
        """Whether the case itself writes a word with a small letter."""
        return f" {word} " in self.prose

    def label(self, text: str) -> str:
        """Return what the case calls something as part of a sentence, in quotation marks where it would fall apart."""
        text = line(text)
        return f"“{text}”" if _APART.search(text) or len(text.split()) > _LONGEST else self.within(text)

    def quoted(self, text: str) -> str:
        """Return what the case calls something in quotation marks, as a name: “Treaty signed”."""
        return f"“{line(text)}”"

    def row(self, texts: Iterable[str], most: int = MOST) -> str:
        """Return several such names in a row, those after the first ones counted."""
        return some([self.label(text) for text in texts], most)

    def not_yet(self, text: str) -> str:
        """Return that something has not come about: "treaty not yet signed"; any other name is quoted."""
        found = _DONE.fullmatch(self.label(text))
        return f"{found['what']} not yet {found['done']}" if found else f"not yet “{line(text)}”"


def line(text: str) -> str:
    """Return text on one line, without the full stop at its end; dots that are all of it stay."""
    text = " ".join(text.split())
    return text.rstrip(".") or text


def some(words: list[str], most: int = MOST) -> str:
    """Return the first of some words in a row, and how many more there are; one more is no more."""
    if len(words) <= most + 1:
        return listed(words)
    return listed([*words[:most], f"{len(words) - most} more"])


def spoken(name: str) -> str:
    """Return an id as words, for a record that the case gives no other name."""
    return name.replace("-", " ")


def speech_of(case: Case, names: Mapping[str, str]) -> Speech:
    """Return how a case's own words go into sentences; ``names`` has what to call each record."""
    named = (name for actor in case.actors for name in (actor.name, *actor.aliases))
    return Speech(names, words_of(" ".join(_texts(case))), (*named, *(track.label for track in case.formats)))


def words_of(text: str) -> str:
    """Return the words of a text, one space before and behind each."""
    return f" {_BETWEEN.sub(' ', text)} "


def _texts(case: Case) -> Iterable[str]:
    """Return all that is written in words; ids and dates have no spaces, and conditions are made of ids."""
    held = (each for _, record in records(case) for each in record.__dict__.items())
    return (value for key, value in held if isinstance(value, str) and " " in value and key not in _CONDITIONS)
