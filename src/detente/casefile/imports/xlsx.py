"""``.xlsx``: a workbook whose first sheet holds a table with a row an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.importer import Importer
from detente.casefile.tables.files.book import read_book
from detente.casefile.tables.layout import head_row
from detente.casefile.tables.read import read_table

if TYPE_CHECKING:
    from detente.casefile.files import CaseFile
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    book, problems = read_book(file.data, file.path)
    if book is None:
        return None, problems
    start = head_row(book.rows)
    for cell, last in book.merged:
        if start is not None and last >= book.rows[start][0].span.line:
            hint = "separate them, and write in each what it holds"
            problems.append(BAD_SHAPE.at(cell.span, f"the cells {cell.text} are merged", hint))
    return read_table(file, book.rows, problems), problems


IMPORTER = Importer(".xlsx", "a table", read, is_text=False)
