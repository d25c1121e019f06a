"""Argdown: how texts, titles and data stand in it, so that nothing in them is taken for a sign of the language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from detente.exports.texts.inert import held

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS = re.compile(r"([\\@#*_\[\]<>/{}()]|^[-+]|[.:](?=\S))")
"""What begins mentions, tags, emphasis, titles, comments, data, relations or special signs."""


def prose(text: str) -> str:
    """Return a text as the words of a statement."""
    return _SIGNS.sub(r"\\\1", held(text))


def data(values: Mapping[str, str | None]) -> str:
    """Return what is known of a statement as the data behind it, in braces; nothing where nothing is."""
    known = (f"{key}: {quoted(value)}" for key, value in values.items() if value)
    inside = ", ".join(known)
    return f" {{{inside}}}" if inside else ""


def quoted(text: str) -> str:
    """Return a text in quotation marks, without the signs that would end the data or the head of the file."""
    signs = {"{": r"\u007b", "}": r"\u007d", "=": r"\u003d"}
    return "".join(signs.get(sign, sign) for sign in json.dumps(held(text), ensure_ascii=False))
