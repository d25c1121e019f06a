"""A table of another program as records: heads in other words, and what a case has no place for."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.casefile.files import TOO_LARGE, is_zipped
from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE, LEFT_OUT
from detente.casefile.naming import clean
from detente.casefile.rows.cells import Reader, columns, is_filled
from detente.casefile.rows.dates import read_dates
from detente.casefile.rows.table import MOST_ROWS
from detente.casefile.tables.text import read_rows
from detente.diagnostics import Span, is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.case.record import Record
    from detente.casefile.files import CaseFile
    from detente.casefile.tables.cell import Cell, Row
    from detente.casefile.yaml_text.builder import Tree
    from detente.diagnostics import Diagnostic

_MOST_TOLD = 100
"""Columns that are told of one by one where very many are left out."""

CLAIMS = MappingProxyType(
    {
        "identifier": "id",
        "code": "id",
        "citation": "cites",
        "citations": "cites",
        "cite": "cites",
        "reference": "cites",
        "references": "cites",
        "source": "cites",
        "sources": "cites",
        "comment": "note",
        "comments": "note",
        "notes": "note",
        "remarks": "note",
    }
)
"""What else the columns may be called that every record has which says something about the world."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a table may hold.

    Attributes
    ----------
    kind
        What its records are.
    others
        The keys of its records by what else their columns may be called, in small letters and without underscores.
    needed
        Keys of which columns it needs; one of each group will do.
    dates
        Keys of columns that hold dates, which other programs write in ways of their own.
    """

    kind: type[Record]
    others: Mapping[str, str]
    needed: tuple[tuple[str, ...], ...]
    dates: frozenset[str] = frozenset()

    def key(self, head: Cell) -> str:
        """Return the key that a column fills; empty where it fills none."""
        word = " ".join(head.text.casefold().replace("_", " ").split())
        plain = self.others.get(word, word.replace(" ", "_"))
        return plain if plain in columns(self.kind) else ""


def read_foreign(file: CaseFile, form: Form, problems: list[Diagnostic]) -> list[Tree]:
    """Return the records of a table, none where it is no such table; problems are added to a list."""
    rows, found = _rows(file, form)
    problems += found
    if not rows:
        problems += [] if found else [BAD_SHAPE.at(Span(file.path), "the file holds no table")]
        return []
    head, body = rows[0], rows[1:]
    keys = _keys(form, rows, problems)
    problems += _absent(form, head[0], keys)
    if len(body) > MOST_ROWS:
        message = f"the table has more than {MOST_ROWS:,} rows"
        problems.append(TOO_LARGE.at(body[MOST_ROWS][0].span, message, "leave out what is not needed"))
    if not is_clean(problems):
        return []
    body = read_dates(body, [column for column, key in enumerate(keys) if key in form.dates], problems)
    reader = Reader.of(form.kind, keys, body, problems)
    records = [reader.record(keys, row) for row in body]
    for record in records:
        if not record.value.keys() & {"cites", "assumption"}:
            record.value["assumption"] = f"imported from {clean(file.name)}; no source stated"
    return records


def _rows(file: CaseFile, form: Form) -> tuple[list[Row], list[Diagnostic]]:
    """Return the rows of a table from its head on, be they in a text or in a workbook, and what is wrong with them."""
    if not is_zipped(file.data):
        return read_rows(file.text, file.path, lambda row: any(map(form.key, row)))
    from detente.casefile.tables.files.book import read_book

    book, problems = read_book(file.data, file.path)
    if book is None:
        return [], problems
    merged = [(cell, "separate them, and write in each what it holds") for cell, _ in book.merged]
    problems += [BAD_SHAPE.at(cell.span, f"the cells {cell.text} are merged", hint) for cell, hint in merged]
    return book.rows, problems


def _absent(form: Form, first: Cell, keys: list[str]) -> Iterator[Diagnostic]:
    """Yield the columns that are needed and missing."""
    for group in form.needed:
        if not set(group) & set(keys):
            words = [*group, *(word for word, key in form.others.items() if key in group)]
            names = "' or '".join(group)
            message = f"no column is called '{names}'"
            yield BAD_HEAD.at(first.span, message, f"name a column {', '.join(words[:-1])} or {words[-1]}")


def _keys(form: Form, rows: list[Row], problems: list[Diagnostic]) -> list[str]:
    """Return the key that each column fills; columns that fill none are left out, which is told of."""
    keys: list[str] = []
    left: list[Diagnostic] = []
    for column, cell in enumerate(rows[0]):
        key = form.key(cell)
        if key and key in keys:
            left.append(LEFT_OUT.at(cell.span, f"the column '{cell.shown}' says '{key}' once more, and is left out"))
        elif not key and (cell.text or is_filled(column, rows[1:])):
            left.append(LEFT_OUT.at(cell.span, f"the column '{cell.shown}' is left out"))
        keys.append("" if key in keys else key)
    problems += left[:_MOST_TOLD]
    if len(left) > _MOST_TOLD:
        message = f"{len(left) - _MOST_TOLD:,} further columns are left out"
        problems.append(LEFT_OUT.at(left[_MOST_TOLD].span, message))
    return keys
