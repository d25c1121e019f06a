"""An ending of a brief is one file: where it stands, the command writes it, and a refusal names it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conformance.planting import CASE, planted
from typer.testing import CliRunner

from detente.cli.main import application

FILE = '''"""Only the title."""

from detente.exports.brief_files import Writer
from detente.exports.outline import outline


def write(edition):
    yield f"{outline(edition).title} {edition.stamp.command}\\n"


WRITER = Writer("a title", write)
'''


SCENARIO = "scenarios: [{id: later, changes: [{set: steps.s.status, to: met}]}]\n"


@pytest.fixture(autouse=True)
def stranger(tmp_path: Path) -> Iterator[None]:
    with planted("detente.exports.briefs", "rst", FILE, tmp_path):
        yield


def test_the_command_writes_it_and_a_refusal_names_it(tmp_path: Path) -> None:
    case, out = tmp_path / "case.yaml", tmp_path / "brief.rst"
    case.write_text(
        f"{CASE}scenarios: [{{id: later, changes: [{{set: steps.s.status, to: met}}]}}]\n", encoding="utf-8"
    )

    asked = ["brief", str(case), "--as-of", "2025-05-01", "--scenario", "later"]
    written = CliRunner().invoke(application(), [*asked, "--out", str(out)])
    refused = CliRunner().invoke(application(), ["brief", str(case), "--out", str(tmp_path / "brief.odt")])

    assert (written.exit_code, written.stdout) == (0, f"{out}\n")
    assert out.read_text(encoding="utf-8").endswith(f" detente {' '.join(asked)}\n")
    assert refused.exit_code == 2
    assert ".html, .md, .rst, .txt can" in " ".join(refused.stderr.replace("│", " ").split())


def test_a_file_and_json_at_once_are_refused(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    result = CliRunner().invoke(application(), ["brief", str(case), "--json", "--out", str(tmp_path / "brief.rst")])

    assert result.exit_code == 2
    assert "choose one" in result.stderr
    assert not (tmp_path / "brief.rst").exists()
