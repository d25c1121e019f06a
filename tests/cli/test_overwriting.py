"""No command that writes a file may write over a file of the case, by whatever name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.test_commands import run
from tests.conftest import ROOT

COMMANDS = (("brief",), ("report",), ("export", "--to", "markdown"), ("seal", "--on", "2025-07-31"))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a copy of the flagship, with a link from outside to each kind of its files."""
    folder = tmp_path / "case"
    shutil.copytree(ROOT / "examples" / "south-caucasus", folder)
    (tmp_path / "text.md").symlink_to(folder / "dossier.md")
    (tmp_path / "case.txt").symlink_to(folder / "case.yaml")
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("name", ["case/dossier.md", "case/../case/dossier.md", "text.md", "case.txt"])
def test_a_file_of_the_case_is_never_written_over(case: Path, command: tuple[str, ...], name: str) -> None:
    before = {file: file.read_bytes() for file in case.iterdir()}
    result = run(command[0], case, *command[1:], "--out", case.parent / name)

    assert result.exit_code == 2
    assert "would overwrite a file of the case" in " ".join(result.stderr.split())
    assert {file: file.read_bytes() for file in case.iterdir()} == before


def test_any_other_file_beside_the_case_may_be_written(case: Path) -> None:
    assert run("brief", case, "--out", case / "brief.md").exit_code == 0
    assert (case / "brief.md").read_text("utf-8").startswith("# ")
