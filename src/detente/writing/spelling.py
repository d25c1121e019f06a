"""How names are compared: as a reader sees them, whatever case, dashes, underscores and spaces."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[\s_\-\u2010-\u2015\u2212:]+")


def visible(text: str) -> str:
    """Return a text on one line without the characters that nobody sees."""
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def key(text: str) -> str:
    """Return what the spellings of one name have in common."""
    folded = unicodedata.normalize("NFKC", visible(text)).casefold()
    return _BETWEEN.sub(" ", folded).strip(" .*;,")
