"""How long reading, checking and looking at a case takes: the flagship, one ten times its size, its YAML; CPU time.

Run with ``pytest benchmarks``. The large case is made up: it has ten times as many records of each kind as the
flagship, each cited, dated and referring to others, so that every check has its work. Scenarios are drawn from the
case: 200 beside the flagship, 1,000 beside a small case.
"""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.figures import Figure, cpu_times
from benchmarks.what_ifs import what_ifs

from detente.casefile import load
from detente.casefile.yaml_tree import read_tree
from detente.exports.json_document import to_json
from detente.session import open_case

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.benchmark(timer=time.process_time, warmup=True, warmup_iterations=1)

FLAGSHIP = Path(__file__).parents[1] / "examples" / "south-caucasus"
TIMES = 10
RECORDS = {
    "sources": "id: source-{k}, title: Source {k}, kind: newspaper, published: 2025-01, reliability: C",
    "actors": "id: actor-{k}, name: Actor {k}, kind: person, cites: [source-{k} ¶{k}], certainty: fact",
    "events": "id: event-{k}, date: {date}, what: It happened, actors: [actor-{k}, actor-0], cites: [source-{k} ¶1]",
    "formats": "id: format-{k}, name: T{k}, parties: [actor-0, actor-{k}], from: 2024-0{d}, cites: [source-0 ¶{k}]",
    "issues": "id: issue-{k}, name: Issue {k}, on_agenda: 2024, outcomes: [{{id: yes-{k}}}], cites: [source-0 ¶{k}]",
    "positions": "actor: actor-{k}, issue: issue-{d}, stance: for it, date: 2025-0{d}, cites: [source-{k} ¶2]",
    "commitments": "id: owed-{k}, by: [actor-{k}], to: [actor-0], status: [{{is: agreed, from: 2024}}], assumption: a",
    "relations": "from: actor-{k}, to: actor-{d}, date: 2025-0{d}, goldstein: -{d}, cites: [source-{k} ¶3]",
    "steps": "id: step-{k}, name: Step {k}, requires: [{{step: step-0, strict: true}}], cites: [source-0 ¶{k}]",
}
SMALL = """
case: {id: small, title: Two sides and a route, as_of: 2025-07-10}
actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
events: [{id: summit, date: 2025-07-01, what: They met, actors: [north, south], assumption: a}]
issues:
  - {id: treaty, continuum: {low: 0, high: 100}, outcomes: [{id: signed, takes: [sign]}, {id: unsigned}]}
  - {id: money, outcomes: [{id: paid, takes: [pay]}, {id: unpaid}]}
positions:
  - {id: p1, actor: north, issue: treaty, value: [60, 80], salience: 0.9, date: 2025-03, assumption: a}
  - {id: p2, actor: south, issue: treaty, value: [10, 40], salience: 0.4, date: 2025-03, assumption: a}
steps: [{id: vote, name: Vote, status: scheduled, date: 2026-06}, {id: peace, name: Signed, requires: [vote]}]
roadmap: {goal: peace}
conflict:
  decision_makers:
    - actor: north
      options: [{id: sign, text: Sign}, {id: amend, text: Amend, available: "step:vote"}]
      preferences:
        assumption: a
        statements: [{id: n1, when: not (sign and not pay)}, {id: n2, when: pay}, {id: n3, when: not amend}]
    - actor: south
      options: [{id: pay, text: Pay}]
      preferences: {assumption: a, statements: [{id: s1, when: sign}, {id: s2, when: not pay}]}
  infeasible: [{when: sign and amend}]
  status_quo: [pay]
  named_states: {deal: [sign, pay]}
settlement:
  parties:
    - actor: north
      assumption: a
      batna: 0.3
      weights: {treaty: 0.6, money: 0.4}
      values: {treaty: {signed: 1, unsigned: 0}, money: {paid: 1, unpaid: 0}}
    - actor: south
      assumption: a
      batna: 0.4
      weights: {treaty: 0.5, money: 0.5}
      values: {treaty: {signed: 1, unsigned: 0}, money: {paid: 0, unpaid: 1}}
"""
SCENARIOS = {"flagship": 200, "small": 1000}
"""How many scenarios a case is opened with."""

LENSES = ("chronicle", "conflict", "roadmap", "settlement")

WANTED, AGAINST_ONE = {"flagship": 0.7, "small": 0.8}, {"flagship": 10, "small": 200}
"""Seconds, without the imports, and times one scenario."""


def large() -> str:
    """Return the text of the large case."""
    sizes = {name: TIMES * len(getattr(load(FLAGSHIP).case, name)) for name in RECORDS}
    sizes["sources"] = max(sizes.values())  # one for each record that cites the source of its own number
    lines = ["case: {id: large, as_of: 2025-07-10, known_until: 2025-07-31}"]
    for name, record in RECORDS.items():
        lines.append(f"{name}:")
        for k in range(sizes[name]):
            date = "2020-01-01" if k % 3 == 0 else f"{{after: event-{k - 1}, by: 2 days}}"
            text = record.format(k=k, d=k % 7 + 1, date=date)
            lines.append(
                f"  - {{{text.replace(', requires: [{step: step-0, strict: true}]', '') if k == 0 else text}}}"
            )
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the cases by name."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "large.yaml").write_text(large(), encoding="utf-8")
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    return {"flagship": FLAGSHIP, "large": folder / "large.yaml", "small": folder / "small.yaml"}


