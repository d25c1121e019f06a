"""Import and export on the command line: what is printed where, what is written, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from detente.casefile import template
from detente.cli.main import application
from detente.exports.registry import export_called, names

GMCR = """{
  "options": [{"name": "Pay", "permittedDirection": "both"}, {"name": "Open", "permittedDirection": "both"}],
  "decisionMakers": [{"name": "North", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"]]]},
                     {"name": "South", "options": [1], "preferences": [[[0, "Y"]]]}],
  "coalitions": [[0, 1]]
}"""

ROAD = """
steps: [{id: vote, name: Vote, date: 2026, assumption: a}, {id: opened, name: Open, requires: [vote], assumption: a}]
roadmap: {goal: opened}
conclusions: [{id: both, text: Both want it, rests_on: [roadmap-paths], assumption: a}]
corridor:
  nodes:
    - {id: here, country: XA, lat: 40, lon: 44, assumption: a}
    - {id: there, country: XB, lat: 41, lon: 45, assumption: a}
  borders: [{id: line, hours: 9, usd: 80, assumption: a}]
  links: [{id: way, a: here, b: there, mode: road, km: 200, country: XA, border: line, assumption: a}]
  flows: [{id: goods, origin: here, destination: there, kt: 7, assumption: a}]
system:
  descriptors:
    - {id: format, states: [{id: mediated}, {id: direct}], history: [{is: direct, assumption: a}], assumption: a}
    - {id: rivalry, states: [{id: high}, {id: low}], history: [{is: low, assumption: a}], assumption: a}
  impacts: [{from: rivalry.high, on: format.direct, effect: 2, assumption: a}]
"""


SCALE = "issues:\n  - {id: toll, continuum: {low: 0}}\n"
STAND = "positions:\n  - {actor: north, issue: toll, value: 40, assumption: a}\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(word) for word in words])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(template("my-case"), encoding="utf-8")
    return path


@pytest.fixture
def gmcr(tmp_path: Path) -> Path:
    path = tmp_path / "bank.gmcr"
    path.write_text(GMCR, encoding="utf-8")
    return path


def test_an_imported_file_is_a_folder_with_a_case(gmcr: Path, tmp_path: Path) -> None:
    result = run("new", tmp_path / "bank", "--from", gmcr)

    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{gmcr}:5:17: warning DT034 coalitions: coalitions are left out",
        "    hint: 'detente conflict --coalitions' looks at every coalition",
    ]
    assert result.stdout.startswith(f"{tmp_path / 'bank'}: run 'detente check")
    assert [path.name for path in (tmp_path / "bank").iterdir()] == ["case.yaml"]
    assert run("check", tmp_path / "bank").stdout.endswith("no errors, no warnings\n")
    assert json.loads(run("conflict", tmp_path / "bank", "--json").stdout)["case"] == "bank"


def test_a_file_with_mistakes_makes_nothing_and_exits_1(gmcr: Path, tmp_path: Path) -> None:
    gmcr.write_text(GMCR.replace('"options": [1]', '"options": [1, 2]').replace("[0, ", "[9, "), encoding="utf-8")
    result = run("new", tmp_path / "bank", "--from", gmcr)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count(" error DT032 ") == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bank.gmcr"]


def test_an_existing_folder_is_refused_as_ever(gmcr: Path, tmp_path: Path) -> None:
    (tmp_path / "bank").mkdir()
    result = run("new", tmp_path / "bank", "--from", gmcr)

    assert result.exit_code == 2
    assert "exists already" in result.stderr


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("conflict.xyz", 2, "files that end in '.xyz' cannot be imported; .csv, .gmcr, .scw, .tsv, .txt, .xlsx can"),
        ("nowhere.gmcr", 1, "DT001"),
    ],
)
def test_a_file_that_is_not_there_or_of_no_known_kind(name: str, code: int, message: str, tmp_path: Path) -> None:
    (tmp_path / "conflict.xyz").write_text("", encoding="utf-8")
    result = run("new", tmp_path / "made", "--from", tmp_path / name)

    assert result.exit_code == code
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("to", names())
def test_every_format_is_written_to_a_file_and_to_standard_output_alike(to: str, case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8").replace("issues:\n", SCALE).replace("positions:\n", STAND)
    case.write_text(text + ROAD, encoding="utf-8")
    out = tmp_path / f"out{export_called(to).ending}"
    dashed, written = run("export", case, "--to", to, "--out", "-"), run("export", case, "--to", to, "--out", out)

    assert (dashed.exit_code, written.exit_code) == (0, 0)
    assert dashed.stdout_bytes == out.read_bytes()
    assert written.stdout == f"{out}\n"
    note = f"left out, as the format has no place for it: {export_called(to).leaves_out}\n"
    assert dashed.stderr == written.stderr == note
    printed = run("export", case, "--to", to)
    if export_called(to).is_text:
        assert printed.stdout_bytes == dashed.stdout_bytes
    else:
        assert (printed.exit_code, printed.stdout) == (2, "")
        assert f"'{to}' is no text: say where to write it, or '-'" in " ".join(printed.stderr.replace("│", " ").split())


def test_the_formats_are_those_of_the_issue() -> None:
    of_models = ("csv", "efg", "gexf", "gmcr", "graphml", "ics", "json", "ktab", "nfg", "roadmap", "xlsx")
    of_networks = ("geojson", "network")
    of_records = ("bibtex", "commitments", "csl", "events", "sources", "workbook")
    of_regions = ("matrix", "scw")
    of_the_page = ("markdown", "svg")
    of_arguments = ("argdown",)
    assert names() == tuple(sorted(of_models + of_networks + of_regions + of_records + of_the_page + of_arguments))
    with pytest.raises(LookupError, match="there is no format 'xml'; there are argdown, bibtex, commitments, csl"):
        export_called("xml")


def test_json_is_the_document_of_the_lens_with_the_model(case: Path) -> None:
    plain = json.loads(run("conflict", case, "--json").stdout)
    exported = json.loads(run("export", case, "--to", "json").stdout)

    model = exported.pop("model")
    assert exported == plain
    assert model["states"] == plain["states"]["list"]


def test_dates_and_scenarios_are_those_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "dated.yaml"
    path.write_text(
        "case: {id: dated, as_of: 2025-07-10}\n"
        "actors: [{id: north, name: North, kind: state}]\n"
        "conflict:\n"
        "  decision_makers:\n"
        "    - actor: north\n"
        "      options: [{id: pay}, {id: sign, available: 2026}]\n"
        "      preferences: {assumption: a, statements: [{id: n1, when: pay}]}\n"
        "scenarios: [{id: free, title: Free, changes: [{drop: conflict.north.n1}]}]\n",
        encoding="utf-8",
    )

    def exported(*rest: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run("export", path, "--to", "gmcr", *rest).stdout)
        return found

    assert exported()["infeasibles"] == [[[1, "Y"]]]
    assert exported("--as-of", "2027")["infeasibles"] == []
    assert exported()["decisionMakers"][0]["preferences"] == [[[0, "Y"]]]
    assert exported("--scenario", "free")["decisionMakers"][0]["preferences"] == []


WRONG = [
    (
        ("--to", "xml"),
        "there is no format 'xml'; there are argdown, bibtex, commitments, csl, csv, efg, events, geojson, gexf, gmcr, "
        "graphml, ics",
    ),
    (("--to", "json", "--out", "{folder}/none/x.json"), "there is no folder"),
    (("--to", "json", "--out", "{case}"), "would overwrite a file of the case"),
    (("--to", "json", "--out", "{folder}/new.yaml"), "would overwrite a file of the case"),
]


@pytest.mark.parametrize(("words", "message"), WRONG, ids=[message[:12] for _, message in WRONG])
def test_wrong_usage_is_said_and_writes_nothing(
    words: tuple[str, ...], message: str, case: Path, tmp_path: Path
) -> None:
    before = case.read_text(encoding="utf-8")
    result = run("export", case, *(word.format(case=case, folder=tmp_path) for word in words))

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert (case.read_text(encoding="utf-8"), [path.name for path in tmp_path.iterdir()]) == (before, ["case.yaml"])


def test_a_format_that_cannot_hold_the_conflict_says_why_and_leaves_the_old_file(case: Path, tmp_path: Path) -> None:
    text = case.read_text(encoding="utf-8").replace("  status_quo: []", "  infeasible: [pay and open-crossing]\n  #")
    case.write_text(text.replace("[pay, open-crossing]", "[pay]"), encoding="utf-8")
    out = tmp_path / "game.nfg"
    out.write_text("old", encoding="utf-8")
    result = run("export", case, "--to", "nfg", "--out", out)

    assert result.exit_code == 2
    assert "this one cannot: North: Pay a fee; South: Open the crossing" in " ".join(
        result.stderr.replace("│", " ").split()
    )
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.yaml", "game.nfg"]


def test_a_case_without_a_conflict_or_with_errors_exits_1(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    for text, code in (("case: {id: empty, as_of: 2025}\n", "DT800"), ("case: {id: empty}\n", "DT101")):
        path.write_text(text, encoding="utf-8")
        result = run("export", path, "--to", "gmcr")
        assert (result.exit_code, result.stdout) == (1, "")
        assert code in result.stderr


def test_a_large_conflict_is_refused_with_the_limit_and_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    options = ", ".join(f"{{id: o{k}}}" for k in range(17))
    path.write_text(
        "case: {id: large, as_of: 2025}\nactors: [{id: north, name: N, kind: state}]\n"
        f"conflict: {{decision_makers: [{{actor: north, options: [{options}]}}]}}\n",
        encoding="utf-8",
    )
    result = run("export", path, "--to", "gmcr")

    assert result.exit_code == 2
    said = " ".join(result.stderr.replace("│", " ").split())
    assert "131,072 states can be; at most 65,536 can be written one by one: leave out options" in said


def test_help_loads_no_format_and_no_lens() -> None:
    heavy = ("detente.exports.formats.", "detente.lenses", "numpy", "openpyxl", "xlsxwriter", "yaml")
    code = (
        "import sys\nfrom detente.cli.main import application\napplication()\n"
        f"print([m for m in sys.modules if m.startswith({heavy})])"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)

    assert found.stdout == "[]\n"


def test_an_example_is_an_example_whatever_files_lie_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("south-caucasus").write_text("not a case", encoding="utf-8")

    assert run("new", "mine", "--from", "south-caucasus").exit_code == 0
    assert Path("mine/conflict.yaml").is_file()
