"""CSV: the events of a case, as a table with a row an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.tables.actor_table import as_text
from detente.exports.tables.record_table import record_table
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.records import EventRecord, Records

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text."""
    return [as_text(record_table(EventRecord, findings.result(Records).events))]


EXPORT = Export(
    "a table of events",
    ".csv",
    "every other section of the case",
    write,
    "chronicle",
    ChronicleOptions(model=True),
)
