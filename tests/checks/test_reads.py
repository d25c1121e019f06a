"""A rule that says what it reads finds the same where the case has nothing else."""

from __future__ import annotations

from types import ModuleType

import pytest
from pydantic import ValidationError
from tests.case_text import marked
from tests.checks.test_rules import ACTORS, BROKEN
from tests.conftest import ROOT
from tests.scenario_draws import Draws

from detente.case import Case
from detente.case.scenario import Scenario
from detente.casefile import load
from detente.checks import Context
from detente.checks.run import modules
from detente.diagnostics import Place, SourceMap, Span
from detente.situation import ScenarioError, apply_scenario

RULES = [module for module in modules() if hasattr(module, "READS")]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Return many cases, most of which break some rule."""
    case = load(ROOT / "tests" / "fuzz" / "rich.yaml").case
    path = tmp_path_factory.mktemp("broken") / "case.yaml"
    found = []
    for text, _ in BROKEN.values():
        path.write_text(f"case: {{id: demo, as_of: 2025-07-10}}\n{ACTORS}{marked(text)[0]}", encoding="utf-8")
        found.append(load(path).case)
    for drawn in Draws(case, 5).scenarios(700):
        try:
            found.append(apply_scenario(case, Scenario.model_validate(drawn)))
        except (ValidationError, ScenarioError):
            continue
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_nothing_else_is_read(rule: ModuleType, broken: list[Case]) -> None:
    told = [problems(rule, case) for case in broken]

    assert told == [problems(rule, only(case, rule.READS)) for case in broken]
    assert any(told)


def problems(rule: ModuleType, case: Case) -> list[str]:
    context = Context(case, SourceMap(Place(Span("case.yaml"))), frozenset(), {})
    return sorted(f"{found.code} {found.message}" for found in rule.check(context))


def only(case: Case, sections: tuple[str, ...]) -> Case:
    """Return a case that has only some sections, and its header."""
    return Case(case=case.case, **{key: getattr(case, key) for key in sections if key != "case"})
