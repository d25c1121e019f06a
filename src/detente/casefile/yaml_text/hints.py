"""Hints: what YAML made of a value, where that is most likely why it does not fit."""

from __future__ import annotations

import re
from typing import Any

from detente.diagnostics.characters import named

_SEPARATED = r"[-+]?[0-9]{1,3}(?:[_,' \xa0\u202f][0-9]{3})+(?:\.[0-9]+)?|[-+]?0[0-9]+(?:\.[0-9]+)?"


def text_hint(value: Any) -> str:
    """Return how to write what YAML does not read as text, where it could be meant as text."""
    if isinstance(value, dict) and len(value) == 1:
        ((key, inside),) = value.items()
        if isinstance(inside, str | int | float) and not isinstance(inside, bool):
            return f'a colon and a space make a mapping of it; write "{key}: {inside}" in quotes'
    if isinstance(value, dict | list):
        return f"put text that begins with '{'{' if isinstance(value, dict) else '['}' in quotes"
    if isinstance(value, bool):
        return f'write "{str(value).lower()}" in quotes if the word is meant'
    return ""


def record_hint(value: Any) -> str:
    """Return how to write a key and its value that stand together as one text."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_][\w-]*:[^\s/:].*", value):
        return f"put a space after the colon: {value.replace(':', ': ', 1)}"
    if isinstance(value, str) and not value.isascii():
        return _colon_hint(value)
    return ""


def _colon_hint(value: str) -> str:
    from detente.casefile.yaml_text.lookalikes import COLONS  # few texts need it

    found = re.match(rf"([A-Za-z_][\w-]*) ?([{COLONS}])", value)
    return f"put a plain colon and a space after '{found[1]}', where {named(found[2])} stands" if found else ""


def number_hint(value: Any) -> str:
    """Return how to write a number that holds separators or leading zeros."""
    if not isinstance(value, str) or not re.fullmatch(_SEPARATED, value):
        return ""
    sign = value[0] if value[0] in "+-" else ""
    digits = re.sub(r"[^0-9.]", "", value).lstrip("0")
    return f"write {sign}{digits if digits[:1].isdigit() else '0' + digits}"


def key_hint(key: Any, value: Any) -> str:
    """Return what made a key of words that most likely are none."""
    written = str(key)
    if re.match(r"-\S", written):
        return "put a space after the '-' that begins an entry"
    if value is not None:
        return ""
    if glued := record_hint(written):
        return glued
    if not re.fullmatch(r"[\w-]+", written) or written.isdigit():
        return f"a comma inside braces ends the text before it; if '{written}' belongs to that text, quote all of it"
    return ""
