"""Workbooks of tables: text stays text in every cell, and the same tables give the same bytes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from detente.writing import guarded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.exports.tables.actor_table import Cell


def workbook(title: str, sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return a workbook with a sheet for each table; the first row and the first column stay in sight."""
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": datetime(1980, 1, 1, tzinfo=UTC)})
        head = book.add_format({"bold": True, "quote_prefix": True})
        text = book.add_format({"quote_prefix": True})  # it stays text when somebody edits the cell
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):  # never taken for a formula
                        written = guarded(cell) if cell.startswith("'") else cell
                        sheet.write_string(row, column, written, text if row else head)
                    elif cell is not None:
                        sheet.write_number(row, column, cell)
            sheet.freeze_panes(1, 1)
            sheet.autofit()
    return data.getvalue()
