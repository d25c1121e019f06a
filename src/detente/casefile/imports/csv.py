"""``.csv``: a table with a row an actor, as a spreadsheet saves it, or as KTAB reads it.

Actors, issues with scales, positions and capabilities of a case come of it; every number carries an assumption,
because the file names no sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.importer import Importer
from detente.casefile.tables.read import read_table
from detente.casefile.tables.text import read_rows

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_tree import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    rows, problems = read_rows(file.text, file.path)
    return read_table(file, rows, problems), problems


IMPORTER = Importer(".csv", "a table", read)
