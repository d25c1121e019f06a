"""Words of a text, and the text as far as its words go, without what only typography changes."""

from __future__ import annotations

import re
import unicodedata

from detente.methods.wording.shape import shape

Place = tuple[int, int]
"""Where characters stand: from the first of them up to, and without, the one after the last; counted from 0."""

_LETTERS = "f*[Aa][Aamf]*"
_WORD = re.compile(rf"c[mf]*|(?:0m*)+(?:[.,:/'](?:0m*)+)*|{_LETTERS}(?:['q-]{_LETTERS})*0*")
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛‹›`´ʹʻʼʽˈ′‵՚", "'"),
        **dict.fromkeys("“”„‟«»″〝〞〟", '"'),
        **dict.fromkeys("‐‑֊־", "-"),
        **dict.fromkeys("‒—―−", "–"),
        **dict.fromkeys("\xad\u200b\u2060\ufeff"),
    }
)


def words(text: str) -> list[Place]:
    """Return where the words of a text stand, in order; numbers are words, too.

    A word goes on over a hyphen or an apostrophe between letters, a number over a point, a comma, a colon or a slash
    between figures. In scripts without spaces between words every letter counts as one.
    """
    return [found.span() for found in _WORD.finditer(shape(text))]


def plain(text: str) -> str:
    """Return a text without what typography changes.

    Runs of spaces and line breaks are one space; quotation marks, apostrophes and dashes have one shape; characters
    that are not seen are left out; a letter with a mark on it is encoded in one way (NFC).
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_SHAPES).split())


def spoken(text: str) -> list[str]:
    """Return the words of a text as they are compared: plain, and whatever the case of their letters."""
    flat = plain(text).casefold()
    return [flat[begin:end] for begin, end in words(flat)]
