"""Tables as spreadsheet programs save them: the numbers come back, or an error names the cell."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from detente.casefile.files import CaseFile
from detente.casefile.imports import xlsx
from detente.casefile.tables import text_file
from detente.casefile.yaml_text.builder import Tree
from detente.diagnostics import Diagnostic, Severity

WRITTEN_BY_LIBREOFFICE = Path(__file__).parents[1] / "vendor" / "libreoffice"
TYPED = [
    ("pilots", "depth", -2.5, 0.6),
    ("pilots", "toll", 1234.5, 0.45),
    ("port", "depth", [5, 12.5], 0.9),
    ("port", "toll", 1250, 0.125),
    ("town", "depth", 17.125, 1),
    ("town", "toll", 4999.75, 0.8),
]
"""What was typed into the spreadsheet; 1250 and the capability of Town are results of formulas."""


def read(name: str, data: bytes) -> tuple[Tree | None, list[Diagnostic]]:
    reader = xlsx.read if name.endswith(".xlsx") else text_file.read
    return reader(CaseFile(name, name, data, ""))


def errors(problems: list[Diagnostic]) -> list[str]:
    return [str(each).split("\n")[0] for each in problems if each.severity is Severity.ERROR]


def numbers(tree: Tree) -> list[tuple[Any, ...]]:
    return [(p["actor"], p["issue"], p["value"], p.get("salience")) for p in tree.value["positions"]]


@pytest.mark.parametrize("name", ["formulas.xlsx", "english.csv", "german.csv", "german-commas.csv", "unicode.txt"])
def test_what_libreoffice_saves_is_read_as_it_was_typed(name: str) -> None:
    tree, problems = read(name, (WRITTEN_BY_LIBREOFFICE / name).read_bytes())
    assert errors(problems) == []
    assert tree is not None
    assert numbers(tree) == TYPED
    assert [power["value"] for power in tree.value["capabilities"]] == [0.5, 1.25, 1.75]
    notes = [actor.get("note") for actor in tree.value["actors"]]
    assert notes == ['Comment: The "old" guild, since 1900; =1+1', "Comment: Hafenbehörde Ծովային", None]


@pytest.mark.parametrize("name", ["faulty.xlsx", "faulty.csv"])
def test_what_libreoffice_could_not_compute_is_an_error(name: str) -> None:
    tree, problems = read(name, (WRITTEN_BY_LIBREOFFICE / name).read_bytes())
    assert tree is None
    said = [each for each in errors(problems) if "expected a number" in each]
    assert [each.rpartition("got ")[2] for each in said] == ["'2025-06-04'", "'#DIV/0!'", "'n/a'"]


def test_an_encoding_that_does_not_name_itself_is_refused_in_words() -> None:
    tree, problems = read("w.csv", (WRITTEN_BY_LIBREOFFICE / "windows-1252.csv").read_bytes())
    assert tree is None
    assert [each.split(" ", 1)[1] for each in errors(problems)] == ["error DT002 byte 0x85 is not UTF-8"]
    tree, problems = read("w.csv", "Actor;Toll position (0..9)\nСевер;5\n".encode("cp1251"))
    assert errors(problems) == ["w.csv:2:1: error DT002 byte 0xd1 is not UTF-8"]
    assert "CSV UTF-8" in problems[0].hint


BROKEN = {
    "half a letter of UTF-16": b"\xff\xfeA",
    "nothing in the middle": b"Actor,Toll position (0..9)\nNorth,5\0\n",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=list(BROKEN))
def test_what_is_no_text_is_refused(data: bytes) -> None:
    tree, problems = read("w.csv", data)
    assert tree is None
    assert [each for each in errors(problems) if "DT002" in each]


def test_a_decimal_comma_that_cuts_a_row_is_an_error() -> None:
    tree, problems = read("c.csv", b"Actor,Toll position (0..9),Toll salience\nNorth,5,5,60\n")
    assert tree is None
    assert errors(problems) == ["c.csv:2:11: error DT031 '60' stands beyond the last column of the head"]


def test_a_point_between_thousands_is_an_error_where_semicolons_separate() -> None:
    head = b"Actor;Toll position (0..5000);Clout\n"
    assert errors(read("c.csv", head + b"North;1.000;1\n")[1])
    tree, problems = read("c.csv", head + b"North;1.000;1.5\n")
    assert errors(problems) == []
    assert tree is not None
    assert numbers(tree)[0][2] == 1


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_the_separator_is_found_below_a_long_introduction_and_in_a_wide_head(separator: str) -> None:
    above = "".join(f'"A survey, part {k}, of many"\n' for k in range(60))
    head = separator.join(["Actor", *(f"I {k} position (0,0..9,5)" for k in range(700))])
    row = separator.join(["North, the one", *["1,5"] * 700])
    tree, problems = read("t.csv", f"{above}{head}\n{row}\n".encode())
    assert errors(problems) == []
    assert tree is not None
    assert [p["value"] for p in tree.value["positions"]] == [1.5] * 700


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is saved: what separates cells, what stands before decimals, how letters become bytes."""

    separator: str
    decimal: str
    encoding: str
    ends: str
    quoting: Literal[0, 1]
    first: str

    def saved(self, rows: list[list[str]]) -> bytes:
        """Return what a file holds."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=self.separator, lineterminator=self.ends, quoting=self.quoting)
        writer.writerows(rows)
        return (f"{self.first}{text.getvalue()}").encode(self.encoding)


@st.composite
def dialects(draw: st.DrawFn) -> Dialect:
    separator = draw(st.sampled_from(",;\t|"))
    return Dialect(
        separator,
        draw(st.sampled_from(",.")),
        draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])),
        draw(st.sampled_from(["\n", "\r\n", "\r"])),
        draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        draw(st.sampled_from(["", f"sep={separator}\n"])),
    )


THOUSANDTHS = st.integers(-9_999_999, 9_999_999)


def shown(thousandths: int, decimal: str) -> str:
    """Return a number as a spreadsheet shows it, without zeros at its end."""
    whole, rest = divmod(abs(thousandths), 1000)
    text = f"{whole}{decimal}{rest:03}".rstrip("0").rstrip(decimal)
    return f"-{text}" if thousandths < 0 else text


@given(st.lists(st.tuples(THOUSANDTHS, THOUSANDTHS), min_size=1, max_size=5), dialects())
def test_numbers_come_back_from_any_dialect_or_an_error_names_their_cell(
    table: list[tuple[int, int]], dialect: Dialect
) -> None:
    head = ["Actor", "Depth position (-10000..10000)", "Toll position (-10000..10000)"]
    cells = [[shown(number, dialect.decimal) for number in row] for row in table]
    rows = [head, *([f"Act {k}", *row] for k, row in enumerate(cells))]
    tree, problems = read("t.csv", dialect.saved(rows))
    if tree is None:
        named = [each for each in errors(problems) if "can be read as" in each]
        assert named == errors(problems)
        assert all(any(f"'{cell}' can" in each for row in cells for cell in row) for each in named)
    else:
        assert [p["value"] for p in tree.value["positions"]] == [number / 1000 for row in table for number in row]


@given(st.lists(st.tuples(THOUSANDTHS, st.booleans()), min_size=1, max_size=5))
def test_numbers_come_back_from_workbooks_however_they_are_shown(table: list[tuple[int, bool]]) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Actor", "Depth position (-1000000..1000000 %)"])
        percent = book.add_format({"num_format": "0%"})
        for k, (number, is_percent) in enumerate(table, 1):
            sheet.write_string(k, 0, f"Act {k}")
            sheet.write_number(k, 1, number / 1000, percent if is_percent else None)
    tree, problems = read("t.xlsx", data.getvalue())
    assert errors(problems) == []
    assert tree is not None
    wanted = [number / 10 if is_percent else number / 1000 for number, is_percent in table]
    assert [p["value"] for p in tree.value["positions"]] == pytest.approx(wanted, rel=1e-12)


def test_hidden_rows_and_columns_are_told_of() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for k, row in enumerate([["Actor", "Depth position (%)", "Clout"], ["Pilots", 5, 1], ["Port", 6, 2]]):
            sheet.write_row(k, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(7, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
    tree, problems = read("t.xlsx", data.getvalue())
    assert tree is not None
    assert [str(each).split("\n")[0] for each in problems] == [
        "t.xlsx:Sheet1!A2: warning DT035 this row is hidden, and is read all the same",
        "t.xlsx:Sheet1!C1: warning DT035 this column is hidden, and is read all the same",
    ]
