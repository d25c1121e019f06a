"""The shape of a text: for every character one letter that says of what kind it is, so that rules can be short."""

from __future__ import annotations

import unicodedata
from functools import cache

ENDS_ALWAYS = "。｡！？։؟۔।॥።፧។៕။"
"""Signs that end a sentence whatever follows them, in scripts where they mean nothing else."""

_ENDS = "!?‼⁇⁈⁉‽"
_POINTS = ".…．"
_QUOTES = "\"'"
_APOSTROPHES = "’ʼ՚"
_HYPHENS = "-‐‑֊־"
_LINES = "\n\r\v\f\x85\u2028\u2029"
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Japanese syllables
    (0x3400, 0x9FFF),  # Chinese characters
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_CATEGORIES = {"Ps": "(", "Pi": "(", "Pe": ")", "Pf": ")", "Cf": "f", "Mn": "m", "Mc": "m", "Me": "m"}


def shape(text: str) -> str:
    """Return the shape of a text, a string of the same length.

    ``A`` is a capital, ``a`` another letter, ``c`` a letter of a script that puts no spaces between words, ``m`` a
    mark on the letter before, ``0`` a figure; ``D`` ends a sentence always, ``!`` where a space follows, ``.`` may;
    ``(`` opens and ``)`` closes, ``q`` does either, ``'`` is an apostrophe or closes; ``-`` is a hyphen, ``f`` is not
    seen, `` `` is a space and a line break itself; ``,``, ``:``, ``/`` and ``;`` are themselves, ``x`` is any other.
    """
    return text.translate({ord(each): _kind(each) for each in set(text)})


@cache
def _kind(character: str) -> str:
    for signs, kind in (
        (_LINES, "\n"),
        (ENDS_ALWAYS, "D"),
        (_ENDS, "!"),
        (_POINTS, "."),
        (_QUOTES, "q"),
        (_HYPHENS, "-"),
    ):
        if character in signs:
            return kind
    if character in _APOSTROPHES:
        return "'"
    if character in ",:/;":
        return character
    if character.isspace():
        return " "
    return _letter(character)


def _letter(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Lu", "Lt"):
        return "A"
    if category[0] == "N" and not _is_unspaced(character):
        return "0"
    if category[0] in "LN":
        return "c" if _is_unspaced(character) else "a"
    return _CATEGORIES.get(category, "x")


def _is_unspaced(character: str) -> bool:
    return not character.isascii() and any(first <= ord(character) <= last for first, last in _UNSPACED)
