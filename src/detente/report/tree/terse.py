"""Terse tables: what every row says alike is said once, instead of in a column."""

from __future__ import annotations

from dataclasses import replace

from detente.findings import Row, Table
from detente.report.tree.cells import pieces

_FEWEST = 3
"""Rows from which on a column in which all are alike is not worth its room."""


def terse(table: Table) -> tuple[Table, str]:
    """Return a table without the columns in which all rows are alike, and what these say in words.

    The first column, which names the rows, always stays; so do a table of less than three rows and a matrix.
    """
    if len(table.rows) < _FEWEST or table.matrix:
        return table, ""
    alike = [at for at in range(1, len(table.columns)) if len({_key(row, at) for row in table.rows}) == 1]
    said = [f"{table.columns[at].title}: {_words(table, at)}" for at in alike]
    kept = [at for at in range(len(table.columns)) if at not in alike]
    shorter = replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows),
    )
    return (shorter, f"In every row: {'; '.join(said)}.") if alike else (table, "")


def rest_alike(table: Table) -> bool:
    """Return whether all rows of a table that is long enough rest on the very same, and on something."""
    held = {(row.cites, row.assumption, row.certainty, row.hedge, row.note) for row in table.rows}
    return len(table.rows) >= _FEWEST and len(held) == 1 and not table.rows[0].is_bare


def _key(row: Row, at: int) -> str:
    return repr(row.cells[at])


def _words(table: Table, at: int) -> str:
    column = table.columns[at]
    words = ", ".join(piece.text for piece in pieces(table.rows[0].cells[at], column))
    return f"{words} {column.unit}".rstrip()
