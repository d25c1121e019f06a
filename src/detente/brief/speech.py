"""Speech: how the case's own words go into sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.naming import names
from detente.case.shape import records
from detente.lenses.wording import listed
from detente.models.conflict.joint import plain

if TYPE_CHECKING:
    from detente.case import Case

_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile('[.,;:()“”"?!…]')
_LONGEST = 12
"""Words of a name that stands in a sentence without quotation marks."""

_DONE = re.compile(r"\b[a-z]+ed\b")
_NOT_DONE = frozenset({"bed", "deed", "exceed", "feed", "need", "proceed", "red", "seed", "shed", "speed", "succeed"})

MOST = 3
"""How many of many things are named in a row."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How the case's own words go into sentences.

    Attributes
    ----------
    names
        What to call each record, by its id.
    small
        The words that the case itself writes with a small letter.
    proper
        The names of actors and tracks, also those that they are known by.
    """

    names: Mapping[str, str]
    small: Collection[str]
    proper: tuple[str, ...]

    def within(self, text: str) -> str:
        """Return words of the case as they stand within a sentence: a name keeps its capital, other words do not."""
        text = _line(text)
        if text[-1:] in ("?", "!", "…"):
            return f"“{text}”"
        found = _WORD.match(text)
        first = found.group() if found else ""
        is_name = any(text.startswith(name) and not text[len(name) :][:1].isalnum() for name in self.proper)
        is_plain = not is_name and first[1:] == first[1:].lower() and first.lower() in self.small
        return f"{first.lower()}{text[len(first) :]}" if is_plain else text

    def label(self, text: str) -> str:
        """Return what the case calls something as part of a sentence, in quotation marks where it would fall apart."""
        text = _line(text)
        return f"“{text}”" if _APART.search(text) or len(text.split()) > _LONGEST else self.within(text)

    def row(self, texts: Iterable[str], most: int = MOST) -> str:
        """Return several such names in a row, those after the first ones counted."""
        return some([self.label(text) for text in texts], most)

    def not_yet(self, text: str) -> str:
        """Return that something has not come about: "treaty not yet signed"."""
        label = self.label(text)
        done = [found for found in _DONE.finditer(label) if found.group() not in _NOT_DONE and found.start() > 0]
        if len(done) != 1 or label.startswith("“"):
            return f"not yet: {label}"
        return f"{label[: done[0].start()]}not yet {label[done[0].start() :]}"


def _line(text: str) -> str:
    """Return text on one line, without the full stop at its end."""
    return " ".join(text.split()).rstrip(".")


def some(words: list[str], most: int = MOST) -> str:
    """Return the first of some words in a row, and how many more there are; one more is no more."""
    if len(words) <= most + 1:
        return listed(words)
    return listed([*words[:most], f"{len(words) - most} more"])


def spoken(name: str) -> str:
    """Return an id as words, for a record that the case gives no other name."""
    return name.replace("-", " ")


def speech_of(case: Case) -> Speech:
    """Return how a case's own words go into sentences."""
    small = {word for text in _texts(case) for word in _WORD.findall(text) if word.islower()}
    named = (name for actor in case.actors for name in (actor.name, *actor.aliases))
    return Speech(names(plain(case)), small, (*named, *(track.label for track in case.formats)))


def _texts(case: Case) -> Iterable[str]:
    """Return all that is written in words; ids and dates have no spaces."""
    held = (value for _, record in records(case) for value in record.__dict__.values())
    return (value for value in held if isinstance(value, str) and " " in value)
