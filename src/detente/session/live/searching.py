"""Searching: where a case and its sources say something, line by line and paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.session.opened import OpenCase

_MOST = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where all words of a search stand.

    Attributes
    ----------
    name, line
        The file of the case, and the line, counted from 1; the line is 0 in a source.
    where
        The place in words.
    text
        What stands there.
    """

    name: str
    line: int
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found.

    Attributes
    ----------
    found
        The first places, those of the case before those of its sources.
    more
        How many others there are.
    """

    found: tuple[Hit, ...]
    more: int


def search(case: OpenCase, wanted: str) -> Hits:
    """Return where all words of a search stand in one line of a case, or in one paragraph of a source."""
    words = wanted.casefold().split()
    if not words:
        return Hits((), 0)
    found = [each for each in _all(case) if all(word in each.text.casefold() for word in words)]
    return Hits(tuple(found[:_MOST]), max(0, len(found) - _MOST))


def _all(case: OpenCase) -> Iterator[Hit]:
    for file in case.loaded.files:
        for number, line in enumerate(file.text.splitlines(), 1):
            yield Hit(file.name, number, f"{file.name}, line {number}", line.strip())
    names = {source.id: source.label for source in case.case.sources}
    for source, text in case.texts.items():
        for number, paragraph in enumerate(text.paragraphs, 1):
            yield Hit("", 0, f"{names.get(source, source)} ¶{number}", paragraph)
