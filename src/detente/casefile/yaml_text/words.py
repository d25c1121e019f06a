"""An error in words, and how texts are shown in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int]
"""A line and a column, from 0."""

KEY = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[\w-]+):(?P<rest>.*)")
STRAY_COLON = "a colon followed by a space begins a value, and here it stands inside unquoted text"


@dataclass(frozen=True, slots=True)
class Words:
    """An error in words; line and column count from 0, as the parser's do."""

    line: int
    column: int
    message: str
    hint: str = ""


def character(lines: Sequence[str], at: Place) -> str:
    """Return the character at a place; empty behind the end of its line."""
    return line_of(lines, at[0])[at[1] : at[1] + 1]


def line_of(lines: Sequence[str], number: int) -> str:
    """Return a line; empty where there is none."""
    return lines[number] if 0 <= number < len(lines) else ""


def content_before(lines: Sequence[str], number: int) -> int:
    """Return the last line before another that is neither empty nor a comment; that line where there is none."""
    earlier = range(number - 1, -1, -1)
    return next((k for k in earlier if line_of(lines, k).strip() and not lines[k].lstrip().startswith("#")), number)


def quoted(text: str) -> str:
    """Return text as it may stand after a key."""
    short = text.strip()
    short = short if len(short) <= 50 else f"{short[:49]}…"
    return f"'{short.replace(chr(39), 2 * chr(39))}'" if '"' in short or "\\" in short else f'"{short}"'
