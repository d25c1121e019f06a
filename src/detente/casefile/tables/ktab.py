"""The layout of KTAB: actor, description, capability, then a position and a salience for each dimension.

Over the head stands a row with name, description and the numbers of actors and dimensions. Positions lie between 0
and 100, saliences are percent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_HEAD, BAD_SHAPE, READ_AS
from detente.casefile.tables.heads.head import Head, read_head
from detente.casefile.tables.sheet import PERCENT, IssueColumns, Note, Sheet
from detente.casefile.tables.totals import is_total
from detente.writing.spelling import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.casefile.tables.cell import Row
    from detente.diagnostics import Diagnostic

_FIRST = 3
_COLUMNS = "actor, description, capability, then a position and a salience for each dimension"
_AS_KTAB = "KTAB wants a position and a salience for each dimension, in turn, between 0 and 100"


def is_title(row: Row) -> bool:
    """Return whether a row counts actors or dimensions, as KTAB's first row does."""
    return any(re.fullmatch(r"\d+", cell.text, re.ASCII) for cell in row[2:4])


def lay_out(title: Row, head: Row, rows: list[Row], problems: list[Diagnostic]) -> Sheet | None:
    """Return a table of KTAB by its parts, or ``None`` where it has other columns; problems are added to a list."""
    if len(head) < _FIRST + 2 or len(head) % 2 == 0:
        message = f"{len(head)} columns; expected {_COLUMNS}"
        problems.append(BAD_SHAPE.at(head[-1].span, message, "a plain table has no row above its head"))
        return None
    read = [read_head(cell, column) for column, cell in enumerate(head)]
    pairs = list(zip(read[_FIRST::2], read[_FIRST + 1 :: 2], strict=True))
    mistakes = [*_misplaced(pairs), *_named_twice(pairs)]
    problems += mistakes
    if mistakes:
        return None
    issues = tuple(
        IssueColumns(_name(position, number), position.cell, PERCENT, position.column, salience.column, care=PERCENT)
        for number, (position, salience) in enumerate(pairs, 1)
    )
    actors = sum(not is_total(row[0].text) for row in rows)
    for cell, count, what in zip(title[2:4], (actors, len(issues)), ("actors", "dimensions"), strict=False):
        if cell.text != str(count):
            problems.append(READ_AS.at(cell.span, f"the first row counts '{cell.shown}' {what}; the table has {count}"))
    return Sheet(head, rows, 0, (Note(1),), 2, issues)


def _name(position: Head, number: int) -> str:
    return position.name or f"Dimension {number}"


def _misplaced(pairs: list[tuple[Head, Head]]) -> Iterator[Diagnostic]:
    """Yield heads that say something else than what KTAB reads in their place."""
    for position, salience in pairs:
        for head, kind in ((position, "position"), (salience, "salience")):
            shown, span = head.cell.shown, head.cell.span
            if head.kind in {"position", "salience"} - {kind}:
                yield BAD_HEAD.at(span, f"'{shown}' stands where a {kind} is expected", _AS_KTAB)
            elif head.scale and (head.scale.low, head.scale.high) != (0, 100):
                yield BAD_HEAD.at(span, f"the scale in the head '{shown}' is not 0..100", _AS_KTAB)
        if position.name and salience.name and salience.kind and position.key != salience.key:
            message = f"'{salience.cell.shown}' stands beside '{position.cell.shown}'"
            yield BAD_HEAD.at(salience.cell.span, message, _AS_KTAB)


def _named_twice(pairs: list[tuple[Head, Head]]) -> Iterator[Diagnostic]:
    seen: dict[str, Head] = {}
    for number, (position, _) in enumerate(pairs, 1):
        earlier = seen.setdefault(key(_name(position, number)), position)
        if earlier is not position:
            message = f"'{position.cell.shown}' says the same as '{earlier.cell.shown}'"
            yield BAD_SHAPE.at(position.cell.span, message, "name each dimension differently")
