"""Tables of positions, read back as cases and by other libraries."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from tests.conftest import Opener
from tests.exports.tables import disputes

from detente.case.value import Value
from detente.exports.export import ExportError
from detente.exports.tables.actor_table import as_text, unique_names
from detente.lenses.chronicle.positions.model import ScaledIssue
from detente.session import OpenCase, open_case
from detente.session.making.starting import start
from detente.writing.spelling import visible

CASE = """
case: {id: harbour, title: Harbour, as_of: 2025-06-01}
actors:
  - {id: pilots, name: "=Pilots", kind: organisation, note: "The guild, since 1900"}
  - {id: port, name: Port, kind: body}
  - {id: radio, name: Radio, kind: media}
issues:
  - {id: depth, name: Depth, continuum: {low: 0, high: 20, unit: m}}
  - {id: toll, continuum: {}}
  - {id: flag, name: Flag, outcomes: [{id: up}, {id: down}]}
positions:
  - {actor: pilots, issue: depth, value: 5, date: 2024, assumption: a}
  - {actor: pilots, issue: depth, value: [6, 7.5], salience: 0.9, date: 2025-03, assumption: a}
  - {actor: pilots, issue: depth, value: 9, date: 2025-09, assumption: a}
  - {actor: port, issue: depth, value: {low: 1, mode: 2, high: 6}, assumption: a}
  - {actor: port, issue: toll, stance: none at all, assumption: a}
  - {actor: pilots, issue: flag, stance: up, assumption: a}
capabilities:
  - {actor: pilots, value: 3, assumption: a}
  - {actor: port, issue: toll, value: [0.5, 1], assumption: a}
