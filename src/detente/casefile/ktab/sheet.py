"""A table of KTAB, laid out: its title, its columns, and its actors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE, READ_AS

if TYPE_CHECKING:
    from detente.casefile.table_text import Cell
    from detente.diagnostics import Diagnostic

FIRST = 3
"""Columns before those of the dimensions: actor, description, capability."""

_COLUMNS = "actor, description, capability, then a position and a salience for each dimension"
_WORDS = re.compile(r"\b(?:position|pstn|pos)\s*(\d*)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table by its parts.

    Attributes
    ----------
    is_ktab
        Whether a row with name, description and numbers stands over the head, as KTAB writes it.
    head
        The names of the columns.
    rows
        The actors.
    """

    is_ktab: bool
    head: list[Cell]
    rows: list[list[Cell]]

    @property
    def dimensions(self) -> int:
        """How many dimensions it has."""
        return (len(self.head) - FIRST) // 2

    def dimension(self, number: int) -> str:
        """Return what a dimension is called: the name of its column, but for the word that says what stands there."""
        return _WORDS.sub("", self.head[FIRST + 2 * number].text).strip() or f"Dimension {number + 1}"


def lay_out(rows: list[list[Cell]], problems: list[Diagnostic]) -> Sheet | None:
    """Return a table by its parts, or ``None`` where it has no head that we know; problems are added to a list."""
    place = next((k for k, row in enumerate(rows[:2]) if row[0].text.lower() in ("actor", "actors")), None)
    if place is None:
        if rows:
            problems.append(BAD_SHAPE.at(rows[0][0].span, f"no row names the columns: {_COLUMNS}"))
        return None
    sheet = Sheet(place == 1, rows[place], rows[place + 1 :])
    if len(sheet.head) < FIRST + 2 or len(sheet.head) % 2 == 0:
        problems.append(BAD_SHAPE.at(sheet.head[-1].span, f"{len(sheet.head)} columns; expected {_COLUMNS}"))
        return None
    if sheet.is_ktab:
        _count(rows[0], sheet, problems)
    return sheet


def _count(title: list[Cell], sheet: Sheet, problems: list[Diagnostic]) -> None:
    """Report where the first row counts other numbers of actors and dimensions than there are."""
    for cell, number, what in zip(
        title[2:4], (len(sheet.rows), sheet.dimensions), ("actors", "dimensions"), strict=False
    ):
        if cell.text != str(number):
            problems.append(READ_AS.at(cell.span, f"the first row counts '{cell.text}' {what}; the table has {number}"))
