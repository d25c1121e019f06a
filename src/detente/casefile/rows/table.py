"""A table beside the YAML of a case as the part of a section that it adds to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.files import TOO_LARGE
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.rows.cells import Reader, columns, is_filled, needed
from detente.casefile.tables.text import read_rows
from detente.casefile.wording import MISSING_KEY, UNKNOWN_KEY
from detente.casefile.yaml_text.builder import DUPLICATE_KEY, Tree
from detente.diagnostics import Place, Span, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.files import CaseFile
    from detente.casefile.rows.listing import Listing
    from detente.casefile.tables.cell import Cell, Row
    from detente.diagnostics import Diagnostic

MOST_ROWS = 10_000
_MOST_TOLD = 20
"""Columns that are told of one by one where many are not known."""


def read_listing(file: CaseFile, listing: Listing) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the section that a table adds to with its records, or ``None`` where there are none to be had.

    Returns
    -------
    tree, diagnostics
        What stands in the table as YAML would have written it, and what is wrong with it.
    """
    known = columns(listing.kind)
    rows, problems = read_rows(file.text, file.path, lambda row: any(cell.text in known for cell in row))
    if not rows:
        return None, problems or [BAD_SHAPE.at(Span(file.path), "the file holds no table", "write a head of columns")]
    head, body = rows[0], rows[1:]
    problems += _heads(head, listing)
    problems += _nameless(head, body)
    if len(body) > MOST_ROWS:
        message = f"the table has more than {MOST_ROWS:,} rows"
        return None, [*problems, TOO_LARGE.at(body[MOST_ROWS][0].span, message, "leave out what is not needed")]
    missing = [key for key in needed(listing.kind) if all(cell.text != key for cell in head)]
    if missing:
        names = ", ".join(f"'{key}'" for key in missing)
        problems.append(MISSING_KEY.at(head[0].span, f"no column is called {names}", "add it to the head"))
        return None, problems
    keys = _keys(head, listing)
    reader = Reader.of(listing.kind, keys, body, problems)
    return section_of(listing, [reader.record(keys, row) for row in body], head[0].span), problems


def section_of(listing: Listing, records: list[Tree], start: Span) -> Tree:
    """Return the section that holds some records and nothing else."""
    top = Span(start.path)
    inside = Place(start, None, {number: each.place for number, each in enumerate(records)})
    section = Place(top, None, {listing.key: inside})
    value = {listing.section: {listing.key: [each.value for each in records]}}
    return Tree(value, Place(top, None, {listing.section: section}))


def _keys(head: Row, listing: Listing) -> list[str]:
    """Return which key each column fills, where it is the first that does, and it is one at all."""
    known = columns(listing.kind)
    texts = [cell.text for cell in head]
    return [text if text in known and texts.index(text) == number else "" for number, text in enumerate(texts)]


def _heads(head: Row, listing: Listing) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of the columns."""
    known = columns(listing.kind)
    seen: dict[str, Cell] = {}
    strange = [cell for cell in head if cell.text and cell.text not in known]
    for cell in head:
        if cell.text in known and seen.setdefault(cell.text, cell) is not cell:
            hint = f"it stands in column {seen[cell.text].span.column} already"
            yield DUPLICATE_KEY.at(cell.span, f"two columns are called '{cell.shown}'", hint)
    for cell in strange[:_MOST_TOLD]:
        hint = did_you_mean(cell.shown.strip().lower(), known) or f"the columns are {', '.join(known)}"
        yield UNKNOWN_KEY.at(cell.span, f"unknown column '{cell.shown}'", hint)
    if len(strange) > _MOST_TOLD:
        message = f"{len(strange) - _MOST_TOLD:,} further columns are unknown"
        yield UNKNOWN_KEY.at(strange[_MOST_TOLD].span, message, f"the columns are {', '.join(known)}")


def _nameless(head: Row, body: list[Row]) -> Iterator[Diagnostic]:
    """Yield the columns that hold something and have no name."""
    for column, cell in enumerate(head):
        if not cell.text and is_filled(column, body):
            yield BAD_SHAPE.at(cell.span, "a column without a name", "name it, or leave it out")
