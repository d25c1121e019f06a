"""Scalars: what a plain YAML word means (YAML 1.2 core schema, without its surprises)."""

from __future__ import annotations

import re

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]{1,40}(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")

Scalar = str | int | float | bool | None


class WrittenFloat(float):
    """A number that remembers how it was written, for places where it turns out to be text: 3.10 is no 3.1."""

    text: str

    def __new__(cls, text: str) -> WrittenFloat:
        """Return the number that ``text`` writes."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __str__(self) -> str:
        return self.text


def plain_value(text: str) -> Scalar:
    """Return the value that an unquoted scalar stands for.

    Dates, ``yes``, ``no``, numbers with leading zeros and numbers too long to keep exactly stay text.
    """
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and not _LEADING_ZERO.match(text) and not text.lstrip("+-").isdigit():
        return WrittenFloat(text)
    return text
