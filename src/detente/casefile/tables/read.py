"""Rows of cells as a case, whatever file they stood in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.casefile.tables.document import read_document
from detente.casefile.tables.layout import lay_out
from detente.diagnostics import Span

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.tables.cell import Row
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read_table(file: CaseFile, rows: list[Row], problems: list[Diagnostic], *, doubtful: str = ",") -> Tree | None:
    """Return the sections of a case, or ``None`` where the file has errors; problems are added to a list.

    Parameters
    ----------
    doubtful
        Which of comma and point may separate thousands, where no number of the table says otherwise.
    """
    if not rows and not problems:
        problems.append(BAD_SHAPE.at(Span(file.path, 1), "the file holds no table"))
    sheet = lay_out(rows, problems) if rows else None
    if sheet is None:
        return None
    said = f"imported from {clean(file.name)}; no source stated"
    return read_document(sheet, said, problems, doubtful=doubtful)
