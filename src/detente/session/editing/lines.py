"""Lines of the files of a case, and where a word stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.casefile.files import CaseFile

_BREAK = re.compile("\r\n?|\n")


def split(text: str) -> list[str]:
    """Return the lines of a text as editors count them, without their ends."""
    return _BREAK.split(text)


def within(span: Span, start: int, end: int) -> Span:
    """Return a part of a one-line span, from one offset to another."""
    return Span(span.path, span.line, span.column + start, end=(span.line, span.column + end))


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the files of a case.

    Attributes
    ----------
    texts
        By path as diagnostics print it, the text of a file.
    """

    texts: dict[str, str]
    _split: dict[str, list[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, files: Iterable[CaseFile]) -> Lines:
        """Return the lines of some files."""
        return cls({file.path: file.text for file in files})

    def in_file(self, path: str) -> list[str]:
        """Return the lines of a file; none of one that is not known."""
        if path not in self._split:
            self._split[path] = split(self.texts[path]) if path in self.texts else []
        return self._split[path]

    def pieces(self, span: Span) -> Iterator[tuple[int, int, str]]:
        """Yield of each line in a span its number, the column from 0 where the span has it, and what it has of it."""
        lines = self.in_file(span.path)
        last, behind = span.end or (span.line, 0)
        for number in range(span.line, min(last, len(lines)) + 1):
            first = span.column - 1 if number == span.line else 0
            text = lines[number - 1]
            yield number, first, text[first : behind - 1 if span.end and number == last else None]

    def find(self, span: Span, word: str) -> Span | None:
        """Return where a word stands in a span first, as a whole; nothing where it does not."""
        for number, first, text in self.pieces(span):
            at = text.find(word)
            while at >= 0:
                if _is_whole(text, at, at + len(word)):
                    start = first + at + 1
                    return Span(span.path, number, start, end=(number, start + len(word)))
                at = text.find(word, at + 1)
        return None

    def matches(self, span: Span, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
        """Yield whatever matches a pattern within one line of a span, and where it stands."""
        for number, first, text in self.pieces(span):
            for match in pattern.finditer(text):
                start = first + match.start() + 1
                yield match[0], Span(span.path, number, start, end=(number, start + len(match[0])))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither a letter nor a hyphen stands beside a part of a text."""
    return not (_goes_on(text[start - 1 : start]) or _goes_on(text[end : end + 1]))


def _goes_on(character: str) -> bool:
    return character.isalnum() or character in ("-", "_") if character else False
