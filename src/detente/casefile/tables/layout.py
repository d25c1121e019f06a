"""Which of the known layouts a table has, and where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT
from detente.casefile.tables import heads, ktab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Cell, Row
    from detente.casefile.tables.sheet import Sheet
    from detente.diagnostics import Diagnostic


def head_row(rows: list[Row]) -> int | None:
    """Return which row is the head: the first that begins with ``Actor``."""
    return next((k for k, row in enumerate(rows) if _first(row).text.casefold() in heads.ACTOR), None)


def _first(row: Row) -> Cell:
    return next(cell for cell in row if cell.text)


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
        hint = "the head begins with 'Actor', followed by the names of the other columns"
        problems.append(BAD_SHAPE.at(first[0].span, "no row names the columns", hint))
        return None
    head, body = rows[place], rows[place + 1 :]
    is_ktab = place > 0 and ktab.is_title(rows[place - 1])
    above = first[: place - is_ktab]
    problems += [LEFT_OUT.at(cell.span, f"'{cell.shown}' stands above the table, and is left out") for cell in above]
    sheet = ktab.lay_out(rows[place - 1], head, body, problems) if is_ktab else heads.lay_out(head, body, problems)
    if sheet is not None and not body:
        problems.append(BAD_SHAPE.at(first[place].span, "no actor stands below the head", "write one row an actor"))
    if sheet is not None:
        problems += _names(sheet)
    return sheet


def _names(sheet: Sheet) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of the actors."""
    seen: dict[str, Cell] = {}
    for row in sheet.rows:
        cell = sheet.name(row)
        if not cell.text:
            yield BAD_SHAPE.at(cell.span, "an actor without a name", "each row is about one actor")
        elif (earlier := seen.setdefault(cell.text.casefold(), cell)) is not cell:
            message = f"'{cell.shown}' stands in row {earlier.span.line} already"
            yield BAD_SHAPE.at(cell.span, message, "write one row an actor, and an interval where its numbers differ")
