"""Ids and texts made from names that other programs allowed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 40


def clean(name: str) -> str:
    """Return a name on one line, with U+FFFD for every character that a case file cannot hold."""
    return " ".join(_NOT_TEXT.sub("\ufffd", name).split())


def slug(name: str) -> str:
    """Return the id that a name suggests: small Latin letters, digits and hyphens; empty where it suggests none."""
    plain = unicodedata.normalize("NFKD", name[: 4 * _LONGEST]).lower()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters).lstrip("-0123456789")[:_LONGEST].rstrip("-")


@dataclass(slots=True)
class Ids:
    """Hands out ids, each once.

    Attributes
    ----------
    taken
        Ids that stand for something already, or can stand for nothing.
    """

    taken: set[str]
    next: dict[str, int] = field(default_factory=dict)

    def make(self, name: str, otherwise: str) -> str:
        """Return a new id that resembles ``name``, or ``otherwise`` where the name suggests none."""
        wanted = slug(name) or otherwise
        found, number = wanted, self.next.get(wanted, 2)
        while found in self.taken:
            found, number = f"{wanted}-{number}", number + 1
        self.next[wanted] = number
        self.taken.add(found)
        return found
