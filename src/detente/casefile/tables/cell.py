"""Cells of a table, wherever they were written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.files import TOO_LARGE

if TYPE_CHECKING:
    from detente.diagnostics import Diagnostic, Span

MOST_CELLS = 200_000
"""A table holds at most so many cells: what people can look through, and a case can hold."""

_SHOWN = 80

_FAULT = re.compile(
    r"#(?:REF!|N/A|NAME\?|DIV/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BEZUG!|NV|WERT!|ZAHL!)|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)
"""What a spreadsheet program writes where it cannot compute, or cannot show what it has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, on one line, and where."""

    text: str
    span: Span

    @property
    def shown(self) -> str:
        """What stands there, as far as a message can hold it."""
        return cut(self.text)


Row = list[Cell]
"""The cells of a row from the first column on, empty ones included."""


def cut(text: str) -> str:
    """Return a text as far as a message can hold it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def is_fault(text: str) -> bool:
    """Return whether a cell says that something could not be computed or shown."""
    return _FAULT.fullmatch(text) is not None


def without_end(cells: Row) -> Row:
    """Return a row without the empty cells at its end."""
    filled = len(cells)
    while filled and not cells[filled - 1].text:
        filled -= 1
    return cells[:filled]


def too_many(span: Span) -> Diagnostic:
    """Return what to say of a table with too many cells, at the first row that is not read."""
    return TOO_LARGE.at(span, f"the table holds more than {MOST_CELLS:,} cells", "leave out what is not needed")


def too_far(span: Span, places: int) -> Diagnostic:
    """Return what to say of a table that has a great many empty cells, at the first row that is not read."""
    message = f"the table reaches over more than {places:,} cells, empty ones included"
    return TOO_LARGE.at(span, message, "delete what stands far below or beside it")
