"""Nothing but ``detente score`` reads outcomes: whoever judges a dispute must not know how it came out."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.architecture.test_circles import SOURCE, imports
from tests.cli.test_commands import run
from tests.conformance.planting import CASE

from detente.casefile import files
from detente.casefile.beside import documents
from detente.cli.main import application
from detente.exports.registry import names

MARK = "Heronsfoot"
FORECASTS = """
forecasts:
  - id: f1
    by: a
    question: Is it signed?
    resolves: {by: b, bands: [{id: signed}, {id: unsigned}]}
    probability: {signed: 0.3, unsigned: 0.7}
    assumption: x
"""
OUTCOMES = {
    "note": MARK,
    "outcomes": [{"forecast": "f1", "band": "signed", "found": MARK, "url": f"https://{MARK}.org"}],
}
PRINTED = (
    ["check", "CASE"],
    ["check", "CASE", "--format", "json"],
    *([command, "CASE"] for command in ("show", "conflict", "settle", "roadmap", "corridor", "system", "brief")),
    *([command, "CASE", "--json"] for command in ("show", "conflict", "settle", "roadmap", "corridor", "system")),
    ["brief", "CASE", "--json"],
    ["seal", "CASE", "--out", "-", "--on", "2025-06-01"],
    ["diff", "CASE", "--from", "2020", "--to", "2025-06-01"],
    ["diff", "CASE", "--from", "2020", "--to", "2025-06-01", "--json"],
)
WRITTEN = (
    ["report", "CASE", "--out", "OUT"],
    *(["brief", "CASE", "--out", f"OUT{ending}"] for ending in (".docx", ".html", ".md", ".txt")),
    *(["export", "CASE", "--to", name, "--out", "OUT"] for name in names()),
)
OTHERS = {"compare", "explain", "import", "lsp", "new", "schema", "serve", "watch"}
"""Commands that take no case, and two that go on until they are interrupted: they say what 'report' says."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a case of which the outcomes lie in its folder, beside it, and in a file that is called as it is."""
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.yaml").write_text(CASE + FORECASTS, encoding="utf-8")
    for path in (case / "outcomes.json", tmp_path / "outcomes.json", tmp_path / "case.json"):
        path.write_text(json.dumps(OUTCOMES), encoding="utf-8")
    return case


def said(words: list[str], case: Path) -> bytes:
    """Return all that a command prints and writes, also inside of archives."""
    out = case.parent / "out"
    named = {"CASE": str(case), "OUT": str(out)}
    places = [named.get(word, word.replace("OUT", str(out))) for word in words]
    result = run(*places)
    allowed = (0, 2) if "--to" in words else (0,)  # a format may ask for what the case does not have
    assert result.exit_code in allowed, result.output
    written = [path for path in case.parent.glob("out*") if path.name != "outcomes.json"]
    return result.output.encode() + b"".join(map(_unpacked, written))


def _unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("words", [*PRINTED, *WRITTEN], ids=" ".join)
def test_no_other_output_has_the_marked_word(words: list[str], folder: Path) -> None:
    found = said(words, folder)

    assert len(found) > 20
    assert MARK.lower().encode() not in found.lower()


def test_every_command_was_asked() -> None:
    asked = {words[0] for words in (*PRINTED, *WRITTEN)}
    commands = {each.name or "" for each in application().registered_commands}
    assert commands - OTHERS - asked == {"score", "verify"}


def test_verifying_reads_no_outcomes(folder: Path) -> None:
    seal = folder.parent / "seal.json"
    run("seal", folder, "--out", seal, "--on", "2025-06-01")
    result = run("verify", seal, folder)

    assert (result.exit_code, MARK in result.output) == (0, False)


def test_scoring_does_read_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would prove nothing."""
    read: list[Path] = []
    reads = files.read_file

    def watched(path: Path) -> object:
        read.append(path)
        return reads(path)

    monkeypatch.setattr(documents, "read_file", watched)
    outcomes = folder.parent / "outcomes.json"
    result = run("score", folder, "--outcomes", outcomes, "--json")

    assert json.loads(result.stdout)["brier"] == pytest.approx(2 * 0.7**2)
    assert read == [outcomes]


def test_only_scoring_knows_how_to_read_them() -> None:
    """What imports the record of outcomes, or the module that reads them, is what scores."""
    readers = {name for name, others in imports(SOURCE).items() if "detente.case.resolution" in others}
    scoring = "detente.session.foresight.scoring"
    users = {name for name, others in imports(SOURCE).items() if scoring in others}

    assert readers == {scoring, "detente.models.foresight.agreement", "detente.models.foresight.marked"}
    assert users == {"detente.cli.commands.score"}


def test_the_folder_of_outcomes_is_no_example_to_begin_with() -> None:
    result = run("new", "mine", "--from", "outcomes")

    assert result.exit_code == 2
    assert "there is no example 'outcomes'" in " ".join(result.stderr.split())
