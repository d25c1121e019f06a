"""A rule reads the sections that it says it reads: these, all of them, and no others."""

from __future__ import annotations

from types import ModuleType
from typing import Any, cast

import pytest
from tests.case_text import marked
from tests.checks import test_corridor, test_system
from tests.checks.test_rules import ACTORS, BROKEN
from tests.conftest import ROOT

from detente.case import Case
from detente.casefile import load
from detente.checks import Context
from detente.checks.run import modules
from detente.diagnostics import Place, SourceMap, Span

RULES = [module for module in modules() if hasattr(module, "READS")]
GRAPH = """
conflict:
  decision_makers: [{actor: north, preferences: {ranking: [[1], [2]], assumption: a}}]
  graph: {states: [1, 2], moves: {north: {1: [2]}}}
"""
HERE = SourceMap(Place(Span("case.yaml")))


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Return two cases that have every section that rules read, a graph, and every broken one."""
    path = tmp_path_factory.mktemp("broken") / "case.yaml"
    found = [load(ROOT / "tests" / "fuzz" / "rich.yaml").case, load(ROOT / "examples" / "south-caucasus").case]
    for text in (
        GRAPH,
        *(text for text, _ in (*BROKEN.values(), *test_corridor.BROKEN.values(), *test_system.BROKEN.values())),
    ):
        path.write_text(f"case: {{id: demo, as_of: 2025-07-10}}\n{ACTORS}{marked(text)[0]}", encoding="utf-8")
        found.append(load(path).case)
    return found


class Watched:
    """A case that remembers which of its sections were looked at."""

    def __init__(self, case: Case) -> None:
        self._watched, self._seen = case, set[str]()

    def __getattr__(self, name: str) -> Any:
        self._seen.add(name)
        return getattr(self._watched, name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_a_rule_reads_what_it_says(rule: ModuleType, cases: list[Case]) -> None:
    """Which references lead nowhere is told to rules: the cases from which a changed one is made have none."""
    seen = set()
    for case in cases:
        watched = Watched(case)
        context = Context(cast("Case", watched), HERE, frozenset(), {}, lenses=frozenset())
        vars(context)["dangling"] = Context(case, HERE, frozenset(), {}, lenses=frozenset()).dangling
        list(rule.check(context))
        seen |= watched._seen

    assert seen & set(Case.model_fields) == set(rule.READS)
