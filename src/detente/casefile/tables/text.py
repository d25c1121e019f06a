"""Tables in plain text: cells separated by commas, semicolons or tabs, each with its line and column."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.casefile.tables.cell import MOST_CELLS, Cell, Row, too_far, too_many, without_end
from detente.casefile.tables.layout import is_head
from detente.diagnostics import Diagnostic, Span
from detente.writing import unguarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SEPARATORS = (",", ";", "\t", "|")
_SAID = re.compile(r'"?sep=(?P<separator>[^\r\n"])"?[,;\t ]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_SEARCHED_ROWS, _SEARCHED_CELLS = 100, 20_000
"""How much is searched for the head, to see what separates the cells."""

_MOST_PLACES = 300_000
"""Cells that are looked at, empty ones included, before a table is given up as too far-flung."""

_LINE_END = r"\r\n|\r|\n"
_BREAKS = re.compile(_LINE_END)


def separator_of(text: str, names: Callable[[Row], bool] = is_head) -> str:
    """Return what separates the cells: what the first line says, or what splits a row that names the columns.

    Parameters
    ----------
    names
        Tells whether a row names the columns.
    """
    if said := _SAID.match(text):
        return said["separator"]
    widths: dict[str, int] = {}
    for separator in _SEPARATORS:
        rows = _rows(islice(_cells(text, "", separator), _SEARCHED_CELLS))
        head = next((row for row in islice(rows, _SEARCHED_ROWS) if names(row)), [])
        widths[separator] = len(head)
    return max(widths, key=lambda separator: widths[separator])


def _rows(cells: Iterable[tuple[Cell, bool, bool]]) -> Iterator[Row]:
    row: Row = []
    for cell, _, ends_row in cells:
        row.append(cell)
        if ends_row:
            yield row
            row = []


def read_rows(text: str, path: str, names: Callable[[Row], bool] = is_head) -> tuple[list[Row], list[Diagnostic]]:
    """Return the rows that hold anything, without the empty cells at their ends, and what is wrong with the file.

    A quoted cell may hold separators and several lines; two quotes in it stand for one. Of a table with too many cells
    no row is returned.

    Parameters
    ----------
    path
        Name used in diagnostics; never opened.
    names
        Tells whether a row names the columns.
    """
    text = text.removeprefix("\ufeff")
    rows: list[Row] = []
    row: Row = []
    problems: list[Diagnostic] = []
    filled = 0
    said = _SAID.match(text)
    start = said.end() if said else 0
    for places, (cell, is_open, ends_row) in enumerate(_cells(text, path, separator_of(text, names), start), 1):
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


def _cells(text: str, path: str, separator: str, at: int = 0) -> Iterator[tuple[Cell, bool, bool]]:
    """Yield each cell from a place on, whether it begins with a quote left open, and whether it ends its row."""
    blank = r"[^\S\r\n\t]*"
    between = re.escape(separator)
    pattern = re.compile(
        rf'{blank}(?:"(?P<quoted>(?:[^"]|"")*+)"{blank}|(?P<plain>[^{between}\r\n]*))'
        rf"(?P<next>{between}|{_LINE_END}|\Z)"
    )
    line, start = 1 + bool(at), at
    while match := pattern.match(text, at):
        is_quoted = match["quoted"] is not None
        words = match["quoted"].replace('""', '"') if is_quoted else match["plain"]
        first, behind = match.span("quoted" if is_quoted else "plain")
        end = None if _BREAKS.search(match["quoted"] or "") else (line, behind - start + 1)
        span = Span(path, line, first - start + 1, end=end)
        yield (
            Cell(unguarded(clean(words)) if words else words, span),
            words.startswith('"') and not is_quoted,
            match["next"] != separator,
        )
        at = match.end()
        is_one_line = match["next"] == separator and not is_quoted
        if not is_one_line and (breaks := list(_BREAKS.finditer(match[0]))):
            line, start = line + len(breaks), match.start() + breaks[-1].end()
        if at == len(text) and match["next"] != separator:
            return
