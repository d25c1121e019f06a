"""Quotations: whether words stand in a text, as words, whatever their typography.

What does not matter: letter case (also of the dotted and the dotless I), ligatures and widths, the order of combining
marks, spaces of every kind and those inside guillemets and before a percent sign, the shape of quotation marks and
dashes, and characters that cannot be seen: soft hyphens, zero-width characters, direction marks, tatweel.

What matters is where a quotation begins and ends: not inside a word or a number. A word goes on over an apostrophe, a
hyphen or a Hebrew gershayim between letters, so that "aggression" is not a quotation of "non-aggression"; only after
an elided article (l'accord) may one begin. How far a number goes on is said in `numerals`. Footnote marks and other
signs that stand for themselves end both. In scripts that put no spaces between words, only marks cannot be torn from
their letters, nor numerals from numerals.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.checks.numerals import goes_on, is_between, is_figure
from detente.checks.typography import HYPHENS, SINGLE, alike, drawn, stands_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

_APOSTROPHES = "'" + SINGLE
_MID_WORD = "·‧՛՜՝՞՟" + HYPHENS + _APOSTROPHES
_ELIDED = re.compile(r"(?:\b|^)(?:[ldjnscmt]|qu|[dns]?ell|all|dall|un)['’ʼ]$")
_UNSPACED = (
    "CJK ",
    "IDEOGRAPHIC ",
    "HIRAGANA ",
    "KATAKANA",
    "BOPOMOFO ",
    "YI ",
    "THAI ",
    "LAO ",
    "KHMER ",
    "MYANMAR ",
    "TAI ",
    "NEW TAI ",
    "JAVANESE ",
    "BALINESE ",
)


@dataclass(frozen=True)
class Passage:
    """A text in which quotations are looked up.

    Attributes
    ----------
    text
        As its source has it.
    """

    text: str

    @cached_property
    def drawn(self) -> str:
        """The text without what cannot be seen, in one letter case, with its own quotation marks and dashes."""
        return drawn(self.text)

    @cached_property
    def compared(self) -> str:
        """The same, letter by letter, with one shape of quotation marks and dashes."""
        return alike(self.drawn)

    def holds(self, quote: Passage) -> bool:
        """Whether a quotation stands here, as whole words and numbers."""
        return any(not self.cuts(begin) and not self.cuts(end) for begin, end in self._places(quote))

    def around(self, quote: Passage) -> str:
        """Return the whole words that hold a quotation which only stands here in part; empty where it does not."""
        place = next(self._places(quote), None)
        if place is None:
            return ""
        begin, end = place
        while self.cuts(begin):
            begin -= 1
        while self.cuts(end):
            end += 1
        return self.drawn[begin:end]

    def cuts(self, at: int) -> bool:
        """Whether the place before a character is inside a word or a number."""
        text = self.drawn
        if not 0 < at < len(text):
            return False
        before, after = text[at - 1], text[at]
        if _is_mark(after):
            return not before.isspace()
        if goes_on(text, at):
            return True
        if _is_word(before) and _is_word(after):
            return (is_figure(before) and is_figure(after)) or not (_is_unspaced(before) or _is_unspaced(after))
        return _joins(text, at) or (_joins(text, at - 1) and not _ELIDED.search(text, max(0, at - 8), at))

    def _places(self, quote: Passage) -> Iterator[tuple[int, int]]:
        wanted = quote.compared
        at = self.compared.find(wanted) if wanted else -1
        while at >= 0:
            yield at, at + len(wanted)
            at = self.compared.find(wanted, at + 1)


def _joins(text: str, at: int) -> bool:
    """Whether a character between two others makes one word or number of them."""
    if not 0 < at < len(text) - 1:
        return False
    left, middle, right = text[at - 1], text[at], text[at + 1]
    if is_figure(left) and is_figure(right):
        return is_between(middle)
    if not (_is_word(left) and _is_word(right)) or _is_unspaced(left) or _is_unspaced(right):
        return False
    if middle in '"״':
        return _is_hebrew(left) and _is_hebrew(right)
    if middle == ".":  # an abbreviation such as U.S., not a missing space after a sentence
        return not _is_word(text[at - 2 : at - 1] or " ")
    return middle in _MID_WORD


def _is_word(character: str) -> bool:
    if stands_apart(character):
        return is_figure(character)
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_hebrew(character: str) -> bool:
    return "\u0590" <= character <= "\u05ff"


def _is_unspaced(character: str) -> bool:
    """Whether a character is of a script that puts no spaces between words."""
    return not character.isascii() and unicodedata.name(character, "").startswith(_UNSPACED)
