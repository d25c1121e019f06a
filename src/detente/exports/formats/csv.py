"""CSV: who stands where, as a table with a row an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.tables.actor_table import LEAVES_OUT, actor_table, as_text
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.model import PositionsModel

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text.

    Raises
    ------
    ExportError
        If nobody holds a position with a number.
    """
    return [as_text(actor_table(findings.result(PositionsModel)))]


EXPORT = Export("a table of actors and issues", ".csv", LEAVES_OUT, write, "chronicle", ChronicleOptions(model=True))
