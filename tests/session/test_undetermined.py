"""A day of which nothing can be told is told so by everything that is asked, and refused by every file format."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Opener
from typer.testing import CliRunner

from detente.cli.main import application
from detente.exports.export import EditionExport
from detente.exports.registry import export_called, names
from detente.lenses.conflict.equilibria.states import States
from detente.session import CaseError

CASE = """case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events: [{id: summit, date: 2025-06, what: They meet, assumption: a}]
issues: [{id: treaty, outcomes: [{id: signed, takes: [sign]}, {id: unsigned, takes: []}]}]
conflict:
  from: 2025-03
  decision_makers:
    - actor: north
      options: [{id: sign, text: Sign, from: 'event:summit'}]
      preferences: {weights: {sign: 1}, assumption: a}
    - {actor: south, options: [{id: pay, text: Pay}], preferences: {weights: {sign: 1}, assumption: a}}
steps: [{id: done, name: It is done}]
roadmap: {goal: done}
"""
UNREAD = (
    "of 1 January 2025 the case gives no reading of this: its section 'conflict' speaks of the time since March 2025"
)
OPEN = "it depends on whether “Sign” already held on 10 June 2025 (the case says since “They meet” (June 2025))"


@pytest.mark.parametrize(("day", "why"), [("2025-01-01", UNREAD), ("2025-06-10", OPEN)])
def test_a_result_that_is_not_there_says_why(day: str, why: str, opened: Opener) -> None:
    with pytest.raises(LookupError, match="'conflict' has no States here") as raised:
        opened(CASE).at(day).conflict().result(States)

    assert raised.value.args[0] == f"'conflict' has no States here: {why}"


FORMATS = {
    name: lens
    for name in names()
    for lens in ("conflict", "roadmap")
    if lens in (found.asks if isinstance(found := export_called(name), EditionExport) else {found.lens})
}


@pytest.mark.parametrize(("name", "lens"), FORMATS.items())
def test_a_file_of_such_a_day_is_refused(name: str, lens: str, opened: Opener) -> None:
    with pytest.raises(CaseError) as raised:
        opened(CASE).at("2025-01-01").pieces(name)

    [problem] = raised.value.diagnostics
    assert problem.code == "DT801"
    assert problem.span.line == {"conflict": 5, "roadmap": 13}[lens]
    assert problem.message.startswith("of 1 January 2025 the case gives no reading of this")


def test_the_command_says_so_and_exits_with_one(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(CASE, encoding="utf-8")

    found = CliRunner().invoke(application(), ["export", str(file), "--to", "nfg", "--as-of", "2025-06-10"])

    assert found.exit_code == 1
    assert f"error DT801 {OPEN}" in found.stderr


ASKED = [["--why", "status-quo"], ["--from", "NN"], ["--toward", "nowhere"], ["--robust"], ["--coalitions"]]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[0])
def test_whatever_else_is_asked_of_the_conflict_is_answered_by_that(asked: list[str], tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(CASE, encoding="utf-8")

    found = CliRunner().invoke(application(), ["conflict", str(file), *asked, "--as-of", "2025-01-01"])

    assert found.exit_code == 0
    assert f"{UNREAD[0].upper()}{UNREAD[1:]}" in " ".join(found.stdout.split())


def test_what_may_hold_is_an_open_question_of_the_situation(opened: Opener) -> None:
    found = opened(CASE).at("2025-06-10").show().document["undetermined"]

    assert [(one["id"], one["settled_by"]) for one in found if one["id"] == "sign"] == [
        ("sign", "a more exact date of the beginning of “Sign”")
    ]


def test_an_outcome_is_not_told_as_impossible_where_its_option_is_not_read(opened: Opener) -> None:
    findings = opened(CASE).at("2025-01-01").show().findings

    assert "never" not in str([table for finding in findings for table in finding.tables])
