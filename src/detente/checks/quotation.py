"""Quotations: whether words stand in a text, as words, whatever their typography.

What does not matter: letter case (also of the dotted and the dotless I), ligatures and widths, the order of combining
marks, spaces of every kind and those inside guillemets and before a percent sign, the shape of quotation marks and
dashes, and characters that cannot be seen: soft hyphens, zero-width characters, direction marks, tatweel.

What matters is where a quotation begins and ends: not inside a word or a number. A word goes on over an apostrophe, a
hyphen or a Hebrew gershayim between letters, so that "aggression" is not a quotation of "non-aggression"; only after
an elided article (l'accord) may one begin. A number goes on over its separators, its sign and its percent sign. In
scripts that put no spaces between words, only marks cannot be torn from their letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_IGNORED = dict.fromkeys(
    [
        *map(ord, "\xad\u034f\u0640\u061c\u115f\u1160\u3164\ufeff\uffa0"),
        *(*range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)),
        *(*range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000)),
    ]
)
_SINGLE = "‘’‚‛‹›`´ʹʻʼʽˈ′‵՚׳＇"
_DOUBLE = "“”„‟«»″〝〞〟＂״「」『』﹁﹂﹃﹄｢｣"
_HYPHENS = "-‐‑֊־"
_DASHES = "‒–—―−⸺⸻﹘﹣－"
_ALIKE = str.maketrans(
    {**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_HYPHENS + _DASHES, "-"), "ı": "i"}
)
_DRAWN = _IGNORED | str.maketrans({"´": "'", "`": "'", "″": '"', "\u2800": " "})
_INSIDE = (
    (re.compile(r"(?<=[«‹]) +| +(?=[»›])"), ""),
    (re.compile(r"(?<=\d) +(?=[%‰])"), ""),
    (re.compile(r"-{2,}"), "—"),
)
_APOSTROPHES = "'" + _SINGLE
_MID_WORD = "·‧՛՜՝՞՟" + _HYPHENS + _APOSTROPHES
_MID_NUMBER = ".,:/'’·٫٬-‐‑‒–−"
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
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
        folded = self.text.casefold().replace("`", "'")
        if not self.text.isascii():
            folded = unicodedata.normalize("NFKC", self.text.translate(_DRAWN)).casefold()
            folded = unicodedata.normalize("NFKC", folded).replace("i\u0307", "i")
        plain = " ".join(folded.split())
        for pattern, instead in _INSIDE:
            plain = pattern.sub(instead, plain)
        return plain

    @cached_property
    def compared(self) -> str:
        """The same, letter by letter, with one shape of quotation marks and dashes."""
        return self.drawn.translate(_ALIKE)

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
        if _is_word(before) and _is_word(after):
            return (before.isdigit() and after.isdigit()) or not (_is_unspaced(before) or _is_unspaced(after))
        if _is_sign(text, at - 1) or (after in "%‰" and before.isdigit()):
            return True
        if " " in (before, after) and (before.isdigit() or after.isdigit()):
            return any(found.start() < at < found.end() for found in _GROUPED.finditer(text, max(0, at - 40), at + 40))
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
    if left.isdigit() and right.isdigit():
        return middle in _MID_NUMBER
    if not (_is_word(left) and _is_word(right)) or _is_unspaced(left) or _is_unspaced(right):
        return False
    if middle in '"״':
        return _is_hebrew(left) and _is_hebrew(right)
    if middle == ".":  # an abbreviation such as U.S., not a missing space after a sentence
        return not _is_word(text[at - 2 : at - 1] or " ")
    return middle in _MID_WORD


def _is_sign(text: str, at: int) -> bool:
    """Whether a character is the sign of a number that begins behind it."""
    alone = at == 0 or not (_is_word(text[at - 1]) or text[at - 1] in _MID_NUMBER)
    return alone and text[at] in "-−+±" and text[at + 1 : at + 2].isdigit()


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_hebrew(character: str) -> bool:
    return "\u0590" <= character <= "\u05ff"


def _is_unspaced(character: str) -> bool:
    """Whether a character is of a script that puts no spaces between words."""
    return not character.isascii() and unicodedata.name(character, "").startswith(_UNSPACED)
