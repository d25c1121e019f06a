"""Spans: places in a case file, or in a workbook."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.diagnostics.characters import visible


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a case file; lines and columns count from 1.

    Attributes
    ----------
    path
        The file, as it was opened.
    line, column
        The place in it.
    sheet
        In a workbook, the sheet whose row and column are meant.
    end
        Line and column behind its last character, where that is known. Two spans that begin in one place are the same.
    """

    path: str
    line: int = 1
    column: int = 1
    sheet: str = ""
    end: tuple[int, int] | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        path = visible(self.path)
        if not self.sheet:
            return f"{path}:{self.line}:{self.column}"
        sheet = self.sheet if re.fullmatch(r"\w+", self.sheet) else "'" + self.sheet.replace("'", "''") + "'"
        return f"{path}:{visible(sheet)}!{_letters(self.column)}{self.line}"


def _letters(column: int) -> str:
    """Return what a spreadsheet calls a column."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
