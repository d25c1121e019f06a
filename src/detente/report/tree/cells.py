"""Cells: the values of a table as short printable pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Cell, Column, Table, Text
from detente.report.tree.wording import language_tag, plain_number

_LONGEST_WORD = 24
_TRUTH_WORDS = {Truth.TRUE: ("yes", "yes"), Truth.FALSE: ("no", "no"), Truth.UNDETERMINED: ("open", "not determined")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A short text in a cell.

    Attributes
    ----------
    kind
        ``plain``, ``number``, ``truth``, ``state``, or ``missing`` for "not stated".
    text
        What is printed.
    spoken
        What is read aloud when that differs (``Y N N`` for the state ``YNN``), or ``""``.
    sign
        Which mark the style prints before it for the eye only, or ``""``.
    lang
        Its language when that is not the page's, or ``""``.
    """

    kind: Literal["plain", "number", "truth", "state", "missing"]
    text: str
    spoken: str = ""
    sign: str = ""
    lang: str = ""

    @property
    def unruly(self) -> bool:
        """Whether a word in it is so long that it must be broken anywhere to fit a column."""
        return any(len(word) > _LONGEST_WORD for word in self.text.split())


def pieces(cell: Cell, column: Column) -> tuple[Piece, ...]:
    """Return what a cell prints: one piece, or one per item of a list."""
    if isinstance(cell, tuple):
        return tuple(_piece(item, column) for item in cell) or (_piece(None, column),)
    return (_piece(cell, column),)


def _piece(cell: str | float | bool | Truth | Text | None, column: Column) -> Piece:
    if cell is None or cell == "":
        return Piece("missing", "not stated")
    if isinstance(cell, bool):
        cell = Truth.of(cell)
    if isinstance(cell, Truth) or (column.kind == "truth" and cell in tuple(Truth)):
        sign, word = _TRUTH_WORDS[Truth(str(cell))]
        return Piece("truth", word, sign=sign)
    if isinstance(cell, int | float):
        return Piece("number", plain_number(cell))
    if isinstance(cell, Text):
        return Piece("plain", cell.text, lang=language_tag(cell.lang))
    if column.kind == "state" and set(cell) <= set("YN-"):
        return Piece("state", cell, spoken=" ".join(cell.replace("-", "–")))
    return Piece("plain", plain_date(cell) if column.kind == "date" else cell)


def is_prose(table: Table) -> bool:
    """Return whether a table reads better as a list of entries when the screen is narrow."""
    wordy = sum(column.kind in ("text", "date") for column in table.columns)
    return len(table.columns) > 2 and 2 * wordy > len(table.columns)
