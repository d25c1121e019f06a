"""Workbooks: who stands where, as a table with a row an actor."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from detente.exports.actor_table import LEAVES_OUT, actor_table
from detente.exports.export import Export
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.model import PositionsModel
from detente.writing import guarded

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[bytes]:
    """Return the file; the same findings give the same bytes.

    Raises
    ------
    ExportError
        If nobody holds a position with a number.
    """
    import xlsxwriter

    model = findings.result(PositionsModel)
    rows = actor_table(model)
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.set_properties({"title": model.title, "created": datetime(1980, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("Positions")
        head = book.add_format({"bold": True, "quote_prefix": True})
        text = book.add_format({"quote_prefix": True})  # it stays text when somebody edits the cell
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):  # never taken for a formula
                    written = guarded(cell) if cell.startswith("'") else cell
                    sheet.write_string(row, column, written, text if row else head)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.autofit()
    return [data.getvalue()]


EXPORT = Export(
    "a workbook with a table of actors and issues",
    ".xlsx",
    LEAVES_OUT,
    write,
    "chronicle",
    ChronicleOptions(model=True),
    is_text=False,
)
