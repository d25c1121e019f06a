"""``.csv``: actors × issues as KTAB reads them, or the same table without KTAB's first row.

Columns are actor, description, capability, then a position and a salience for each dimension. Actors, issues with
scales, positions and capabilities of a case come of it; every number carries an assumption, because the file names no
sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.importer import Importer
from detente.casefile.ktab.document import read_document
from detente.casefile.ktab.sheet import lay_out
from detente.casefile.naming import clean
from detente.casefile.table_text import read_rows
from detente.diagnostics import Span

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_tree import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    rows, problems = read_rows(file.text, file.path)
    if not rows:
        problems.append(BAD_SHAPE.at(Span(file.path, 1), "the file holds no table"))
    sheet = None if problems else lay_out(rows, problems)
    if sheet is None:
        return None, problems
    return read_document(sheet, f"imported from {clean(file.name)}; no source stated", problems), problems


IMPORTER = Importer(".csv", "KTAB", read)
