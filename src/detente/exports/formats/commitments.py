"""CSV: the commitments of a case, as a table with a row a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.tables.actor_table import as_text
from detente.exports.tables.record_table import record_table
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.records import CommitmentRecord, Records

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text."""
    return [as_text(record_table(CommitmentRecord, findings.result(Records).commitments))]


EXPORT = Export(
    "a table of commitments",
    ".csv",
    "which citation each change of a status rests on, and every other section of the case",
    write,
    "chronicle",
    ChronicleOptions(model=True),
)