def with_scenarios(path: Path, folder: Path, count: int) -> Path:
    """Return a case that has so many scenarios besides its own, in a new folder."""
    copy = folder / str(count)
    copy.mkdir()
    for file in path.iterdir() if path.is_dir() else [path]:
        shutil.copy(file, copy)
    (copy / "what-ifs.yaml").write_text(json.dumps({"scenarios": what_ifs(path, count)}), encoding="utf-8")
    return copy


def texts(path: Path) -> list[str]:
    """Return the texts of a case's files."""
    return [file.read_text("utf-8") for file in ([path] if path.is_file() else sorted(path.glob("*.yaml")))]


@pytest.mark.parametrize("name", ["flagship", "large"])
def test_yaml(benchmark: BenchmarkFixture, cases: dict[str, Path], name: str) -> None:
    """Text to plain values with the line and column of each."""
    written = texts(cases[name])

    found = benchmark(lambda: [read_tree(text, name) for text in written])

    assert all(tree is not None and not problems for tree, problems in found)


@pytest.mark.parametrize("name", ["flagship", "large"])
def test_load(benchmark: BenchmarkFixture, cases: dict[str, Path], name: str) -> None:
    """Files to validated records."""
    found = benchmark(load, cases[name])

    assert list(found.diagnostics) == []


@pytest.mark.parametrize("name", ["flagship", "large"])
def test_load_and_check(benchmark: BenchmarkFixture, cases: dict[str, Path], name: str) -> None:
    """All that ``detente check`` does once its modules are imported."""
    found = benchmark(open_case, cases[name])

    assert found.diagnostics == ()


@pytest.mark.parametrize("name", ["flagship", "large"])
def test_chronicle(benchmark: BenchmarkFixture, cases: dict[str, Path], name: str) -> None:
    """Standing at the date of the case, and reading it out."""
    case = open_case(cases[name])

    found = benchmark(lambda: case.at().chronicle())

    assert len(found.findings) >= 8


@pytest.mark.parametrize("name", SCENARIOS)
def test_open_with_scenarios(
    benchmark: BenchmarkFixture, cases: dict[str, Path], name: str, tmp_path: Path, figures: list[Figure]
) -> None:
    """The case with many scenarios, in all and against one; each costs the same, however many there are."""
    count, path = SCENARIOS[name], cases[name]
    one, half, many = (with_scenarios(path, tmp_path, number) for number in (1, count // 2, count))

    found = benchmark(open_case, many)

    first, some, took = cpu_times(*(partial(open_case, each) for each in (one, half, many)), rounds=3)
    what = f"{name} with {count:,} scenarios"
    figures.append(Figure(f"{what}, opened", took, WANTED[name], "s", most=True))
    figures.append(Figure(f"{what}, against one scenario", took / first, AGAINST_ONE[name], "times", most=True))
    figures.append(
        Figure(f"{what}, the later half against the earlier", (took - some) / (some - first), 1.2, "times", most=True)
    )
    assert len(found.case.scenarios) >= count


def test_look_with_scenarios(
    benchmark: BenchmarkFixture, cases: dict[str, Path], tmp_path: Path, figures: list[Figure]
) -> None:
    """One look through each lens, as programs read it: what is said of scenarios is not worked out for it."""
    count, path = SCENARIOS["small"], tmp_path / "case"
    path.mkdir()
    shutil.copy(cases["small"], path)
    (path / "what-ifs.yaml").write_text(json.dumps({"scenarios": list(map(possible, range(count)))}), encoding="utf-8")
    case = open_case(path)

    def look(lens: str) -> str:
        return to_json(replace(case).at().look(lens))  # a new study, which knows nothing yet

    benchmark(look, "conflict")

    for lens, took in zip(LENSES, cpu_times(*(partial(look, lens) for lens in LENSES), rounds=5), strict=True):
        figures.append(Figure(f"small with {count:,} scenarios, one look: {lens}", took, 1, "s", most=True))
    assert len(case.case.scenarios) == count


def possible(number: int) -> dict[str, object]:
    """Return a scenario of the small case in which nothing is wrong."""
    changes: list[dict[str, object]] = [
        {"set": "settlement.north.batna", "to": number / 1000},
        {"set": "conflict.north.n2.when", "to": ("not pay", "sign or pay")[number % 2]},
        {"set": "steps.vote.date", "to": f"2027-{number % 12 + 1:02}"},
        {"set": "positions.p1.value", "to": [number % 50, 60]},
        {"drop": "conflict.south.s2"},
    ]
    return {"id": f"what-if-{number}", "title": "What if", "assumption": "made up", "changes": [changes[number % 5]]}
