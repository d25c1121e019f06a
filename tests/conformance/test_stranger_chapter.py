"""A chapter is one file: where it stands, page, terminal, JSON and schema have it, and nobody edits a list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.conformance.planting import CASE, planted
from typer.testing import CliRunner

from detente.cli.main import application
from detente.lenses.registry import shipped
from detente.session import open_case

FILE = '''"""Strangers."""

from dataclasses import dataclass

from detente.findings import Depth, Finding, Result
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look


@dataclass(frozen=True, slots=True)
class Strangers(Result):
    """Who came from afar.

    Attributes
    ----------
    strangers
        How many there are.
    """

    strangers: int


def find(look: Look) -> Strangers:
    return Strangers(len(look.case.actors))


def show(found: Strangers, look: Look) -> Finding:
    return Finding("Who is new here", f"{found.strangers} strangers of {lens} came.", depth=Depth.FRONT)


CHAPTER = Chapter("strangers", {order}, find, show)
'''


@pytest.fixture(params=list(shipped()))
def lens(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Return a lens in whose folder the chapter stands."""
    found = shipped()[request.param]
    text = FILE.replace("{lens}", found.key).replace("{order}", "-1")
    with planted(f"detente.lenses.{found.key}", "strangers", text, tmp_path):
        yield found


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def run(*words: str) -> str:
    printed = CliRunner().invoke(application(), list(words))
    assert printed.exit_code == 0, printed.output
    return printed.stdout


def command(lens: Any) -> str:
    """Return the command that looks through a lens."""
    word: str = "settle" if lens.key == "settlement" else lens.command or lens.key
    return word


def test_it_stands_on_the_terminal(lens: Any, case: Path) -> None:
    lines = run(command(lens), str(case)).splitlines()
    assert lines[lines.index("Who is new here") + 1] == f"2 strangers of {lens.key} came."


def test_it_stands_in_the_json_and_in_its_schema(lens: Any, case: Path) -> None:
    document = json.loads(run(command(lens), str(case), "--json"))
    schema = json.loads(run("schema", "--of", document["format"].removeprefix("detente.").partition("/")[0]))

    assert document["strangers"] == 2
    kinds = "integer" if lens.verdict is None else ["integer", "null"]  # nothing on a day of which nothing was read
    assert schema["properties"]["strangers"] == {"type": kinds, "description": "How many there are."}
    assert "strangers" in schema["required"]
    jsonschema.Draft7Validator(schema).validate(document)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema).validate(document | {"strangers": "two"})


def test_it_stands_on_the_page(lens: Any, case: Path) -> None:
    page = run("report", str(case), "--out", "-")
    assert f"2 strangers of {lens.key} came." in page


def test_it_stands_in_python_by_its_type(lens: Any, case: Path) -> None:
    findings = open_case(case).at().look(lens.key)
    kind = next(chapter.kind for chapter in lens.chapters if chapter.key == "strangers")
    assert findings.result(kind).strangers == 2
    assert findings.findings[0].part is lens.part


def test_it_is_gone_when_its_file_is(case: Path) -> None:
    for lens in shipped().values():
        assert "strangers" not in run(command(lens), str(case), "--json")
