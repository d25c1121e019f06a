"""Where the sentences of a text stand, told by plain rules.

- A blank line ends a sentence, and so does any line break, unless it only wraps a line: lines are taken as wrapped
  where the widest has 50 to 120 characters and the next word would not have fitted into it.
- Signs that mean nothing else (。؟ ։ ।) end a sentence; "!" and "?" do before a space.
- A full stop does before a space, but not after an initial, a title or a number that heads a line, and after a
  shortened word only before a word that often begins a sentence. Points between figures or letters never do.
- Nothing but a blank line or a sign that means nothing else ends a sentence before a small letter.
- Closing brackets and quotation marks belong to the sentence that they close.
- What is longer than 2,000 characters is cut at a space: tables and texts without stops.
- What has neither letter nor figure, such as a line of asterisks, is no sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.methods.wording.abbreviations import BEFORE_FIGURES, NEVER_LAST, OPENERS
from detente.methods.wording.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.wording.words import Place

LONGEST = 2000
"""So many characters a sentence has at most."""

_WRAPPED = range(50, 121)
"""How wide the widest line is of a text with wrapped lines."""

_STOP = re.compile(r"D[D.!)q']*|[.!]+[)q']*(?=[ \n]|$)|\n")
_NEXT = re.compile(r"[ \n(q'fx-]*")
_HEADED = re.compile(r"[ (q]*0{1,3}(?:\.0{1,3})*")
_INITIALS = re.compile(r"(?:[Aa]\.)*[Aa]")
_WORD = re.compile("[Aam]*")
_WORDLIKE = re.compile("[Aac0]")


def sentences(text: str) -> list[Place]:
    """Return where the sentences of a text stand, in order, without the spaces around them."""
    return list(_Splitter(text).places())


class _Splitter:
    """A text and its shape, with line breaks that only wrap lines as spaces."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shape = _unwrapped(text, shape(text.replace("\r\n", " \n")))

    def places(self) -> Iterator[Place]:
        """Yield where sentences stand."""
        begin = 0
        for found in _STOP.finditer(self.shape):
            if self._ends(found, begin):
                yield from self._trimmed(begin, found.end())
                begin = found.end()
        yield from self._trimmed(begin, len(self.text))

    def _ends(self, found: re.Match[str], begin: int) -> bool:
        sign = found[0][0]
        if sign in "D\n":
            return True
        following = _NEXT.match(self.shape, found.end())
        at = following.end() if following else found.end()
        if "\n" in self.shape[found.end() : at] or at == len(self.shape):
            return True
        if self.shape[at] == "a" and self.text[at].islower():
            return False
        return sign == "!" or len(found[0].rstrip(")q'")) > 1 or self._is_full_stop(found.start(), at, begin)

    def _is_full_stop(self, stop: int, following: int, begin: int) -> bool:
        """Whether the point at ``stop`` ends a sentence, and no shortened word or number."""
        if _HEADED.fullmatch(self.shape, begin, stop):
            return False
        start = max(self.shape.rfind(kind, begin, stop) for kind in " \n(q-/")
        start = max(start + 1, begin)
        word = self.text[start:stop].casefold()
        if word in NEVER_LAST:
            return False
        if word in BEFORE_FIGURES and self.shape[following] == "0":
            return False
        if _INITIALS.fullmatch(self.shape, start, stop):
            return stop - start > 1 and self._word_at(following) in OPENERS
        return True

    def _word_at(self, at: int) -> str:
        found = _WORD.match(self.shape, at)
        return self.text[at : found.end()].casefold() if found else ""

    def _trimmed(self, begin: int, end: int) -> Iterator[Place]:
        """Yield a place without spaces around it, in pieces where it is too long; nothing where no word is in it."""
        part = self.text[begin:end]
        begin, end = begin + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
        while end - begin > LONGEST:
            space = self.shape.rfind(" ", begin + 1, begin + LONGEST)
            at = space if space > 0 else begin + LONGEST
            yield from self._worded(begin, at)
            begin = at + 1 if space > 0 else at
        yield from self._worded(begin, end)

    def _worded(self, begin: int, end: int) -> Iterator[Place]:
        if _WORDLIKE.search(self.shape, begin, end):
            yield begin, end


def _unwrapped(text: str, kinds: str) -> str:
    """Return a shape in which the line breaks that only wrap a line are spaces."""
    lines = kinds.split("\n")
    widest = max(len(line.rstrip()) for line in lines)
    if widest not in _WRAPPED:
        return kinds
    parts, at = [lines[0]], len(lines[0]) + 1
    for before, line in pairwise(lines):
        first = line.split()[:1]
        is_full = bool(first) and bool(before.strip()) and len(before.rstrip()) + 1 + len(first[0]) > widest
        is_item = bool(first) and (first[0][0] == "x" or text[at : at + len(line)].lstrip().startswith("-"))
        parts += [" " if is_full and not is_item else "\n", line]
        at += len(line) + 1
    return "".join(parts)
