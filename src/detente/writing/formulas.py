"""Texts that a spreadsheet program would compute: an apostrophe before them keeps them text."""

from __future__ import annotations

import unicodedata


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet program would take it for a formula."""
    return f"'{text}" if is_formula(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """Return the text that was guarded."""
    return text[1:] if text.startswith("'") and is_formula(text.lstrip("'")) else text


def is_formula(text: str) -> bool:
    """Return whether a text begins like a formula, behind spaces and what cannot be seen, in letters of any width."""
    if text[:1] in ("\t", "\r"):
        return True
    first = next((letter for letter in text if not _is_unseen(letter)), "")
    return unicodedata.normalize("NFKC", first) in ("=", "+", "-", "@")


def _is_unseen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf")
