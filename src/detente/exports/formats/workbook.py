"""Workbooks: events, commitments and sources, a sheet each with a row a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.exports.export import Export
from detente.exports.tables.record_table import record_table
from detente.exports.tables.workbook import workbook
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.records import CommitmentRecord, EventRecord, Records, SourceRecord

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[bytes]:
    """Return the file; the same findings give the same bytes."""
    found = findings.result(Records)
    sheets = {
        "Events": record_table(EventRecord, found.events),
        "Commitments": record_table(CommitmentRecord, found.commitments),
        "Sources": record_table(SourceRecord, found.sources),
    }
    return [workbook(found.title, sheets)]


EXPORT = Export(
    "a workbook with events, commitments and sources",
    ".xlsx",
    "which citation each change of a status rests on, and every other section of the case",
    write,
    "chronicle",
    ChronicleOptions(model=True),
    is_text=False,
)
