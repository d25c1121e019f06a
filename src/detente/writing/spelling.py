"""How names are compared: as a reader sees them, whatever case, dashes, underscores and spaces."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[\s_\-\u2010-\u2015\u2212:]+")
_UNDRAWN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


def visible(text: str) -> str:
    """Return a text on one line without the characters that nobody sees."""
    return " ".join("".join(c for c in text if not _is_undrawn(c)).split())


def key(text: str) -> str:
    """Return what the spellings of one name have in common."""
    folded = unicodedata.normalize("NFKC", visible(text)).casefold()
    return _BETWEEN.sub(" ", folded).strip(" .*;,")


def _is_undrawn(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or bool(_UNDRAWN.match(character))
