"""A check is one file: a rule that nobody has heard of runs, is explained and is documented where its file stands."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docs.generate import codes
from tests.case_text import problems
from tests.conftest import Opener
from typer.testing import CliRunner

from detente.checks import rules
from detente.checks.run import modules
from detente.cli.main import application

FILE = '''"""Titles do not shout."""

from detente.diagnostics import Rule

SHOUTING = Rule("DT998", "a title in capitals", "Capitals are hard to read. Write the title as a sentence.")


def check(context):
    title = context.case.case.title or ""
    if title.isupper():
        yield SHOUTING.at(context.spans.span("case", "title"), f"'{title}' is all capitals", "write it as a sentence")
'''


@pytest.fixture(autouse=True)
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the file of a rule beside the others."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "shouting.py").write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(folder)])
    modules.cache_clear()
    yield
    modules.cache_clear()
    sys.modules.pop(f"{rules.__name__}.shouting", None)
    vars(rules).pop("shouting", None)


def test_it_runs_in_a_check(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: {id: demo, as_of: 2025-07-10, title: WAR}\n", encoding="utf-8")

    found = CliRunner().invoke(application(), ["check", str(path)])

    assert f"{path}:1:44: error DT998 'WAR' is all capitals\n    hint: write it as a sentence" in found.output
    assert found.exit_code == 1


def test_it_runs_on_what_a_scenario_makes_of_a_case(opened: Opener) -> None:
    case = opened(
        "case: {id: demo, as_of: 2025-07-10, title: Peace}\n"
        "scenarios: [{id: war, changes: [{set: case.title, to: WAR}], assumption: a}]\n"
    )

    assert problems(case) == ["2:13 DT700 after the changes of 'war': 'WAR' is all capitals"]


def test_it_is_listed_and_explained() -> None:
    listed = CliRunner().invoke(application(), ["explain"]).output
    explained = CliRunner().invoke(application(), ["explain", "DT998"]).output

    assert "DT998  error    a title in capitals" in listed
    assert "Capitals are hard to read." in explained


def test_it_is_documented() -> None:
    assert "## DT998: a title in capitals" in codes.text()
