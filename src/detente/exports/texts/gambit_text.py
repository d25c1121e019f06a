"""Text inside Gambit's files.

Gambit (16.7, where we tried it) reads labels of printable ASCII characters, with single spaces between words,
and has no way to write a backslash before a quotation mark.
"""

from __future__ import annotations

import unicodedata

_TYPED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\\": "/"})


def label(text: str, otherwise: str) -> str:
    """Return a text as Gambit can read it: without accents; ``otherwise`` where its letters are not Latin.

    Parameters
    ----------
    text
        The words.
    otherwise
        An id, which is always readable.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_TYPED))
    line = " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
    return line if line and line.isascii() and line.isprintable() else otherwise


def quoted(readable: str) -> str:
    """Return a label in quotation marks."""
    return '"' + readable.replace('"', '\\"') + '"'
