"""A conflict whose states are not listed: what is said of it, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.case_text import problems
from tests.conftest import Opener
from tests.large_case import PARTIES, SUBJECTS, large_case
from tests.lenses.reading import chapter, rows, sentences
from typer.testing import CliRunner

from detente.cli.main import application
from detente.findings import Findings
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.look import AskError
from detente.methods.gmcr.symbolic import budget, diagram
from detente.session import CaseError, open_case

SMALL = """
    case: {id: demo, as_of: 2025-07-10}
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    conflict:
      decision_makers:
        - actor: north
          options:
            - {id: sign, text: Sign, direction: take-only}
            - {id: amend, text: Amend, available: 2026}
          preferences: {assumption: a, statements: [{when: "not (sign and not pay)"}, {when: sign or amend}]}
        - actor: south
          options: [{id: pay, text: Pay}, {id: wait, text: Wait, direction: drop-only}]
          preferences: {assumption: a, weights: {pay: -1, sign: 2, wait: 1}}
      infeasible: [{when: sign and amend}, {at_least_one: [sign, pay, wait]}]
      status_quo: [pay]
      named_states: {deal: [sign, pay], nothing: []}
"""
SYMBOLIC = ConflictOptions(engine="symbolic")
CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """Return what is said of 60 options."""
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    path.write_text(large_case(), encoding="utf-8")
    return open_case(path).at().conflict()


@pytest.mark.parametrize("date", ["2025-07-10", "2026-12-31"])
def test_a_small_conflict_is_answered_alike_by_both_engines(opened: Opener, date: str) -> None:
    case = opened(SMALL).at(date)
    listed = case.look("conflict", ConflictOptions(engine="explicit")).document
    found = case.look("conflict", SYMBOLIC).document

    def brief(states: list[str]) -> dict[str, Any]:
        return {"count": len(states), "first": states}

    assert found["engine"] == "symbolic"
    assert found["states"] == {"count": listed["states"]["count"], "list": None}
    assert found["rank"] is None
    for key in CONCEPTS:
        assert found["equilibria"][key] == brief(listed["equilibria"][key])
        assert found["stability"][key] == {m: brief(states) for m, states in listed["stability"][key].items()}
        letters = list(zip(*listed["equilibria"][key], strict=True)) or [()] * 4
        assert list(found["projections"][key].values()) == [each.count("Y") for each in letters]
        assert sorted(s for cube in found["cubes"][key] for s in spelt(cube)) == listed["equilibria"][key]
    for key in ("format", "case", "as_of", "scenario", "decision_makers", "options", "status_quo", "named"):
        assert found[key] == listed[key]
    assert found["too_large"] == {}


def spelt(cube: str) -> Iterator[str]:
    """Yield the states that a pattern matches."""
    yield from ("".join(marks) for marks in product(*("YN" if mark == "-" else mark for mark in cube)))


@pytest.mark.slow
def test_a_large_conflict_is_answered_by_counts(large: Findings) -> None:
    document = large.document
    counts = {key: document["equilibria"][key]["count"] for key in CONCEPTS}

    assert len(document["options"]) == 60
    assert document["states"]["count"] > 10**16
    assert counts["nash"] < counts["sseq"] <= counts["seq"] < counts["gmr"] < document["states"]["count"]
    assert len(document["equilibria"]["nash"]["first"]) == len(document["cubes"]["nash"]) == 20
    assert document["equilibria"]["nash"]["first"] == sorted(document["equilibria"]["nash"]["first"])
    assert list(document["projections"]["seq"]) == [f"{party}-{subject}" for party in PARTIES for subject in SUBJECTS]


@pytest.mark.slow
def test_the_chapters_of_a_large_conflict(large: Findings) -> None:
    assert [found.id for found in large.findings] == [
        *("impasse", "standing", "matrix", "equilibria", "common", "trial", "model"),
    ]
    assert [row["maker"] for row in rows(chapter(large, "standing"), "status-quo")] == [p.title() for p in PARTIES]
    named = rows(chapter(large, "equilibria"), "named-states")
    assert [(row["name"], row["possible"]) for row in named] == [
        ("settlement", True),
        ("visas only", True),
        ("border and observers", False),
    ]
    assert named[2]["concepts"] == "not possible at this date"
    assert len(rows(chapter(large, "common"), "projections")) == 60
    assert len(rows(chapter(large, "common"), "cubes")) == 20
    assert all(each[0].isupper() or each[0].isdigit() for each in sentences(large))


def test_what_is_taken_in_all_some_and_no_equilibria(opened: Opener) -> None:
    found = opened(SMALL).at().look("conflict", SYMBOLIC)
    table = {row["option"]: row["nash"] for row in rows(chapter(found, "common"), "projections")}
    states = found.document["equilibria"]["nash"]["first"]

    for k, option in enumerate(("Sign", "Amend", "Pay", "Wait")):
        taken = [state[k] for state in states].count("Y")
        word = {0: "none", len(states): "all"}.get(taken, "some")
        assert table[option].startswith(word)


@pytest.mark.parametrize(
    ("asked", "option"),
    [
        (ConflictOptions(why="status-quo"), "why"),
        (ConflictOptions(start="status-quo"), "from"),
        (ConflictOptions(coalitions=True), "coalitions"),
    ],
)
def test_what_needs_listed_states_is_refused(opened: Opener, asked: ConflictOptions, option: str) -> None:
    with pytest.raises(AskError, match=r"needs states that are listed, but 60 options make 2\^60 states") as no:
        opened(large_case()).at().look("conflict", asked)
    assert no.value.option == option


def test_the_explicit_engine_names_its_limit_and_the_way_out(opened: Opener) -> None:
    with pytest.raises(AskError, match=r"60 options make 2\^60 states.* up to 24 options; use 'symbolic' or 'auto'"):
        opened(large_case()).at().look("conflict", ConflictOptions(engine="explicit"))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (SMALL + "      coalesce: ['{NNNY}']\n", "states to coalesce"),
        (
            "    actors: [{id: north, name: North, kind: state}]\n"
            "    conflict:\n"
            "      decision_makers: [{actor: north, preferences: {ranking: [[1], [2]], assumption: a}}]\n"
            "      graph: {states: [1, 2], moves: {}}\n",
            "a graph of states",
        ),
        (
            "    actors: [{id: north, name: North, kind: state}]\n"
            "    conflict:\n"
            "      decision_makers:\n"
            "        - {actor: north, options: [{id: sign}], preferences: {ranking: [[Y], [N]], assumption: a}}\n",
            "a ranking of states",
        ),
    ],
)
def test_the_symbolic_engine_refuses_lists(opened: Opener, text: str, what: str) -> None:
    with pytest.raises(AskError, match=f"works without lists, but the conflict has {what}"):
        opened(text).at().look("conflict", SYMBOLIC)


def test_an_engine_that_does_not_exist_is_refused(opened: Opener) -> None:
    with pytest.raises(AskError, match="no engine 'fast'; there are auto, explicit, symbolic"):
        opened(SMALL).at().look("conflict", ConflictOptions(engine="fast"))


def test_a_concept_too_large_to_answer_is_said(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_WORK", 80_000)
    found = opened(large_case()).at().conflict()

    assert list(found.document["equilibria"]) == ["nash"]
    assert list(found.document["too_large"]) == ["gmr", "smr", "seq", "sseq"]
    assert "given up after" in found.document["too_large"]["seq"]
    assert any(said.startswith("Not answered under SEQ: the conflict is too entangled") for said in sentences(found))


def crowd(makers: int) -> str:
    """Return the text of a conflict in which each of so many would rather do what the next one does."""
    actors = "".join(f"  - {{id: d{i}, name: D{i}, kind: state}}\n" for i in range(makers))
    decide = "".join(
        f"    - {{actor: d{i}, options: [{{id: o{i}}}], preferences: {{statements: [o{i} iff o{(i + 1) % makers}]}}}}\n"
        for i in range(makers)
    )
    head = f"case: {{id: crowd, as_of: 2025-07-10}}\nactors:\n{actors}"
    return f"{head}conflict:\n  assumption: made up\n  decision_makers:\n{decide}"


def test_very_many_decision_makers_are_answered_without_a_list(opened: Opener) -> None:
    """Two states hold: all alike. The answers of twenty to each other at a million states would take minutes."""
    found = opened(crowd(20)).at().conflict().document

    assert found["equilibria"]["nash"]["count"] == 2
    assert opened(crowd(6)).at().conflict().document["equilibria"]["nash"] == ["NNNNNN", "YYYYYY"]
    with pytest.raises(AskError, match=r"20 decision makers may answer each other at 2\^20 states"):
        opened(crowd(20)).at().look("conflict", ConflictOptions(engine="explicit"))


def test_a_conflict_too_entangled_is_a_problem_of_the_case(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    case = opened(large_case())
    monkeypatch.setattr(diagram, "MAX_NODES", 400)
    with pytest.raises(CaseError, match=r"DT530 the conflict is too entangled.*outgrow 400 nodes") as refused:
        case.at().conflict()
    hint = refused.value.diagnostics[0].hint
    assert "fewer statements" in hint
    assert "weights" not in hint
    assert hint.endswith("up to 24 options are answered by listing their states, whatever is preferred")


def test_conditions_too_entangled_are_found_by_the_check(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagram, "MAX_NODES", 66)
    found = problems(opened(large_case()))
    assert found[0].startswith("8:3 DT530 the conflict is too entangled")


def run(*words: str) -> Any:
    """Run a command."""
    return CliRunner().invoke(application(), list(words))


@pytest.mark.slow
def test_the_commands_work_on_a_large_case(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(crowd(26), encoding="utf-8")

    assert run("check", str(path)).exit_code == 0
    assert run("show", str(path)).exit_code == 0
    assert "possible states would be left by nobody" in run("conflict", str(path)).output
    refused = run("conflict", str(path), "--engine", "explicit")
    assert refused.exit_code == 2
    assert "Traceback" not in refused.output
    assert run("conflict", str(path), "--why", "N" * 26).exit_code == 2
    page = tmp_path / "large.html"
    assert run("report", str(path), "--out", str(page)).exit_code == 0
    assert "What equilibria have in common" in page.read_text(encoding="utf-8")
