"""Tables as data frames: rows, columns, their order and their types, as pandas makes them of a table."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

import detente
from detente.dates import Truth
from detente.findings import Column, Row, Table, Text

MIXED = Table(
    "t",
    "Everything",
    (
        Column("name", "Name"),
        Column("km", "Length", "number", "km"),
        Column("on", "Open", "truth"),
        Column("day", "Day", "date"),
        Column("who", "Who"),
    ),
    (
        Row(("A", 1.5, Truth.TRUE, "2025-07~", ("North", Text("Հարավ", "hy")))),
        Row((Text("ბ", "ka"), None, Truth.UNDETERMINED, None, ())),
        Row(("C", 3, Truth.FALSE, "2025", "South")),
    ),
)


def test_a_data_frame_of_a_table() -> None:
    frame = pandas.DataFrame(MIXED)

    assert list(frame.columns) == ["name", "km", "on", "day", "who"]
    assert frame["km"].dtype == "float64"
    assert (frame["km"].sum(), frame["km"].isna().tolist()) == (4.5, [False, True, False])
    assert frame["on"].tolist() == [True, None, False]
    assert frame["name"].tolist() == ["A", "ბ", "C"]
    assert frame["who"].tolist() == ["North; Հարավ", "", "South"]
    assert frame["day"].dropna().tolist() == ["2025-07~", "2025"]


def test_a_table_is_a_sequence_of_rows() -> None:
    assert len(MIXED) == 3
    assert MIXED[-1] == {"name": "C", "km": 3, "on": False, "day": "2025", "who": "South"}
    assert MIXED[1:] == list(MIXED)[1:]
    assert repr(MIXED) == "<Table 't': 3 rows of name, km, on, day, who>"
    with pytest.raises(IndexError):
        MIXED[3]


def test_every_table_of_the_flagship_becomes_a_data_frame_of_one_type_a_column(root: Path) -> None:
    tables = [
        table
        for findings in detente.open(root / "examples" / "south-caucasus").at().look_around()
        for finding in findings.findings
        for table in (*finding.tables, *(figure.table for figure in finding.figures))
    ]
    assert len(tables) > 40
    kinds = {"number": (int, float), "truth": (bool,)}
    for table in tables:
        frame = pandas.DataFrame(table)
        assert frame.shape == (len(table.rows), len(table.columns) if table.rows else 0)
        for column in table.columns:
            cells = [row[column.key] for row in table if row[column.key] is not None]
            assert all(type(cell) in kinds.get(column.kind, (str,)) for cell in cells), (table.id, column.key)
