"""Terse tables: nothing that a row says is lost, and nothing is said over and over."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detente.findings import Column, Row, Table
from detente.report.tree.terse import terse

WORDS = st.sampled_from(["yes", "no", "", None, ("a", "b"), 1, 0.5])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of few columns and rows, in which columns are often all alike."""
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[WORDS] * width), max_size=5))
    columns = tuple(Column(f"c{at}", f"Column {at}", unit="km" if at == 2 else "") for at in range(width))
    return Table("t", "A table", columns, tuple(Row(cells) for cells in rows))


@given(tables())
def test_a_column_goes_only_where_all_rows_are_alike_and_is_said(table: Table) -> None:
    short, alike = terse(table)
    kept = {column.key for column in short.columns}

    assert short.columns[0] == table.columns[0]
    for at, column in enumerate(table.columns):
        same = len({repr(row.cells[at]) for row in table.rows}) == 1
        gone = at > 0 and len(table.rows) >= 3 and same
        assert (column.key not in kept) == gone
        assert (f"{column.title}: " in alike) == gone


@given(tables())
def test_what_stays_is_unchanged(table: Table) -> None:
    short, _ = terse(table)
    at = [table.columns.index(column) for column in short.columns]

    assert [row.cells for row in short.rows] == [tuple(row.cells[k] for k in at) for row in table.rows]


@given(tables())
def test_a_matrix_stays_whole(table: Table) -> None:
    matrix = replace(table, matrix=True)

    assert terse(matrix) == (matrix, "")
