"""``detente brief``: what is printed, at every width, for programs, and what is refused."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from tests.cli.test_commands import run
from tests.conftest import ROOT
from tests.lenses.corridor.cases import PASS

from detente.casefile import template
from detente.session import open_case

FLAGSHIP = ROOT / "examples" / "south-caucasus"


def test_it_prints_title_base_and_each_sentence_under_its_question() -> None:
    result = run("brief", FLAGSHIP)
    brief = open_case(FLAGSHIP).at().brief()
    assert (result.exit_code, result.stderr) == (0, "")
    blocks = [" ".join(block.split()) for block in result.stdout.split("\n\n")]
    assert brief.least_certain is not None
    assert blocks == [
        f"{brief.title} {brief.rests_on}",
        *(f"{answer.answers.label} {answer.text}" for answer in brief.sentences),
        f"Least certain {brief.least_certain.text}",
    ]
    assert max(map(len, result.stdout.splitlines())) <= 120
    assert [line for line in result.stdout.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_on_a_terminal_it_keeps_to_the_width(columns: int) -> None:
    here, there = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "LINES": "40", "TERM": "xterm"}
    command = [sys.executable, "-m", "detente", "brief", str(FLAGSHIP)]
    with subprocess.Popen(command, stdout=there, stderr=subprocess.PIPE, env=environment) as process:
        os.close(there)
        printed = b"".join(iter(lambda: _read(here), b"")).decode()
    printed = re.sub(r"\x1b\[[\d;]*m", "", printed)
    assert process.returncode == 0
    lines = [line.rstrip() for line in printed.splitlines()]
    assert max(map(len, lines)) <= max(columns, 60)
    assert " ".join(printed.split()) == " ".join(run("brief", FLAGSHIP).stdout.split())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # the other end is closed
        return b""


def test_for_programs_it_has_the_keys_of_its_contract_in_their_order() -> None:
    result = run("brief", FLAGSHIP, "--json", "--as-of", "2025-07-10", "--scenario", "referendum-met")
    document = json.loads(result.stdout)
    head = ["format", "case", "as_of", "scenario"]
    assert list(document) == [*head, "title", "rests_on", "sentences", "least_certain"]
    assert [document[key] for key in head] == ["detente.brief/1", "south-caucasus", "2025-07-10", "referendum-met"]
    assert [list(each) for each in document["sentences"]] == [
        ["answers", "text", "model", "because", "assumptions"]
    ] * 5
    assert list(document["least_certain"]) == ["text", "input"]


def test_a_small_case_has_a_shorter_brief(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: {id: nothing-yet, as_of: 2025-07-10}\n", encoding="utf-8")
    result = run("brief", path)
    nothing = "The case holds nothing at this date that says where it stands, why it is stuck, or what would settle it."
    assert result.exit_code == 0
    assert " ".join(result.stdout.split()) == f"Nothing yet. As of 10 July 2025. Rests on no source. {nothing}"
    assert json.loads(run("brief", path, "--json").stdout)["least_certain"] is None


def test_a_case_with_errors_is_refused_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: {id: demo, as_of: 2025-13}\n", encoding="utf-8")
    result = run("brief", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{path}:1:25: error DT104")


def test_what_cannot_be_modelled_at_a_date_is_refused_as_the_lens_does(tmp_path: Path) -> None:
    rule = "  infeasible: [{at_least_one: [pay, open-crossing], why: x, assumption: x, from: 2025-04-01}]\n"
    path = tmp_path / "case.yaml"
    text = template("ferry").replace("  status_quo: []", f"{rule}  status_quo: []")
    path.write_text(text, encoding="utf-8")
    refused = [run(command, path, "--as-of", "2025-05-01") for command in ("brief", "conflict")]
    assert [result.exit_code for result in refused] == [1, 1]
    assert refused[0].stderr == refused[1].stderr


def test_words_of_a_case_are_no_orders_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text('case: {id: c, as_of: 2025-07-10, title: "[bold]Red[/bold] \\u202e"}\n', encoding="utf-8")
    printed = run("brief", path).stdout
    assert "[bold]Red[/bold]" in printed
    assert "\u202e" not in printed


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_a_file_says_the_same_under_a_scenario(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"brief.{ending}"
    result = run("brief", FLAGSHIP, "--scenario", "referendum-met", "--as-of", "2025-07-10", "--out", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    written = " ".join(unescape(path.read_text(encoding="utf-8")).split())
    assert "Supposed: The constitutional referendum has been held and passed." in written
    assert "--scenario referendum-met" in written


def test_no_routes_are_kept_where_none_are_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "case.yaml"
    path.write_text(PASS, encoding="utf-8")
    kept = []
    for more in (["--no-cache"], []):
        results = [run("brief", path, *more), run("report", path, "--out", tmp_path / "page.html", *more)]
        assert [result.exit_code for result in results] == [0, 0]
        kept.append(len(list((tmp_path / "cache").rglob("*.npz"))))
    assert kept == [0, 1]
