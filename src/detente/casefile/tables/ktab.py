"""The layout of KTAB: actor, description, capability, then a position and a salience for each dimension.

Over the head stands a row with name, description and the numbers of actors and dimensions. Positions lie between 0
and 100, saliences are percent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.casefile.import_rules import BAD_SHAPE, READ_AS
from detente.casefile.tables.sheet import PERCENT, IssueColumns, Sheet

if TYPE_CHECKING:
    from detente.casefile.tables.cell import Row
    from detente.diagnostics import Diagnostic

_FIRST = 3
_COLUMNS = "actor, description, capability, then a position and a salience for each dimension"
_WORDS = re.compile(r"\b(?:position|pstn|pos)\s*(\d*)\s*$", re.IGNORECASE)


def is_title(row: Row) -> bool:
    """Return whether a row counts actors or dimensions, as KTAB's first row does."""
    return any(re.fullmatch(r"\d+", cell.text, re.ASCII) for cell in row[2:4])


def lay_out(title: Row, head: Row, rows: list[Row], problems: list[Diagnostic]) -> Sheet | None:
    """Return a table of KTAB by its parts, or ``None`` where it has other columns; problems are added to a list."""
    if len(head) < _FIRST + 2 or len(head) % 2 == 0:
        message = f"{len(head)} columns; expected {_COLUMNS}"
        problems.append(BAD_SHAPE.at(head[-1].span, message, "a plain table has no row above its head"))
        return None
    issues = []
    for number, column in enumerate(range(_FIRST, len(head), 2), 1):
        name = _WORDS.sub("", head[column].text).strip() or f"Dimension {number}"
        issues.append(IssueColumns(name, head[column], PERCENT, column, column + 1, care=PERCENT))
    counted = zip(title[2:4], (len(rows), len(issues)), ("actors", "dimensions"), strict=False)
    for cell, count, what in counted:
        if cell.text != str(count):
            message = f"the first row counts '{cell.shown}' {what}; the table has {count}"
            problems.append(READ_AS.at(cell.span, message))
    return Sheet(head, rows, 0, 1, 2, tuple(issues))
