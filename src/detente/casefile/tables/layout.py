"""Which of the known layouts a table has, and where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE, LEFT_OUT
from detente.casefile.tables import ktab, plain
from detente.casefile.tables.cell import is_fault
from detente.casefile.tables.heads.head import LONGEST, names_actors, read_head, surely_names_actors
from detente.casefile.tables.totals import without_totals
from detente.writing.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.casefile.tables.cell import Cell, Row
    from detente.casefile.tables.sheet import Sheet
    from detente.diagnostics import Diagnostic


_SEARCHED = 100
"""Rows that are searched for a head that is not understood."""


def head_row(rows: Iterable[Row]) -> int | None:
    """Return which row is the head: the first that names a column of actors beside others."""
    return next((k for k, row in enumerate(rows) if is_head(row)), None)


def is_head(row: Row) -> bool:
    """Return whether a row names a column of actors beside others."""
    if ktab.is_title(row):
        return False
    filled = sum(bool(cell.text) for cell in row)
    return any(surely_names_actors(cell) or (filled > 1 and names_actors(cell)) for cell in row if cell.text)


def _first(row: Row) -> Cell:
    return next(cell for cell in row if cell.text)


def _without_head(rows: list[Row], first: Cell) -> Diagnostic:
    """Return what to say of a table whose columns no row names: which head is not understood beside others."""
    hint = "the head names a column 'Actor', or 'Stakeholder', 'Player', 'Party', 'Country' or 'Name', and the others"
    for row in rows:
        heads = [read_head(cell, column) for column, cell in enumerate(row) if cell.text and len(cell.text) <= LONGEST]
        known = next((head for head in heads if head.kind and len(heads) > 1), None)
        if known is not None:
            unknown = next((head.cell for head in heads if not head.kind), first)
            message = f"no row names the columns: '{unknown.shown}' beside '{known.cell.shown}' is not understood"
            return BAD_HEAD.at(unknown.span, message, hint)
    return BAD_SHAPE.at(first.span, "no row names the columns", hint)


def lay_out(rows: list[Row], problems: list[Diagnostic]) -> Sheet | None:
    """Return a table by its parts, or ``None`` where it has no head that we know; problems are added to a list.

    Parameters
    ----------
    rows
        The rows that hold anything; at least one.
    """
    first = [_first(row) for row in rows]
    place = head_row(rows)
    if place is None:
        problems.append(_without_head(rows[:_SEARCHED], first[0]))
        return None
    head, body = rows[place], rows[place + 1 :]
    is_ktab = place > 0 and ktab.is_title(rows[place - 1]) and names_actors(head[0])
    above = first[: place - is_ktab]
    problems += [LEFT_OUT.at(cell.span, f"'{cell.shown}' stands above the table, and is left out") for cell in above]
    sheet = ktab.lay_out(rows[place - 1], head, body, problems) if is_ktab else plain.lay_out(head, body, problems)
    if not body and not any(str(found.severity) == "error" for found in problems):
        problems.append(BAD_SHAPE.at(first[place].span, "no actor stands below the head", "write one row an actor"))
    if sheet is not None:
        sheet = without_totals(sheet, problems)
        problems += _names(sheet)
    return sheet


def _names(sheet: Sheet) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of the actors."""
    seen: dict[str, Cell] = {}
    for row in sheet.rows:
        cell = sheet.name(row)
        if not cell.text:
            yield BAD_SHAPE.at(cell.span, "an actor without a name", "each row is about one actor")
        elif is_fault(cell.text):
            yield BAD_SHAPE.at(cell.span, f"the spreadsheet says '{cell.shown}' here", "mend the formula")
        elif (earlier := seen.setdefault(key(cell.text) or cell.text, cell)) is not cell:
            message = f"'{cell.shown}' stands in row {earlier.span.line} already"
            yield BAD_SHAPE.at(cell.span, message, "write one row an actor, and an interval where its numbers differ")
