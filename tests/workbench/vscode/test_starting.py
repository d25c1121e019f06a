"""The packed extension starts the true server, and says what to do where it cannot; VS Code itself is a stand-in."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.workbench.vscode.built import VERSION

STANDIN = Path(__file__).with_name("standin.cjs")

Run = Callable[..., dict[str, Any]]


@pytest.fixture
def run(unpacked: Path, folder: Path, tmp_path: Path) -> Run:
    """Return a function that opens a case with a slip by a command: a shell script of that text, or none at all."""
    case = folder / "conflict.yaml"
    text = case.read_text("utf-8").replace("by: [azerbaijan, armenia]", "by: [azerbaijan, armenja]", 1)
    case.write_text(text, "utf-8")

    def run(script: str | None, *, version: str = VERSION) -> dict[str, Any]:
        command = tmp_path / "detente"
        if script is not None:
            command.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
            command.chmod(0o755)
        node = shutil.which("node")
        assert node is not None
        words = [node, str(STANDIN), str(unpacked / "dist" / "extension.js"), str(folder), str(command), version]
        said = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
        assert (said.returncode, said.stderr) == (0, "")
        found: dict[str, Any] = json.loads(said.stdout)
        return found

    return run


SERVER = f'exec "{sys.executable}" -m detente "$@"'
SLIP = "no actor has the id 'armenja'"


def test_it_starts_the_server_and_shows_what_it_tells_and_starts_it_anew(
    run: Run, unpacked: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.txt"
    seen = run(f'echo $$ >> "{log}"; {SERVER}')

    manifest = json.loads((unpacked / "package.json").read_text("utf-8"))
    assert seen["commands"] == [each["command"] for each in manifest["contributes"]["commands"]]
    assert seen["messages"] == []
    assert seen["once"] < len(seen["told"])
    for file, (problem,) in seen["told"]:
        assert Path(file).name == "conflict.yaml"
        assert problem.startswith(SLIP)
    assert len(log.read_text("utf-8").split()) == 4, "tried and started, twice"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo \"Error: No such command 'lsp'.\" >&2; exit 2", "is too old to have a language server: pip install"),
        (
            "echo \"'detente lsp' needs the module pygls: pip install 'detente[workbench]'\" >&2; exit 2",
            "needs the module pygls: pip install 'detente[workbench]'",
        ),
        ("echo one >&2; echo the reason >&2; exit 1", "cannot be started: the reason"),
    ],
    ids=["old", "without the extra", "broken"],
)
def test_it_says_why_it_cannot_start_the_server(run: Run, script: str, message: str) -> None:
    seen = run(script)

    (said,) = seen["messages"]
    assert message in said
    assert seen["told"] == []


def test_it_says_how_to_install_what_is_missing(run: Run, tmp_path: Path) -> None:
    seen = run(None)

    (said,) = seen["messages"]
    assert said.startswith(f"'{tmp_path / 'detente'}' was not found: pip install 'detente[workbench]', or ")
    assert "detente.path" in said


def test_it_says_that_detente_is_older_than_the_extension_and_starts_it(run: Run) -> None:
    seen = run(SERVER, version="99.0.0")

    said, again = seen["messages"]
    assert said == again
    assert said.startswith(f"Detente {VERSION} is older than this extension, which is for 99.0.0: pip install")
    assert seen["once"] < len(seen["told"])
