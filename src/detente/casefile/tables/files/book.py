"""Tables in workbooks: the cells of the first visible sheet, each with its row and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as time_of_day
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import is_zipfile

from detente.casefile.files import MAX_BYTES, TOO_LARGE
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.naming import clean
from detente.casefile.tables.cell import MOST_CELLS, Cell, Row, too_far, too_many, without_end
from detente.casefile.tables.files.workbook import UnreadableError, Workbook, is_strict, unpacked
from detente.diagnostics import Diagnostic, Span
from detente.writing import unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from detente.casefile.tables.files.workbook import Merged, RawCell

_MOST_UNPACKED = 8 * MAX_BYTES
_MOST_PLACES = 1_200_000
"""Places that are looked at, empty ones included, before a sheet is given up as too far-flung."""

_QUOTED = re.compile(r'"[^"]*"|[\\_*].')
"""What a number format shows as it stands, leaves room for, or fills a cell with."""


@dataclass(frozen=True, slots=True)
class Book:
    """What stands in a workbook.

    Attributes
    ----------
    rows
        The rows that hold anything, without the empty cells at their ends.
    merged
        Groups of cells that are one: what a spreadsheet calls them, the first of them, and its last row.
    """

    rows: list[Row]
    merged: list[tuple[Cell, int]]


def read_book(data: bytes, path: str) -> tuple[Book | None, list[Diagnostic]]:
    """Return what stands in the first visible sheet, and what is wrong with the file.

    Formulas count by the results that the file keeps.

    Parameters
    ----------
    path
        Name used in diagnostics; never opened.
    """
    span = Span(path)
    save = "open it in a spreadsheet program and save it as .xlsx, without a password"
    if not is_zipfile(BytesIO(data)):
        return None, [BAD_SHAPE.at(span, "this is no .xlsx file, whatever its name says", save)]
    problems: list[Diagnostic] = []
    try:
        size = unpacked(data)
        if size > _MOST_UNPACKED:
            message = f"the file unpacks to {size / 2**20:.0f} MiB; the limit is {_MOST_UNPACKED // 2**20} MiB"
            return None, [TOO_LARGE.at(span, message, "save the sheet with the table in a file of its own")]
        if is_strict(data):
            hint = "open it and save it as 'Excel Workbook (.xlsx)', which is another choice in the same list"
            return None, [BAD_SHAPE.at(span, "the workbook is saved as 'Strict Open XML', which is not read", hint)]
        return _read(Workbook.of(data), path, problems), problems
    except UnreadableError as error:
        reason = clean(str(error))[:120]
        return None, [*problems, BAD_SHAPE.at(span, f"the workbook cannot be read: {reason}", save)]


def _read(book: Workbook, path: str, problems: list[Diagnostic]) -> Book | None:
    if not book.titles:
        problems.append(BAD_SHAPE.at(Span(path), "no sheet of the workbook can be seen"))
        return None
    name, *others = book.titles
    hint = "only the first sheet is read"
    problems += [LEFT_OUT.at(Span(path, 1, 1, other), "this sheet is left out", hint) for other in others]
    merged = [
        (
            Cell(f"{group.left}{group.top}:{group.right}{group.bottom}", Span(path, group.top, _column(group), name)),
            group.bottom,
        )
        for group in book.merged(name)
    ]
    found = _Reading(path, name, problems)
    rows = list(found.rows(book.rows(name)))
    if found.is_cut:
        return None
    problems += _hidden(book, name, rows, path)
    if found.formulas:
        rows = found.solved(rows, book.rows(name, results=True))
    return Book([row for row in map(without_end, rows) if row], merged)


def _hidden(book: Workbook, name: str, rows: list[Row], path: str) -> Iterator[Diagnostic]:
    """Yield rows and columns that hold something and are hidden: whoever looks at the sheet does not see them."""
    lines, columns = book.hidden(name)
    for row in rows:
        if row[0].span.line in lines:
            yield READ_AS.at(
                row[0].span, "this row is hidden, and is read all the same", "delete it if it is not meant"
            )
    for column in sorted(columns):
        if any(len(row) >= column and row[column - 1].text for row in rows):
            span = Span(path, rows[0][0].span.line, column, name)
            yield READ_AS.at(span, "this column is hidden, and is read all the same", "delete it if it is not meant")


def _column(group: Merged) -> int:
    """Return the number of the first column, from 1: A is 1, Z is 26, AA is 27."""
    return sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(group.left)))


class _Reading:
    """A sheet being read: where formulas stand, and what is wrong so far."""

    def __init__(self, path: str, sheet: str, problems: list[Diagnostic]) -> None:
        self.path = path
        self.sheet = sheet
        self.problems = problems
        self.formulas: list[Span] = []
        self.is_cut = False

    def rows(self, lines: Iterable[tuple[RawCell, ...]]) -> Iterator[Row]:
        """Yield the cells of each row that has any, as far as the limits go; a formula stands for itself."""
        places = count = 0
        for line, cells in enumerate(lines, 1):
            filled = _without_end(cells) if cells else cells
            places += 1 + len(cells)
            count += len(filled)
            if places > _MOST_PLACES or count > MOST_CELLS:
                self._cut(Span(self.path, line, 1, self.sheet), is_far=places > _MOST_PLACES)
                return
            if filled:
                yield [
                    self._cell(cell, Span(self.path, line, column, self.sheet)) for column, cell in enumerate(filled, 1)
                ]

    def _cut(self, span: Span, *, is_far: bool) -> None:
        self.is_cut = True
        self.problems.append(too_far(span, _MOST_PLACES) if is_far else too_many(span))

    def _cell(self, cell: RawCell, span: Span) -> Cell:
        if cell.kind == "f":
            self.formulas.append(span)
            return Cell("=", span)
        text = _text(cell)
        if cell.kind == "e":
            self.problems.append(BAD_SHAPE.at(span, f"the spreadsheet says '{text}' here", "mend the formula"))
        return Cell(text, span)

    def solved(self, rows: list[Row], lines: Iterable[tuple[RawCell, ...]]) -> list[Row]:
        """Return rows with the results of formulas; one without a result is a problem."""
        waiting = {span.line for span in self.formulas}
        numbered = enumerate(islice(lines, max(waiting)), 1)
        found = {line: cells for line, cells in numbered if line in waiting}
        results = {span: self._result(span, found.get(span.line, ())) for span in self.formulas}
        return [[results.get(cell.span, cell) for cell in row] for row in rows]

    def _result(self, formula: Span, cells: Sequence[RawCell]) -> Cell:
        result = self._cell(cells[formula.column - 1], formula) if formula.column <= len(cells) else Cell("", formula)
        if not result.text:
            hint = "open the file in a spreadsheet program and save it, or write the number"
            self.problems.append(BAD_SHAPE.at(formula, "a formula whose result is not in the file", hint))
        return result


def _without_end(cells: tuple[RawCell, ...]) -> tuple[RawCell, ...]:
    """Return a row without the empty cells at its end."""
    filled = len(cells)
    while filled and cells[filled - 1].value is None:
        filled -= 1
    return cells[:filled]


def _text(cell: RawCell) -> str:
    """Return what a person sees in a cell, to the last digit."""
    value: Any = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        is_percent = "%" in _QUOTED.sub("", cell.number_format)
        return f"{round(value * 100, 12)!r}%" if is_percent else repr(value)
    if isinstance(value, datetime) and value.time() == time_of_day():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time_of_day) else unguarded(clean(str(value)))
