"""Texts of a case on one line of another program's file, without what that program might obey."""

from __future__ import annotations

import re

_UNHELD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Controls, halves of characters, no characters, and what makes a text appear in another order than it is written."""


def held(text: str) -> str:
    """Return a text on one line, with U+FFFD for what no text in a file of another program should hold."""
    return _UNHELD.sub("\ufffd", " ".join(text.split()))
