"""An import is one file: where it stands, a file of that kind becomes a case, and its faults stand at their lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conformance.planting import planted
from typer.testing import CliRunner, Result

from detente.casefile.importer import importers
from detente.cli.main import application
from detente.session import open_case

FILE = '''"""Who is there: a name a line."""

from detente.casefile.import_rules import BAD_SHAPE
from detente.casefile.importer import Importer
from detente.casefile.json_tree import read_json
from detente.diagnostics import Span


def read(file):
    names = file.text.split()
    if len(set(names)) < len(names):
        return None, [BAD_SHAPE.at(Span(file.path, len(names)), "somebody comes twice")]
    actors = ", ".join(f\'{{"id": "{name}", "name": "{name}", "kind": "state"}}\' for name in names)
    return read_json(f\'{{"actors": [{actors}]}}\', file.path)


IMPORTER = Importer(".guests", "a list of guests", read)
'''


@pytest.fixture(autouse=True)
def stranger(tmp_path: Path) -> Iterator[None]:
    """Put the file of an importer beside the others."""
    with planted("detente.casefile.imports", "guests", FILE, tmp_path):
        importers.cache_clear()
        yield
    importers.cache_clear()


def imported(folder: Path, text: str) -> Result:
    (folder / "party.guests").write_text(text, encoding="utf-8")
    return CliRunner().invoke(application(), ["new", str(folder / "party"), "--from", str(folder / "party.guests")])


def test_a_file_becomes_a_case(tmp_path: Path) -> None:
    made = imported(tmp_path, "north\nsouth\n")

    assert made.exit_code == 0, made.output
    assert [actor.name for actor in open_case(tmp_path / "party").case.actors] == ["north", "south"]


def test_faults_stand_at_their_lines(tmp_path: Path) -> None:
    made = imported(tmp_path, "north\nnorth\n")

    assert made.exit_code == 1
    assert made.stderr == f"{tmp_path / 'party.guests'}:2:1: error DT031 somebody comes twice\n"
