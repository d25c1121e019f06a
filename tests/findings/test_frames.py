"""Tables as data frames: pandas, polars and Arrow see the same types, values and evidence."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import detente
from detente.dates import Truth
from detente.findings import Certainty, Column, Evidence, Row, Table, Text

COLUMNS = (
    Column("name", "Name"),
    Column("km", "Length", "number", "km"),
    Column("moves", "Moves", "number"),
    Column("on", "Open", "truth"),
    Column("from", "From", "date"),
    Column("about", "About", "date"),
    Column("who", "Who"),
    Column("state", "State", "state"),
)
MIXED = Table(
    "t",
    "Everything",
    COLUMNS,
    (
        Row(
            ("A", 1.5, 2, Truth.TRUE, "2025-07-10", "2025-07~", ("North", Text("Հարավ", "hy")), "YN"),
            cites=(Evidence("article", "¶24", "signed"), Evidence("wire")),
            certainty=Certainty.FACT,
        ),
        Row((Text("ბ", "ka"), None, None, Truth.UNDETERMINED, None, None, (), "NN"), assumption="an example"),
        Row(("C", 3, 2**63 - 1, False, "0843-08-01", "2025-01-01", "South", None)),
    ),
)
VALUES: dict[str, list[Any]] = {
    "name": ["A", "ბ", "C"],
    "km": [1.5, None, 3.0],
    "moves": [2, None, 2**63 - 1],
    "on": [True, None, False],
    "from": [date(2025, 7, 10), None, date(843, 8, 1)],
    "about": ["2025-07~", None, "2025-01-01"],
    "who": [["North", "Հարավ"], [], ["South"]],
    "state": ["YN", "NN", None],
    "cites": [["article ¶24: “signed”", "wire"], [], []],
    "certainty": ["fact", None, None],
    "assumption": [None, "an example", None],
}


def of(*cells: Any, kind: Any = "text") -> Table:
    """Return a table of one column."""
    return Table("t", "c", (Column("x", "X", kind),), tuple(Row((cell,)) for cell in cells))


def test_polars() -> None:
    frame = MIXED.to_polars()

    assert frame.to_dict(as_series=False) == VALUES
    texts = polars.List(polars.String)
    types = [polars.String, polars.Float64, polars.Int64, polars.Boolean, polars.Date, polars.String, texts]
    assert frame.dtypes == [*types, polars.String, texts, polars.String, polars.String]


def test_arrow() -> None:
    table = MIXED.to_arrow()

    assert table.to_pydict() == VALUES
    texts = "list<item: string>"
    types = ["string", "double", "int64", "bool", "date32[day]", "string", texts, "string", texts, "string", "string"]
    assert [str(kind) for kind in table.schema.types] == types
    assert table.schema.metadata == {b"id": b"t", b"caption": b"Everything"}
    assert table.field("km").metadata == {b"title": b"Length", b"unit": b"km"}


def test_pandas() -> None:
    frame = MIXED.to_pandas()

    types = ["string", "Float64", "Int64", "boolean", "datetime64[s]", "string", "object", "string"]
    assert [str(kind) for kind in frame.dtypes] == [*types, "object", "string", "string"]
    for key, values in VALUES.items():
        found = [None if not isinstance(cell, list) and pandas.isna(cell) else cell for cell in frame[key]]
        assert [cell.date() if isinstance(cell, pandas.Timestamp) else cell for cell in found] == values, key
    assert (frame["km"].sum(), frame["on"].sum()) == (4.5, 1)
    assert frame.attrs["units"] == {"km": "km"}
    assert (frame.attrs["id"], frame.attrs["caption"], frame.attrs["titles"]["on"]) == ("t", "Everything", "Open")


@pytest.mark.parametrize(
    ("table", "kind", "values"),
    [
        (of(kind="date"), "date32[day]", []),
        (of(None, "", kind="date"), "date32[day]", [None, None]),
        (of("2025-07-10", "2025-02-30", kind="date"), "string", ["2025-07-10", "2025-02-30"]),
        (of("2025-07-10", "2025-07-10/..", kind="date"), "string", ["2025-07-10", "2025-07-10/.."]),
        (of(kind="number"), "double", []),
        (of(None, kind="number"), "double", [None]),
        (of(1, 2**63, kind="number"), "double", [1.0, 2.0**63]),
        (of(1, "many", kind="number"), "string", ["1", "many"]),
        (of(1, "", kind="number"), "int64", [1, None]),
        (of(True, "open", kind="truth"), "string", ["True", "open"]),
        (of(kind="truth"), "bool", []),
        (of("", "a"), "string", [None, "a"]),
        (of("none", ("a", "b"), None, ""), "list<item: string>", [["none"], ["a", "b"], None, None]),
    ],
)
def test_a_column_has_one_type_whatever_its_cells(table: Table, kind: str, values: list[Any]) -> None:
    found = table.to_arrow()

    assert (str(found.schema.types[0]), found.column(0).to_pylist()) == (kind, values)
    assert table.to_polars().to_series().to_list() == values
    assert len(table.to_pandas()) == len(values)


def test_every_table_of_the_flagship_is_the_same_in_all_three(root: Path) -> None:
    tables = [
        table
        for findings in detente.open(root / "examples" / "south-caucasus").at().look_around()
        for finding in findings.findings
        for table in (*finding.tables, *(figure.table for figure in finding.figures))
    ]
    assert len(tables) > 40
    for table in tables:
        arrow: pyarrow.Table = table.to_arrow()
        assert arrow.column_names[: len(table.columns)] == [column.key for column in table.columns]
        assert arrow.num_rows == len(table.rows)
        assert ("cites" in arrow.column_names) == any(row.cites for row in table.rows)
        assert table.to_polars().to_dict(as_series=False) == arrow.to_pydict()
        frame = table.to_pandas()
        assert list(frame.columns) == arrow.column_names
        missing = [arrow.column(name).null_count for name in arrow.column_names]
        assert frame.isna().sum().tolist() == missing


def test_columns_of_one_name_are_all_there_each_under_its_own() -> None:
    """Parties give tables columns, and may be called as others are."""
    columns = (Column("package", "Package"), Column("package", "The Packers"), Column("cites", "Cites"))
    row = Row(("deal", "0.5", "0.3"), cites=(Evidence("wire"),), assumption="x")
    table = Table("t", "Gains", columns, (row,))
    expected = {"package": "deal", "package_": "0.5", "cites": "0.3", "cites_": ["wire"], "assumption": "x"}

    assert table.to_pandas().to_dict("records") == [expected]
    assert table.to_polars().to_dicts() == [expected]
    assert table.to_arrow().to_pylist() == [expected]
    assert table.to_pandas().attrs["titles"]["cites_"] == "Rests on"


@pytest.mark.parametrize(
    ("method", "library", "extra"),
    [("to_pandas", "pandas", "pandas"), ("to_polars", "polars", "polars"), ("to_arrow", "pyarrow", "arrow")],
)
def test_a_library_that_is_not_installed(
    method: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(ImportError) as caught:
        getattr(MIXED, method)()
    assert str(caught.value) == f"{library} is not installed: pip install 'detente[{extra}]'"


def test_looking_at_a_case_loads_none_of_the_libraries(root: Path) -> None:
    code = (
        f"import sys, detente; detente.open({str(root / 'examples' / 'south-caucasus')!r}).at().chronicle();"
        "print({'pandas', 'polars', 'pyarrow'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_a_table_says_what_it_is() -> None:
    assert repr(of("a")) == "<Table 't': 1 rows of x>"
