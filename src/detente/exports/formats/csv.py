"""CSV: who stands where, as a table with a row an actor."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from detente.exports.actor_table import LEAVES_OUT, actor_table
from detente.exports.export import Export

if TYPE_CHECKING:
    from detente.findings import Findings


def write(findings: Findings) -> list[str]:
    """Return the file; the same findings give the same text.

    Raises
    ------
    ExportError
        If nobody holds a position with a number.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(actor_table(findings.document["model"]))
    return [text.getvalue()]


EXPORT = Export("a table of actors and issues", ".csv", LEAVES_OUT, write, "chronicle")
