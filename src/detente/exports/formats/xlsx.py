"""Workbooks: who stands where, as a table with a row an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.tables.actor_table import LEAVES_OUT, actor_table
from detente.exports.tables.workbook import workbook
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.model import PositionsModel

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[bytes]:
    """Return the file; the same findings give the same bytes.

    Raises
    ------
    ExportError
        If nobody holds a position with a number.
    """
    model = findings.result(PositionsModel)
    return [workbook(model.title, {"Positions": actor_table(model)})]


EXPORT = Export(
    "a workbook with a table of actors and issues",
    ".xlsx",
    LEAVES_OUT,
    write,
    "chronicle",
    ChronicleOptions(model=True),
    is_text=False,
)
