"""A table beside the YAML of a case as the part of a section that it adds to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.casefile.files import TOO_LARGE
from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.rows.cells import Reader, columns, needed
from detente.casefile.tables.numbers import is_decimal_comma, is_decimal_point
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
    if len(body) > MOST_ROWS:
        message = f"the table has more than {MOST_ROWS:,} rows"
        return None, [*problems, TOO_LARGE.at(body[MOST_ROWS][0].span, message, "leave out what is not needed")]
    missing = [key for key in needed(listing.kind) if all(cell.text != key for cell in head)]
    if missing:
        names = ", ".join(f"'{key}'" for key in missing)
        problems.append(MISSING_KEY.at(head[0].span, f"no column is called {names}", "add it to the head"))
        return None, problems
    reader = Reader(problems, _doubtful(head, body, listing))
    records = [_record(reader, head, row, listing) for row in body]
    return _section(file, listing, head, records), problems


def _section(file: CaseFile, listing: Listing, head: Row, records: list[Tree]) -> Tree:
    top = Span(file.path)
    inside = Place(head[0].span, None, {number: each.place for number, each in enumerate(records)})
    section = Place(top, None, {listing.key: inside})
    value = {listing.section: {listing.key: [each.value for each in records]}}
    return Tree(value, Place(top, None, {listing.section: section}))


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


def _record(reader: Reader, head: Row, row: Row, listing: Listing) -> Tree:
    known = columns(listing.kind)
    value: dict[str, Any] = {}
    places: dict[str | int, Place] = {}
    for column, cell in enumerate(row):
        name = head[column].text if column < len(head) else ""
        if not name and cell.text:
            message = f"'{cell.shown}' stands in no column with a name"
            reader.problems.append(BAD_SHAPE.at(cell.span, message, "put quotes around what holds a separator"))
        elif name in known and name not in places:
            places[name] = Place(cell.span)
            if cell.text:
                value[name] = reader.value(cell, name, known[name])
    return Tree(value, Place(row[0].span, None, places))


def _doubtful(head: Row, body: list[Row], listing: Listing) -> str:
    """Return which of comma and point may separate thousands: not the one that surely stands before decimals."""
    known = columns(listing.kind)
    numbers = [column for column, cell in enumerate(head) if known.get(cell.text) == "number"]
    texts = [row[column].text for row in body for column in numbers if column < len(row)]
    has_commas, has_points = any(map(is_decimal_comma, texts)), any(map(is_decimal_point, texts))
    return "." if has_commas and not has_points else ",." if has_commas else ","
