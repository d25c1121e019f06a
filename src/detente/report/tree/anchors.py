"""Anchors: ids that are unique in the page, readable in a link, and safe whatever the text."""

from __future__ import annotations

import re

_LONGEST = 60
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def brief(number: int) -> str:
    """Return a number in as few letters and digits as lower case has: what stands on the page a thousand times.

    Examples
    --------
    >>> brief(7), brief(35), brief(36)
    ('7', 'z', '10')
    """
    return (brief(number // len(_DIGITS)) if number >= len(_DIGITS) else "") + _DIGITS[number % len(_DIGITS)]


class Anchors:
    """Hands out the ids of one page, or of a part with a prefix of its own; no two are the same."""

    def __init__(self, *prefix: str) -> None:
        self._prefix = prefix
        self._taken: dict[str, int] = {}

    def claim(self, *words: str) -> str:
        """Return a new id made of ``words``: letters, digits and hyphens only."""
        base = re.sub(r"[^a-z0-9]+", "-", "-".join((*self._prefix, *words)).lower())[:_LONGEST].strip("-") or "part"
        anchor = base
        while anchor in self._taken:
            self._taken[base] += 1
            anchor = f"{base}-{self._taken[base]}"
        self._taken[anchor] = 1
        return anchor
