"""Tables in plain text: cells separated by commas, semicolons or tabs, each with its line and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.casefile.tables.cell import MOST_CELLS, Cell, Row, too_many, without_end
from detente.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_AFTER_ACTOR = re.compile(r'^[ \t,;"]*+actors?"? *(?P<separator>[,;\t])', re.IGNORECASE | re.MULTILINE)
_LINE_END = r"\r\n|\r|\n"


def read_rows(text: str, path: str) -> tuple[list[Row], list[Diagnostic]]:
    """Return the rows that hold anything, without the empty cells at their ends, and what is wrong with the file.

    Cells are separated by what stands after the first cell of the head, ``Actor``. A quoted cell may hold separators
    and several lines; two quotes in it stand for one. Of a table with too many cells no row is returned.
    """
    text = text.removeprefix("\ufeff")
    found = _AFTER_ACTOR.search(text)
    rows: list[Row] = []
    problems: list[Diagnostic] = []
    count = 0
    for cells in _rows(text, path, found["separator"] if found else ",", problems):
        row = without_end(cells)
        count += len(row)
        if count > MOST_CELLS:
            return [], [*problems, too_many(row[0].span)]
        if row:
            rows.append(row)
    return rows, problems


def _rows(text: str, path: str, separator: str, problems: list[Diagnostic]) -> Iterator[Row]:
    """Yield the cells of each row; a quote that is not closed is a problem, and stands for itself."""
    blank = r"[^\S\r\n\t]*"
    cell = re.compile(
        rf'{blank}(?:"(?P<quoted>(?:[^"]|"")*+)"{blank}|(?P<plain>[^{separator}\r\n]*))'
        rf"(?P<next>{separator}|{_LINE_END}|\Z)"
    )
    row: Row = []
    at, line, start = 0, 1, 0
    while match := cell.match(text, at):
        is_quoted = match["quoted"] is not None
        words = match["quoted"].replace('""', '"') if is_quoted else match["plain"]
        span = Span(path, line, match.start("quoted" if is_quoted else "plain") - start + 1)
        if words.startswith('"') and not is_quoted:
            problems.append(BAD_SHAPE.at(span, "a quote that is not closed", "close it, or write two quotes for one"))
        row.append(Cell(clean(words), span))
        at = match.end()
        if breaks := list(re.finditer(_LINE_END, match[0])):
            line, start = line + len(breaks), match.start() + breaks[-1].end()
        if match["next"] != separator:
            yield row
            row = []
            if at == len(text):
                return
