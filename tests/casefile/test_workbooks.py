"""Workbooks, written by two other libraries, as cases."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from detente.casefile.files import CaseFile
from detente.casefile.imports.xlsx import read
from detente.diagnostics import Diagnostic, Span
from detente.session import CaseError, OpenCase, open_case
from detente.session.making.starting import start

HEAD = ("Actor", "Description", "Capability", "Depth (0..100)", "Depth salience")
ROWS = (HEAD, ("Pilots", "The guild", 0.4, 20, 0.6), ("Port", None, "1..2", "40..60", 0.9))


def book(*rows: tuple[Any, ...], change: Callable[[Any, Any], object] | None = None) -> bytes:
    """Return a workbook with one sheet, and what ``change`` makes of book and sheet."""
    made = openpyxl.Workbook()
    sheet: Any = made.active
    sheet.title = "Harbour"
    for row in rows:
        sheet.append(row)
    if change:
        change(made, sheet)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def imported(data: bytes, folder: Path) -> tuple[OpenCase, list[str]]:
    path = folder / "harbour.xlsx"
    path.write_bytes(data)
    said = start(folder / "made", str(path))
    return open_case(folder / "made"), short(said)


def short(said: tuple[Diagnostic, ...]) -> list[str]:
    return [str(each).partition("harbour.xlsx:")[2].split("\n")[0] for each in said]


def errors(data: bytes, folder: Path) -> list[str]:
    with pytest.raises(CaseError) as caught:
        imported(data, folder)
    return short(tuple(each for each in caught.value.diagnostics if str(each.severity) == "error"))


def numbers(opened: OpenCase) -> list[tuple[object, ...]]:
    return [(p.actor, p.value and p.value.plain(), p.salience and p.salience.plain()) for p in opened.case.positions]


def test_a_workbook_becomes_a_case_that_passes_every_check(tmp_path: Path) -> None:
    opened, said = imported(book(*ROWS), tmp_path)
    assert said == ["Harbour!E1: warning DT035 no salience is above 1: they are read as shares, not as percent"]
    assert opened.diagnostics == ()
    assert [(actor.name, actor.note) for actor in opened.case.actors] == [("Pilots", "The guild"), ("Port", None)]
    assert numbers(opened) == [("pilots", 20, 0.6), ("port", [40, 60], 0.9)]
    assert [power.value.plain() for power in opened.case.capabilities] == [0.4, [1, 2]]
    assert {p.assumption for p in opened.case.positions} == {"imported from harbour.xlsx; no source stated"}


@pytest.mark.slow
def test_it_does_not_matter_which_library_wrote_it_or_where_the_table_begins(tmp_path: Path) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as made:
        sheet = made.add_worksheet("It's 2025")
        sheet.merge_range(1, 1, 1, 4, "A survey")
        for number, row in enumerate(ROWS):
            sheet.write_row(4 + 2 * number, 2, row)
        sheet.set_row(900_000, None, made.add_format({"bold": True}))
    opened, said = imported(data.getvalue(), tmp_path)
    assert said == [
        "'It''s 2025'!B2: warning DT034 'A survey' stands above the table, and is left out",
        "'It''s 2025'!G5: warning DT035 no salience is above 1: they are read as shares, not as percent",
    ]
    assert numbers(opened) == [("pilots", 20, 0.6), ("port", [40, 60], 0.9)]


def _percent(_: Any, sheet: Any) -> None:
    for cell, shown in (("C2", "0%"), ("C3", "0.0%"), ("D2", '0%;[Red]-0"%"'), ("E2", "0%"), ("E3", '0" %"')):
        sheet[cell].number_format = shown


def test_percent_formats_count_as_percent_signs(tmp_path: Path) -> None:
    rows = (HEAD, ("Pilots", None, 0.4, 0.07, 0.6), ("Port", None, 0.333, 40, 90))
    opened, said = imported(book(*rows, change=_percent), tmp_path)
    assert [each.partition(":")[2] for each in said] == [
        " warning DT035 no scale is stated for 'Depth salience': percent is taken; the numbers go from 90 to 90"
    ]
    assert numbers(opened) == [("pilots", 7, 0.6), ("port", 40, 0.9)]
    assert [power.value.plain() for power in opened.case.capabilities] == [0.4, 0.333]


@pytest.mark.parametrize("shown", ["0_%", "0.0_%", "0*%", r"0\%", '0"%"', "0_);(0)"])
def test_a_percent_sign_that_is_not_shown_does_not_count(shown: str, tmp_path: Path) -> None:
    def change(_: Any, sheet: Any) -> None:
        sheet["B2"].number_format = sheet["B3"].number_format = shown

    rows = (("Actor", "Depth position (0..100)"), ("Pilots", 0.4), ("Port", 40))
    opened, said = imported(book(*rows, change=change), tmp_path)
    assert (said, numbers(opened)) == ([], [("pilots", 0.4, None), ("port", 40, None)])


def test_percent_formats_under_a_unit_that_is_percent_are_what_the_sheet_shows(tmp_path: Path) -> None:
    def change(_: Any, sheet: Any) -> None:
        sheet["B2"].number_format = sheet["B3"].number_format = "0%"

    rows = (("Actor", "Deficit position (0..10 % of GDP)"), ("North", 0.03), ("South", 0.06))
    opened, said = imported(book(*rows, change=change), tmp_path)
    assert (said, numbers(opened)) == ([], [("north", 3, None), ("south", 6, None)])
    scale = opened.case.issues[0].continuum
    assert scale is not None
    assert scale.unit == "% of GDP"


def test_a_workbook_of_the_strict_kind_is_named(tmp_path: Path) -> None:
    def strict(_: str, part: bytes) -> bytes:
        for what in ("spreadsheetml", "officeDocument"):
            part = part.replace(
                f"http://schemas.openxmlformats.org/{what}/2006/".encode(),
                f"http://purl.oclc.org/ooxml/{what}/".encode(),
            )
        return part

    (tmp_path / "harbour.xlsx").write_bytes(repacked(strict))
    with pytest.raises(CaseError, match=r"(?s)'Strict Open XML', which is not read.*save it as 'Excel Workbook"):
        start(tmp_path / "made", str(tmp_path / "harbour.xlsx"))


def test_formulas_count_by_their_results(tmp_path: Path) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["Actor", "Toll position (0..100)"])
        sheet.write_formula(1, 0, '="No"&"rth"', None, "North")
        sheet.write_formula(1, 1, "=6*7", None, 42)
        sheet.write_row(2, 0, ["South", 1])
    opened, said = imported(data.getvalue(), tmp_path)
    assert (said, numbers(opened)) == ([], [("north", 42, None), ("south", 1, None)])


def test_only_the_first_sheet_that_can_be_seen_is_read(tmp_path: Path) -> None:
    def change(made: Any, sheet: Any) -> None:
        made.create_sheet("Notes", 0).sheet_state = "hidden"
        made.create_sheet("More notes")
        made.create_chartsheet("A chart").add_chart(BarChart())
        sheet["D2"].comment = Comment("why?", "me")
        sheet.add_data_validation(DataValidation(type="whole", sqref="D2:D9"))

    opened, said = imported(book(*ROWS, change=change), tmp_path)
    assert said[:1] == ["'More notes'!A1: warning DT034 this sheet is left out"]
    assert len(opened.case.positions) == 2


def _merge(*areas: str) -> Callable[[Any, Any], None]:
    def change(_: Any, sheet: Any) -> None:
        for area in areas:
            sheet.merge_cells(area)

    return change


def _error(_: Any, sheet: Any) -> None:
    sheet["D2"].value, sheet["D2"].data_type = "#REF!", "e"


WRONG: dict[str, tuple[bytes, list[str]]] = {
    "nothing": (book(), ["1:1: error DT031 the file holds no table"]),
    "no head": (book(("North", 1)), ["Harbour!A1: error DT031 no row names the columns"]),
    "merged cells": (
        book(*ROWS, ("Town", None, 1, 2, 3), change=_merge("D3:D4", "D1:E1")),
        [
            "Harbour!D1: error DT031 the cells D1:E1 are merged",
            "Harbour!D3: error DT031 the cells D3:D4 are merged",
        ],
    ),
    "a formula without a result": (
        book(HEAD, ("Pilots", None, 1, "=6*7", 1)),
        ["Harbour!D2: error DT031 a formula whose result is not in the file"],
    ),
    "dates, truths, words and signs of errors": (
        book(
            HEAD,
            ("Pilots", None, 1, date(2025, 6, 4), True),
            ("Port", None, timedelta(hours=5), datetime(2025, 6, 4, 5, 6), "high"),
        ),
        [
            "Harbour!C3: error DT031 'Capability' of 'Port': expected a number, got '5:00:00'",
            "Harbour!D2: error DT031 'Depth (0..100)' of 'Pilots': expected a number, got '2025-06-04'",
            "Harbour!D3: error DT031 'Depth (0..100)' of 'Port': expected a number, got '2025-06-04T05:06:00'",
            "Harbour!E2: error DT031 'Depth salience' of 'Pilots': expected a number, got 'TRUE'",
            "Harbour!E3: error DT031 'Depth salience' of 'Port': expected a number, got 'high'",
        ],
    ),
    "an error of the spreadsheet": (
        book(*ROWS, change=_error),
        [
            "Harbour!D2: error DT031 'Depth (0..100)' of 'Pilots': expected a number, got '#REF!'",
            "Harbour!D2: error DT031 the spreadsheet says '#REF!' here",
        ],
    ),
    "actors without a name and twice": (
        book(*ROWS, (None, None, 1), ("PILOTS", None, 1)),
        [
            "Harbour!A4: error DT031 an actor without a name",
            "Harbour!A5: error DT031 'PILOTS' stands in row 2 already",
        ],
    ),
    "off the scale": (
        book(HEAD, ("Pilots", None, 1, 120, 50)),
        ["Harbour!D2: error DT037 'Depth (0..100)' of 'Pilots': a position must lie between 0 and 100, got 120"],
    ),
    "very many rows": (
        book(("Actor", "Toll"), *(tuple(range(1, 1001)) for _ in range(205))),
        ["Harbour!A201: error DT003 the table holds more than 200,000 cells"],
    ),
    "text": (b"Actor,Toll\n", ["1:1: error DT031 this is no .xlsx file, whatever its name says"]),
    "an older kind of file, or a locked one": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        ["1:1: error DT031 this is no .xlsx file, whatever its name says"],
    ),
}


@pytest.mark.parametrize(("data", "expected"), WRONG.values(), ids=list(WRONG))
def test_errors_name_sheet_and_cell(data: bytes, expected: list[str], tmp_path: Path) -> None:
    assert sorted(errors(data, tmp_path)) == expected


def repacked(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a workbook with some of its parts changed or left out."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(*ROWS))) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return data.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    return repacked(lambda name, part: part.replace(old, new, 1) if "sheet1" in name else part)


PARTS = zipfile.ZipFile(io.BytesIO(book(*ROWS))).namelist()


@pytest.mark.parametrize("part", PARTS)
def test_a_workbook_without_one_of_its_parts_is_read_or_said_to_be_broken(part: str, tmp_path: Path) -> None:
    for change in (lambda _: None, lambda _: b"", lambda old: old[: len(old) // 2], lambda _: b"<a/>"):
        data = repacked(lambda name, old, change=change: change(old) if name == part else old)  # type: ignore[misc]
        tree, said = read(CaseFile("harbour.xlsx", "harbour.xlsx", data, ""))
        assert tree is not None or any(str(each.severity) == "error" for each in said)
    assert not list(tmp_path.iterdir())


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=4))
def test_no_byte_makes_it_raise(place: int, put: bytes) -> None:
    whole = book(*ROWS)
    place %= len(whole)
    for data in (whole[:place] + put + whole[place + len(put) :], whole[:place]):
        tree, said = read(CaseFile("f.xlsx", "f.xlsx", data, ""))
        assert tree is not None or said


@given(st.integers(0, 10**6), st.sampled_from([b"9" * 20, b"<", b'"', b"-1", b"s", b"e", b"NaN", b"&x;", b"A", b""]))
def test_no_sheet_makes_it_raise(place: int, put: bytes) -> None:
    def change(name: str, part: bytes) -> bytes:
        at = place % len(part)
        return part[:at] + put + part[at + 1 :] if "sheet1" in name else part

    tree, said = read(CaseFile("f.xlsx", "f.xlsx", repacked(change), ""))
    assert tree is not None or said


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "%s">' % (b"a" * 100)
ENTITIES += b"".join(b'<!ENTITY %c "%s">' % (k + 1, b"&%c;" % k * 10) for k in range(97, 107)) + b"]>"

HOSTILE = {
    "no sheet to be seen": (
        repacked(lambda name, part: part.replace(b'"visible"', b'"hidden"') if name == "xl/workbook.xml" else part),
        "1:1: error DT031 no sheet of the workbook can be seen",
    ),
    "much more than it seems": (
        repacked(lambda name, part: part + b" " * (70 << 20) if "sheet1" in name else part),
        "1:1: error DT003 the file unpacks to 70 MiB; the limit is 64 MiB",
    ),
    "a cell at the end of the world": (
        in_sheet(b'<row r="3"', b'<row r="99999999999"'),
        "Harbour!A1199991: error DT003 the table reaches over more than 1,200,000 cells, empty ones included",
    ),
    "everything merged": (
        in_sheet(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "Harbour!A1: error DT031 the cells A1:XFD1048576 are merged",
    ),
    "rows as wide as can be": (
        in_sheet(
            b"</sheetData>",
            b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (k, k) for k in range(4, 250)) + b"</sheetData>",
        ),
        "Harbour!A77: error DT003 the table reaches over more than 1,200,000 cells, empty ones included",
    ),
    "entities in entities": (
        repacked(lambda name, part: ENTITIES + part.replace(b"The guild", b"&k;") if "sheet1" in name else part),
        "1:1: error DT031 the workbook cannot be read: limit on input amplification factor (from DTD and entities)",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("data", "expected"), HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_workbook_is_refused_or_read_in_bounds(data: bytes, expected: str, tmp_path: Path) -> None:
    assert [each.partition(" breached:")[0] for each in errors(data, tmp_path)] == [expected]


@given(st.integers(1, 20_000))
def test_columns_are_called_as_spreadsheets_call_them(column: int) -> None:
    if column <= 18_278:
        assert str(Span("a.xlsx", 7, column, "S")) == f"a.xlsx:S!{get_column_letter(column)}7"
