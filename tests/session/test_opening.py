"""Opening a case finds of each scenario what checking the whole changed case finds."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.scenario_draws import Draws
from tests.session.test_clean_cases import cases
from tests.twins.opening_twin import open_slowly

from detente.casefile import load
from detente.session import open_case

ROOT = Path(__file__).parents[2]
RICH = ROOT / "tests" / "fuzz" / "rich.yaml"
FLAGSHIP = ROOT / "examples" / "south-caucasus"


def with_scenarios(path: Path, folder: Path, scenarios: list[dict[str, Any]]) -> Path:
    """Return a case in a new folder with scenarios beside its own."""
    copy = folder / "case"
    if path.is_dir():
        shutil.copytree(path, copy)
    else:
        copy.mkdir()
        shutil.copy(path, copy)
    (copy / "drawn.yaml").write_text(json.dumps({"scenarios": scenarios}), encoding="utf-8")
    return copy


@pytest.mark.parametrize(("path", "seed", "count"), [*((RICH, seed, 150) for seed in range(4)), (FLAGSHIP, 0, 80)])
def test_scenarios_drawn_from_a_case_are_told_of_as_if_each_was_checked_whole(
    path: Path, seed: int, count: int, tmp_path: Path
) -> None:
    drawn = Draws(load(path).case, seed).scenarios(count)
    case = with_scenarios(path, tmp_path, drawn)

    found = open_case(case).diagnostics

    assert tuple(replace(each, hint="") if each.code == "DT701" else each for each in found) == open_slowly(case)
    kinds = {re.sub(r"'.*?'|\S*\d\S*", "", problem.message) for problem in found}
    assert len(kinds) > 14


HANGING = {
    "an earlier lock": [{"set": "case.known_until", "to": "2025-06-30"}],
    "an earlier day": [{"set": "case.as_of", "to": "2025-01-01"}, {"set": "case.known_until", "to": None}],
    "an anchor that is gone": [{"drop": "events.summit"}],
    "an anchor of another day": [{"set": "events.summit.date", "to": "2025-09-01"}],
    "an actor of another name": [{"set": "actors.south.id", "to": "sud"}],
    "an issue without its outcomes": [{"set": "issues.fee.outcomes", "to": []}],
    "a shorter scale": [{"set": "issues.treaty.continuum", "to": {"low": 0, "high": 40}}],
    "nobody able": [{"set": f"capabilities.{actor}.value", "to": 0} for actor in ("north", "south", "east")],
    "a step that an option waits for": [{"set": "steps.draft.id", "to": "plan"}],
    "a status quo that is closed": [{"set": "conflict.status_quo", "to": ["amend"]}],
    "a status quo that a perception closes": [{"set": "conflict.status_quo", "to": ["press"]}],
    "another decision maker": [{"set": "conflict.north.actor", "to": "east"}],
}


def test_what_hangs_on_other_sections_is_told(tmp_path: Path) -> None:
    scenarios = [{"id": f"h-{k}", "changes": each, "assumption": "a"} for k, each in enumerate(HANGING.values())]
    case = with_scenarios(RICH, tmp_path, scenarios)

    found = open_case(case).diagnostics

    assert tuple(replace(each, hint="") if each.code == "DT701" else each for each in found) == open_slowly(case)
    told = {number for problem in found for number in range(len(HANGING)) if f"'h-{number}'" in problem.message}
    assert told == set(range(len(HANGING)))


DATED = """
case: {id: demo, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events: [{id: summit, date: 2025-06-01, what: They met, assumption: a}]
issues: [{id: route, continuum: {low: 0, high: 10}}, {id: toll}]
capabilities: [{actor: south, value: 1, assumption: a}]
positions:
  - {actor: north, issue: route, value: 3, salience: 0, date: 2024-01, assumption: a}
  - {actor: north, issue: route, value: 3, salience: 1, date: {after: summit, by: 1 days}, assumption: a}
  - {actor: south, issue: route, value: 7, salience: 1, date: 2023, assumption: a}
  - {actor: south, issue: route, value: 7, salience: 0, date: 2024-01, assumption: a}
  - {actor: north, issue: toll, value: 2, salience: 0, date: 2024-01, assumption: a}
  - {actor: south, issue: toll, value: 7, salience: 1, date: 2023, assumption: a}
  - {actor: south, issue: toll, value: 7, salience: 0, date: 2024-01, assumption: a}
steps: [{id: vote, name: Vote, status: met, date: 2025-01}]
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign, available: "step:vote"}]
      preferences: {assumption: a, statements: [sign]}
    - {actor: south, options: [{id: pay}], preferences: {assumption: a, statements: [not pay]}}
  status_quo: [sign]
scenarios:
  - {id: unmet, assumption: a, changes: [{set: steps.vote.status, to: open}]}
  - {id: later, assumption: a, changes: [{set: events.summit.date, to: 2025-09-01}]}
  - {id: earlier, assumption: a, changes: [{set: case.as_of, to: 2025-05-01}]}
  - {id: unable, assumption: a, changes: [{add: capabilities, record: {actor: north, value: 0, assumption: a}}]}
  - {id: scaled, assumption: a, changes: [{set: issues.toll.continuum, to: {low: 0, high: 10}}]}
"""


def test_what_hangs_on_the_date_alone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(DATED, encoding="utf-8")

    found = open_case(path).diagnostics

    assert found == open_slowly(path)
    assert [problem.message for problem in found if problem.code == "DT700"] == [
        "after the changes of 'unmet': the status quo cannot be: its options are not available at this date",
        "after the changes of 'later': nobody has weight on 'route' at this date",
        "after the changes of 'earlier': nobody has weight on 'route' at this date",
        "after the changes of 'unable': nobody has weight on 'route' at this date",
        "after the changes of 'scaled': nobody has weight on 'toll' at this date",
    ]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(cases(), st.integers(0, 9999))
def test_drawn_cases_too(tmp_path_factory: pytest.TempPathFactory, case: dict[str, Any], seed: int) -> None:
    path = tmp_path_factory.mktemp("drawn") / "case.yaml"
    path.write_text(json.dumps(case), encoding="utf-8")
    case["scenarios"] += Draws(load(path).case, seed).scenarios(8)
    path.write_text(json.dumps(case), encoding="utf-8")

    assert open_case(path).diagnostics == open_slowly(path)
