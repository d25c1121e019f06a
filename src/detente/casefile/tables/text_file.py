"""A table in a text file, as a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.tables.files.encoding import decode
from detente.casefile.tables.layout import head_row
from detente.casefile.tables.read import read_table
from detente.casefile.tables.text import read_rows, separator_of
from detente.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.files import CaseFile
    from detente.casefile.tables.cell import Row
    from detente.casefile.yaml_text.builder import Tree


def read(file: CaseFile) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the sections of a case, or ``None`` where the file has errors, and all there is to say about it."""
    text = decode(file.data, file.path)
    if isinstance(text, Diagnostic):
        return None, [text]
    rows, problems = read_rows(text, file.path)
    problems += _beyond(rows)
    return read_table(file, rows, problems, doubtful="," if separator_of(text) == "," else ",."), problems


def _beyond(rows: list[Row]) -> Iterator[Diagnostic]:
    """Yield numbers beyond the last column: their row was cut into too many cells, so none is where it seems."""
    place = head_row(rows)
    if place is None:
        return
    width = len(rows[place])
    for row in rows[place + 1 :]:
        beyond = next((cell for cell in row[width:] if cell.text[:1].isdigit()), None)
        if beyond is not None:
            hint = "put quotes around what holds a separator, such as a number with a decimal comma"
            yield BAD_SHAPE.at(beyond.span, f"'{beyond.shown}' stands beyond the last column of the head", hint)
