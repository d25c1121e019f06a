"""The document of the conflict lens as JSON, with the whole model in it."""

from __future__ import annotations

from detente.exports.export import Export
from detente.exports.json_document import to_json
from detente.findings import Findings
from detente.lenses.conflict.options import WHOLE_MODEL


def write(findings: Findings) -> list[str]:
    """Return the document."""
    return [to_json(findings)]


EXPORT = Export(
    "JSON of Detente",
    ".json",
    "sources, reasons and assumptions",
    write,
    "conflict",
    WHOLE_MODEL,
)
