"""Headlines: the fullest of some sentences that is short enough to head a finding."""

from __future__ import annotations

MOST_WORDS = 25
"""So many words at most stand in a headline."""


def fitting(*sentences: str) -> str:
    """Return the first of some sentences that is short enough for a headline, or the last, which should be.

    Examples
    --------
    >>> fitting("They would rather be at " + ", ".join(["a place of their own"] * 6), "They would rather be elsewhere")
    'They would rather be elsewhere'
    """
    return next((said for said in sentences if len(said.split()) <= MOST_WORDS), sentences[-1])
