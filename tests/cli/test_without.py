"""``--without`` on every command that looks at a case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.session.leaving.test_leaving import TEXT
from typer.testing import CliRunner

from detente.cli.main import application

COMMANDS = ("show", "conflict", "settle", "roadmap", "brief")


@pytest.fixture
def ford(tmp_path: Path) -> Path:
    path = tmp_path / "ford.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["wire", "paper", "heard"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_it(ford: Path, command: str, name: str) -> None:
    said = CliRunner().invoke(application(), [command, str(ford), "--without", name])
    programs = CliRunner().invoke(application(), [command, str(ford), "--without", name, "--json"])
    assert (said.exit_code, programs.exit_code) == (0, 0), said.output
    assert said.stderr.splitlines()[-1].startswith("Without “")
    assert json.loads(programs.stdout)["without"]["asked"] == [name]


def test_several_go_together_and_the_page_says_so(ford: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ford.parent)
    words = ["report", ford.name, "--without", "wire", "--without", "paper"]
    assert CliRunner().invoke(application(), words).exit_code == 0
    page = Path("c--without-wire--without-paper.html").read_text(encoding="utf-8")
    assert "Without “The wire” and “The paper”." in page
    assert "detente report ford.yaml --without wire --without paper" in page


@pytest.mark.parametrize("command", [*COMMANDS, "report", "system", "corridor"])
def test_an_unknown_source_is_wrong_usage(ford: Path, command: str) -> None:
    result = CliRunner().invoke(application(), [command, str(ford), "--without", "wier"])
    assert result.exit_code == 2
    assert "did you mean 'wire'?" in " ".join(result.stderr.split())


def test_the_text_of_a_source_that_is_left_out_is_not_overwritten(tmp_path: Path) -> None:
    text = TEXT.replace("title: The paper}", "title: The paper, file: paper.txt}")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    paper = tmp_path / "paper.txt"
    told = "They met.\nThey parted.\nThey wrote.\n"
    paper.write_text(told, encoding="utf-8")
    words = ["brief", str(tmp_path), "--without", "paper", "--out", str(paper)]
    assert CliRunner().invoke(application(), words).exit_code == 2
    assert paper.read_text(encoding="utf-8") == told
