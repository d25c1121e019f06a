"""The command line: what is printed where, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.casefile import template
from detente.cli.main import application
from detente.session.rules import known_rules


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(word) for word in words])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(template("my-case"), encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text("case: {id: demo, as_of: 2025-13}\nactor: []\n", encoding="utf-8")
    return path


def test_check_of_a_good_case(case: Path) -> None:
    result = run("check", case)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{case}: no errors, no warnings\n"


def test_check_prints_problems_at_their_place_and_exits_1(broken: Path) -> None:
    result = run("check", broken)

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{broken}:1:25: error DT104 case 'demo': as_of: '2025-13' has no month 13; "
        "months are 01 to 12, seasons 21 to 24",
        f"{broken}:2:1: error DT021 unknown section 'actor'",
        "    hint: did you mean 'actors'?",
    ]
    assert result.stdout == f"{broken}: 2 errors, no warnings\n"


def test_check_for_programs(broken: Path) -> None:
    result = run("check", broken, "--format", "json")
    document = json.loads(result.stdout)

    assert result.exit_code == 1
    assert document["format"] == "detente.check/1"
    assert document["diagnostics"][1] == {
        "path": str(broken),
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "DT021",
        "message": "unknown section 'actor'",
        "hint": "did you mean 'actors'?",
    }


def test_a_warning_does_not_change_the_exit_code(case: Path) -> None:
    text = case.read_text(encoding="utf-8") + "capabilities: [{actor: north, value: 1}]\n"
    case.write_text(text, encoding="utf-8")

    checked, shown = run("check", case), run("show", case, "--json")

    assert (checked.exit_code, shown.exit_code) == (0, 0)
    assert "no errors, 1 warning" in checked.stdout
    assert json.loads(shown.stdout)["case"] == "my-case"
    assert "1 warning" in shown.stderr


@pytest.mark.parametrize("command", ["show", "conflict"])
def test_documents_are_deterministic_and_shaped_as_the_contract_says(command: str, case: Path) -> None:
    first, second = run(command, case, "--json"), run(command, case, "--json")

    assert first.exit_code == 0
    assert first.stdout == second.stdout
    head = list(json.loads(first.stdout).items())[:4]
    name = {"show": "situation", "conflict": "conflict"}[command]
    assert head == [("format", f"detente.{name}/1"), ("case", "my-case"), ("as_of", "2025-06-01"), ("scenario", None)]


@pytest.mark.parametrize("command", ["show", "conflict", "report"])
def test_errors_in_the_case_go_to_standard_error_and_exit_1(command: str, broken: Path) -> None:
    result = run(command, broken)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "DT104" in result.stderr
    assert "DT021" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["check"],
        ["check", "no-such-file.yaml"],
        ["show", "CASE", "--as-of", "yesterday"],
        ["conflict", "CASE", "--scenario", "nobody-concedes"],
        ["conflict", "CASE", "--max-states", "0"],
        ["conflict", "CASE", "--also", "xyz"],
        ["explain", "DT9999"],
        ["report", "CASE", "--out", "no/such/folder/page.html"],
        ["new", "FOLDER", "--from", "nowhere"],
        ["new", "FOLDER"],
        ["check", "CASE", "--format", "xml"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_in_words(words: list[str], case: Path) -> None:
    result = run(*(str(case) if word == "CASE" else str(case.parent) if word == "FOLDER" else word for word in words))

    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "Usage" in result.stderr


def test_a_lens_without_its_section_is_a_problem_of_the_case(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: {id: demo, as_of: 2025}\n", encoding="utf-8")

    result = run("conflict", path)

    assert result.exit_code == 1
    assert "DT800" in result.stderr


def test_a_conflict_that_cannot_be_at_a_date_is_a_problem_at_its_line(case: Path) -> None:
    text = case.read_text(encoding="utf-8").replace("{id: pay,", "{id: pay, available: 2025-05-15,")
    case.write_text(
        text.replace("status_quo: []", "status_quo: [pay]").replace("from: event:demand", "from: 2025-01"),
        encoding="utf-8",
    )

    assert run("conflict", case, "--as-of", "2025-05-15").exit_code == 0
    early = run("conflict", case, "--as-of", "2025-05-14")
    assert early.exit_code == 1
    assert "DT504 the status quo cannot be: its options are not available at this date" in early.stderr
    assert f"{case}:{text[: text.index('status_quo')].count(chr(10)) + 1}:" in early.stderr


def test_the_text_of_findings_says_what_the_page_says(case: Path) -> None:
    shown, conflict = run("show", case).stdout, run("conflict", case).stdout

    assert "Where do things stand?" in shown
    assert "The two governments meet without a mediator" in shown
    assert "Why is it stuck?" in conflict
    assert "Assumption: no source says so" in conflict


@pytest.mark.parametrize("command", ["show", "conflict"])
def test_lines_in_a_pipe_end_where_their_words_end(command: str, case: Path) -> None:
    lines = run(command, case).stdout.splitlines()

    assert len(lines) > 10
    assert [line for line in lines if line != line.rstrip()] == []


def test_big_conflicts_are_counted_instead_of_listed(case: Path) -> None:
    document = json.loads(run("conflict", case, "--json", "--max-states", "3").stdout)

    assert document["states"] == {"count": 4, "list": None}
    assert document["rank"] is None
    assert set(document["equilibria"]["nash"]) == {"count", "first"}


def test_report_writes_one_page_and_prints_where(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    result = run("report", case, "--out", page)

    assert (result.exit_code, result.stdout) == (0, f"{page}\n")
    text = page.read_text(encoding="utf-8")
    assert "Why is the crossing still closed?" in text
    assert f"detente report {case}" in text
    assert list(tmp_path.glob("*.tmp*")) == []


def test_explain_knows_every_code_and_lists_them() -> None:
    listed = run("explain").stdout

    for code, rule in known_rules().items():
        assert code in listed
        explained = run("explain", code.lower()).stdout
        assert rule.title in explained
        assert rule.explanation in explained


def test_schema_prints_json() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Detente case file"


def test_new_makes_a_case_that_passes_and_never_overwrites(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "My Case 2"

    assert run("new", folder).exit_code == 0
    assert run("check", folder).stdout.endswith("no errors, no warnings\n")
    assert "id: my-case-2" in (folder / "case.yaml").read_text(encoding="utf-8")
    assert run("new", folder).exit_code == 2
    assert [path.name for path in folder.parent.iterdir()] == ["My Case 2"]


def test_new_copies_the_flagship(tmp_path: Path) -> None:
    folder = tmp_path / "copy"

    assert run("new", folder, "--from", "south-caucasus").exit_code == 0
    assert run("check", folder).stdout.endswith("no errors, no warnings\n")
    assert run("new", tmp_path / "other", "--from", "south-caucasas").exit_code == 2


def test_help_names_every_command() -> None:
    text = run("--help").stdout

    for command in ("check", "conflict", "explain", "new", "report", "schema", "show"):
        assert command in text
        assert run(command, "--help").exit_code == 0
    assert run("--version").stdout.startswith("detente ")


def test_a_closed_pipe_is_no_traceback(case: Path) -> None:
    command = f"{sys.executable} -m detente show {case} | head -n 1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=dict(os.environ))

    assert "Traceback" not in result.stderr
    assert result.stdout.startswith("Where do things stand?")


def test_checking_loads_no_arrays(case: Path) -> None:
    """A check stays fast because it needs no array library."""
    code = f"import sys, detente.session as s; s.open_case({str(case)!r}); print('numpy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "False"


def test_starting_the_program_imports_nothing_heavy() -> None:
    """Help and the start of every command stay fast: what is heavy is imported when it is needed."""
    code = (
        "import sys, detente.cli.main as m; m.application(); "
        "print([n for n in ('numpy', 'pydantic', 'jinja2', 'yaml') if n in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_the_same_assumptions_are_listed_once_and_then_referred_to(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(template("my-case"), encoding="utf-8")
    lines = run("conflict", path).stdout.splitlines()
    used = [line for line in lines if line.startswith("Assumptions used:")]

    assert used[0] == "Assumptions used:"
    assert set(used[1:]) == {"Assumptions used: those under “The impasse”."}
    assert sum("Assumption: no source says so" in line for line in lines) == 2  # one wish of each side
