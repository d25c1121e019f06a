"""``detente serve``: one line that is an address, and an end in good order."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from detente.cli.commands import serve
from detente.cli.main import application

CASE = "case: {id: ferry, title: The ferry, as_of: 2025-06-01}\n"


def test_it_prints_an_address_and_ends_when_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_text(CASE, encoding="utf-8")
    words = [sys.executable, "-m", "detente", "serve", str(path), "--no-open"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{20,}\n", line)
    with urlopen(line.strip()) as answer:  # noqa: S310 - an address of this machine
        assert b"The ferry" in answer.read()
    os.kill(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (0, "")
    assert err == "stopped; texts that are not saved stay in the browser, for the next start on this port\n"


@pytest.mark.parametrize("module", ["starlette", "uvicorn", "markdown_it"])
def test_it_says_what_is_not_installed(module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "ferry.yaml"
    path.write_text(CASE, encoding="utf-8")
    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == module else object())
    found = CliRunner().invoke(application(), ["serve", str(path)])
    assert found.exit_code == 2
    assert f"needs the module {module}" in found.output
    assert "detente[workbench]" in found.output


def test_a_case_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = CliRunner().invoke(application(), ["serve", str(tmp_path / "gone")])
    assert found.exit_code == 2
    assert "does not exist" in " ".join(found.output.split())
