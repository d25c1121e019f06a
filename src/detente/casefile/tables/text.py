"""Tables in plain text: cells separated by commas, semicolons or tabs, each with its line and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.casefile.tables.cell import MOST_CELLS, Cell, Row, too_far, too_many, without_end
from detente.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER_ACTOR = re.compile(r'^[ \t,;"]*+actors?"? *(?P<separator>[,;\t])', re.IGNORECASE | re.MULTILINE)
_MOST_PLACES = 200_000
"""Cells that are looked at, empty ones included, before a table is given up as too far-flung."""

_LINE_END = r"\r\n|\r|\n"


def read_rows(text: str, path: str) -> tuple[list[Row], list[Diagnostic]]:
    """Return the rows that hold anything, without the empty cells at their ends, and what is wrong with the file.

    Cells are separated by what stands after the first cell of the head, ``Actor``. A quoted cell may hold separators
    and several lines; two quotes in it stand for one. Of a table with too many cells no row is returned.
    """
    text = text.removeprefix("\ufeff")
    found = _AFTER_ACTOR.search(text)
    rows: list[Row] = []
    row: Row = []
    problems: list[Diagnostic] = []
    filled = 0
    for places, (cell, is_open, ends_row) in enumerate(_cells(text, path, found["separator"] if found else ","), 1):
        if places > _MOST_PLACES:
            return [], [*problems, too_far(cell.span, _MOST_PLACES)]
        if is_open and (not problems or problems[-1].span.line < cell.span.line):
            hint = "close it, or write two quotes for one"
            problems.append(BAD_SHAPE.at(cell.span, "a quote that is not closed", hint))
        row.append(cell)
        if not ends_row:
            continue
        row = without_end(row)
        filled += len(row)
        if filled > MOST_CELLS:
            return [], [*problems, too_many(row[0].span)]
        rows += [row] if row else []
        row = []
    return rows, problems


def _cells(text: str, path: str, separator: str) -> Iterator[tuple[Cell, bool, bool]]:
    """Yield each cell, whether it begins with a quote that is not closed, and whether it ends its row."""
    blank = r"[^\S\r\n\t]*"
    pattern = re.compile(
        rf'{blank}(?:"(?P<quoted>(?:[^"]|"")*+)"{blank}|(?P<plain>[^{separator}\r\n]*))'
        rf"(?P<next>{separator}|{_LINE_END}|\Z)"
    )
    at, line, start = 0, 1, 0
    while match := pattern.match(text, at):
        is_quoted = match["quoted"] is not None
        words = match["quoted"].replace('""', '"') if is_quoted else match["plain"]
        span = Span(path, line, match.start("quoted" if is_quoted else "plain") - start + 1)
        yield Cell(clean(words), span), words.startswith('"') and not is_quoted, match["next"] != separator
        at = match.end()
        if breaks := list(re.finditer(_LINE_END, match[0])):
            line, start = line + len(breaks), match.start() + breaks[-1].end()
        if at == len(text) and match["next"] != separator:
            return