"""
HEAD = [
    *("Actor", "Description", "Capability", "Depth position (0..20 m)", "Depth salience (0..1)"),
    *("toll position (0..100)", "toll capability"),
]
ROWS: list[list[Any]] = [
    ["=Pilots", "The guild, since 1900", 3, "6..7.5", 0.9, None, None],
    ["Port", None, None, "1..2..6", None, None, "0.5..1"],
]


def test_csv_holds_who_stands_where_at_the_date(opened: Opener) -> None:
    rows = list(csv.reader(io.StringIO(opened(CASE).at().export("csv"))))
    assert rows[1][0] == "'=Pilots"
    rows[1][0] = "=Pilots"
    assert rows == [HEAD, *(["" if cell is None else str(cell) for cell in row] for row in ROWS)]


def test_a_workbook_holds_the_same_with_numbers_as_numbers_and_no_formulas(opened: Opener, tmp_path: Path) -> None:
    opened(CASE).at().save("xlsx", tmp_path / "harbour.xlsx")
    sheet: Any = openpyxl.load_workbook(tmp_path / "harbour.xlsx").active
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [HEAD, *ROWS]
    assert sheet["A2"].data_type == "s"


def test_the_same_case_gives_the_same_bytes(opened: Opener, tmp_path: Path) -> None:
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        opened(CASE).at().save("xlsx", path)
    assert first.read_bytes() == second.read_bytes()
    assert openpyxl.load_workbook(first).properties.created == datetime(1980, 1, 1)


def test_no_two_actors_are_called_alike() -> None:
    twins = [ScaledIssue(*each, 0, 1, None) for each in (("a", "Twin"), ("b", "TWIN"), ("c", "Other"))]
    assert unique_names(twins) == ["Twin (a)", "TWIN (b)", "Other"]
    assert unique_names([*twins, ScaledIssue("d", "twin (A)", 0, 1, None)]) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("to", ["csv", "xlsx"])
def test_a_case_without_numbers_has_no_table(to: str, opened: Opener, tmp_path: Path) -> None:
    text = CASE.replace("value: {low: 1, mode: 2, high: 6}", "stance: so so")
    with pytest.raises(ExportError, match="at this date there are none"):
        opened(text).at("2023").save(to, tmp_path / "none")
    assert list(tmp_path.glob("none")) == []


def test_what_is_no_text_is_not_returned_as_text(opened: Opener) -> None:
    with pytest.raises(ExportError, match="'xlsx' is no text; write it to a file with 'save'"):
        opened(CASE).at().export("xlsx")


ROUNDED = {"csv": 0.0, "xlsx": 1e-15}
"""How far numbers may be off: workbooks are written with 16 digits."""


def numbers(case: OpenCase) -> dict[tuple[object, ...], float]:
    """Return every number of a case by the places of its actors and issues, which keep their order."""
    found = case.case
    actors = {actor.id: k for k, actor in enumerate(found.actors)}
    issues: dict[str | None, int] = {issue.id: k for k, issue in enumerate(found.issues)} | {None: -1}
    all_values: dict[tuple[object, ...], Value | None] = {}
    for p in found.positions:
        all_values["position", actors[p.actor], issues[p.issue]] = p.value
        all_values["salience", actors[p.actor], issues[p.issue]] = p.salience
    for c in found.capabilities:
        all_values["capability", actors[c.actor], issues[c.issue]] = c.value
    for k, issue in enumerate(found.issues):
        assert issue.continuum is not None
        all_values["scale", k] = Value(low=issue.continuum.low, high=issue.continuum.high)
    return {(*key, end): x for key, value in all_values.items() for end, x in _ends(value)}


def units(case: OpenCase) -> list[str | None]:
    return [issue.continuum.unit if issue.continuum else None for issue in case.case.issues]


def _ends(value: Value | None) -> list[tuple[str, float]]:
    ends = [] if value is None else [("low", value.low), ("high", value.high)]
    return ends if value is None or value.mode is None or value.is_point else [*ends, ("mode", value.mode)]


def middles(case: OpenCase) -> dict[tuple[object, ...], float]:
    """Return the middle of every number that KTAB knows, by the names of actor and issue; positions in percent."""
    found = case.case
    actors = [actor.id for actor in found.actors]
    used = {p.issue for p in found.positions}
    issues = [issue.id for issue in found.issues if issue.id in used]
    scales = {issue.id: issue.continuum for issue in found.issues}
    all_middles: dict[tuple[object, ...], float] = {}
    for p in found.positions:
        scale, key = scales[p.issue], (actors.index(p.actor), issues.index(p.issue))
        assert scale is not None
        assert p.value is not None
        all_middles["position", *key] = (p.value.mean - scale.low) / (scale.high - scale.low) * 100
        if p.salience:
            all_middles["salience", *key] = p.salience.mean
    general = (c for c in found.capabilities if c.issue is None)
    return all_middles | {("capability", actors.index(c.actor)): c.value.mean for c in general}


def test_ktab_gets_the_middles_in_percent(opened: Opener) -> None:
    assert opened(CASE).at().export("ktab").splitlines() == [
        "Harbour,,2,1,",
        "Actor,Description,Capability,Depth Position,Depth Salience",
        '\'=Pilots,"The guild, since 1900",3,33.75,90',
        "Port,,,15,",
    ]


@given(disputes())
def test_what_ktab_gets_comes_back_with_its_middles(dispute: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.yaml"
        path.write_text(json.dumps(dispute), encoding="utf-8")
        before = open_case(path)
        before.at().save("ktab", path.with_suffix(".csv"))
        start(Path(folder) / "again", str(path.with_suffix(".csv")))
        assert middles(open_case(Path(folder) / "again")) == pytest.approx(middles(before), rel=1e-9, abs=1e-9)


@given(disputes())
def test_what_is_exported_comes_back_with_all_its_numbers(dispute: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.yaml"
        path.write_text(json.dumps(dispute), encoding="utf-8")
        before = open_case(path)
        assert not before.errors
        for to in ("csv", "xlsx"):
            before.at().save(to, path.with_suffix(f".{to}"))
            said = start(Path(folder) / to, str(path.with_suffix(f".{to}")))
            assert {each.code for each in said} <= {"DT038"}  # actors whose numbers happen to add up
            after = open_case(Path(folder) / to)
            assert units(after) == [None if unit == "km (road)" else unit for unit in units(before)]
            assert numbers(after) == pytest.approx(numbers(before), rel=ROUNDED[to], abs=0)
            assert [a.note and a.note.split() for a in after.case.actors] == [
                a.note and a.note.split() for a in before.case.actors
            ]


def test_a_unit_that_explains_the_scale_is_not_exported(tmp_path: Path) -> None:
    case = named("Depth")
    case["issues"][0]["continuum"]["unit"] = "higher is deeper"
    path = tmp_path / "made.yaml"
    path.write_text(json.dumps(case), encoding="utf-8")
    open_case(path).at().save("csv", tmp_path / "made.csv")
    start(tmp_path / "again", str(tmp_path / "made.csv"))
    assert units(open_case(tmp_path / "again")) == [None]


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\u200b=1+1",
    "'=1+1",
    "''+1",
    "-1..2 months",
    "﹦1",
]
"""Names that spreadsheet programs compute, or that look as if we had guarded them."""


def named(name: str) -> dict[str, Any]:
    """Return a case in which an actor, its note and an issue are called so; the actor stands at a negative number."""
    return {
        "case": {"id": "made", "as_of": "2025-01-01"},
        "actors": [{"id": "a", "name": name, "kind": "state", "note": name}, {"id": "b", "name": "B", "kind": "state"}],
        "issues": [{"id": "i", "name": name, "continuum": {"low": -10, "high": 10}}],
        "positions": [
            {"actor": "a", "issue": "i", "value": -5, "salience": 0.5, "assumption": "a"},
            {"actor": "b", "issue": "i", "value": [-4, -3], "salience": 0.5, "assumption": "a"},
        ],
    }


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("to", ["csv", "ktab", "xlsx"])
def test_no_text_is_a_formula_and_all_come_back(to: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / "made.yaml"
    path.write_text(json.dumps(named(name)), encoding="utf-8")
    made = tmp_path / ("made.xlsx" if to == "xlsx" else "made.csv")
    open_case(path).at().save(to, made)
    if to == "xlsx":
        sheet: Any = openpyxl.load_workbook(made).active
        texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        assert {cell.data_type for cell in texts} == {"s"}
        assert all(cell.quotePrefix for cell in texts)
        assert sheet["C2"].value == -5
    else:
        rows = list(csv.reader(io.StringIO(made.read_text(encoding="utf-8"))))
        texts = [cell for row in rows for cell in row if not _is_number(cell)]
        assert not [cell for cell in texts if cell.lstrip(" \t\r\u200b")[:1] in tuple("=+-@＝＋－＠﹦")]
        assert to != "csv" or [row[2] for row in rows[1:]] == ["-5", "-4..-3"]
    start(tmp_path / "again", str(made))
    again = open_case(tmp_path / "again").case
    assert [actor.name for actor in again.actors] == [name, "B"]
    assert again.actors[0].note == name
    assert [issue.name for issue in again.issues] == [visible(name)]


def _is_number(cell: str) -> bool:
    return not cell or re.fullmatch(r"-?[\d.]+(\.\.-?[\d.]+)?", cell) is not None


@pytest.mark.parametrize("parted", [";", "\t", "|"])
def test_a_name_is_one_cell_to_programs_that_part_cells_otherwise(parted: str) -> None:
    """Where a program takes semicolons for the ends of cells, what follows one would be computed."""
    text = as_text([["Actor", "Depth"], [f'x{parted}=1+1 "y"', 5]])
    for delimiter in (",", parted):
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
        assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert list(csv.reader(io.StringIO(text)))[1] == [f'x{parted}=1+1 "y"', "5"]
