"""Tables in plain text: cells separated by commas, each with its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.naming import clean
from detente.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"\s*(?=,|$)|(?P<plain>[^,]*))')


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, on one line, where, and whether it is written without quotes."""

    text: str
    span: Span
    is_plain: bool = True


def read_rows(text: str, path: str) -> tuple[list[list[Cell]], list[Diagnostic]]:
    """Return the rows that hold anything, without the empty cells at their ends, and what is wrong with the file.

    A quoted cell ends on its line; two quotes in it stand for one.
    """
    rows, problems = [], []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        cells = list(_cells(line, path, number))
        open_quotes = [cell.span for cell in cells if cell.text.startswith('"') and cell.is_plain]
        problems += [BAD_SHAPE.at(span, "a quote that is not closed before the next comma") for span in open_quotes]
        while cells and not cells[-1].text:
            cells.pop()
        if cells:
            rows.append(cells)
    return rows, problems


def _cells(line: str, path: str, number: int) -> Iterator[Cell]:
    at = 0
    while at <= len(line):
        match = _CELL.match(line, at)
        if match is None:  # the pattern matches everywhere, also nothing
            return
        name = "plain" if match["quoted"] is None else "quoted"
        words = match[name] if name == "plain" else match[name].replace('""', '"')
        yield Cell(clean(words), Span(path, number, match.start(name) + 1), name == "plain")
        at = match.end() + 1
