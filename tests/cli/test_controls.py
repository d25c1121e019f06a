"""No text of a case is an order to the terminal or breaks the page, and what is said can be copied."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from tests.report.hostile import poison
from tests.report.sample import edition, sample
from typer.testing import CliRunner, Result

from detente.casefile import template
from detente.cli.main import application
from detente.cli.text import print_findings
from detente.report.page import render

CONTROLS = [
    *range(0x9),
    *range(0xB, 0x20),
    *range(0x7F, 0xA0),
    *(0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(word) for word in words])


@pytest.mark.parametrize("code", CONTROLS, ids=hex)
def test_a_control_is_printed_and_not_obeyed(code: int, capsys: pytest.CaptureFixture[str]) -> None:
    for findings in sample():
        print_findings(poison(findings, f"q{chr(code)}z"))
    said = capsys.readouterr().out

    assert chr(code) not in said
    shown = "\\r" if code == 0xD else f"\\u{code:04x}"
    assert f"q{shown}z" in said


def test_on_a_terminal_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    for findings in sample():
        print_findings(poison(findings, "q\x1b[31m\u202ez"))
    said = capsys.readouterr().out

    assert "\\u001b[31m\\u202ez" in said
    assert not re.search("\x1b|\u202e", said)


def test_words_in_brackets_are_no_style(capsys: pytest.CaptureFixture[str]) -> None:
    for findings in sample():
        print_findings(poison(findings, "q [red]z[/red]"))

    assert "[red]z[/red]" in capsys.readouterr().out.replace("\n", " ")


def test_a_page_holds_no_control_character() -> None:
    text = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) + "end"
    page = render(poison(edition(), text))

    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", page) is None
    assert "\ufffd" in page


@pytest.mark.parametrize("name", ["plain", "my case", "a'b", 'say "hi"', "a$b", "переговоры", "моё дело", "a&b; c"])
def test_a_command_that_is_suggested_can_be_copied(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("new", name).stdout
    command = said.partition("run 'detente check ")[2].partition("', then 'detente report ")[0]

    assert shlex.split(command) == [name]


@pytest.mark.parametrize(("date", "hint"), [("25", "2025"), ("0025", "2025"), ("0024-05", "2024"), ("../0025", "2025")])
def test_a_year_that_nobody_means_is_refused(date: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(template("my-case"), encoding="utf-8")
    done = run("show", tmp_path, "--as-of", date)

    assert done.exit_code == 2
    assert f"did you mean {hint}?" in " ".join(done.stderr.replace("│", "").split())


@pytest.mark.parametrize("command", ["check", "show", "report"])
def test_an_empty_path_is_not_the_current_folder(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case.yaml").write_text(template("my-case"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run(command, "")

    assert done.exit_code == 2
    assert "empty text" in done.stderr


def test_a_missing_file_is_called_missing(tmp_path: Path) -> None:
    said = run("new", tmp_path / "made", "--from", tmp_path / "nowhere.gmcr").stderr

    assert "DT001 there is no such file" in said
