"""How long reading and checking a case takes: the flagship, one ten times its size, and its YAML alone; CPU time.

Run with ``pytest benchmarks``. The large case is made up: it has ten times as many records of each kind as the
flagship, each cited, dated and referring to others, so that every check has its work.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.casefile import load
from detente.casefile.yaml_tree import read_tree
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
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    path.write_text(large(), encoding="utf-8")
    return {"flagship": FLAGSHIP, "large": path}


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
