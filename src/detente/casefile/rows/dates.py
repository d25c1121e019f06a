"""Columns of dates as other programs write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import READ_AS
from detente.casefile.tables.cell import Cell
from detente.casefile.wording import BAD_DATE
from detente.dates.edtf import DateError
from detente.dates.given import given_date, order_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.casefile.tables.cell import Row
    from detente.dates.given import Order
    from detente.diagnostics import Diagnostic


def read_dates(rows: list[Row], columns: Iterable[int], problems: list[Diagnostic]) -> list[Row]:
    """Return rows whose dates are as a case writes them; problems are added to a list.

    Parameters
    ----------
    columns
        Numbers of the columns of dates, from 0.
    """
    columns = frozenset(columns)
    order = order_of(row[column].text for row in rows for column in columns if column < len(row))
    return [
        [_read(cell, order, problems) if column in columns else cell for column, cell in enumerate(row)] for row in rows
    ]


def _read(cell: Cell, order: Order | None, problems: list[Diagnostic]) -> Cell:
    """Return a cell with its date; as it stands where it is empty or counted from another record."""
    if not cell.text or cell.text[0] == "{":
        return cell
    try:
        given = given_date(cell.text, order)
    except DateError as error:
        problems.append(BAD_DATE.at(cell.span, str(error)))
        return cell
    if given.how:
        problems.append(READ_AS.at(cell.span, given.how))
    return Cell(given.text, cell.span)
