"""A changed case is what writing it out, changing it in place and reading it again gives; it shares all the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.conftest import ROOT
from tests.scenario_draws import Draws
from tests.twins import scenario_twin as twin

from detente.case import Case
from detente.case.scenario import Scenario
from detente.casefile import load
from detente.situation import ScenarioError, Written, apply_scenario, changed, idle_changes

CASES = [ROOT / "tests" / "fuzz" / "rich.yaml", ROOT / "examples" / "south-caucasus"]


def applied(apply: object, case: Case, scenario: Scenario) -> object:
    """Return the changed case and what of it is stated, or why there is none."""
    try:
        found = apply(case, scenario)  # type: ignore[operator]
    except ScenarioError as error:
        return str(error), error.change, error.hint
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_drawn_scenarios_are_applied_as_by_the_slow_twin(path: Path) -> None:
    case = load(path).case
    written = Written(case)
    before = case.model_dump_json(by_alias=True)
    fitting = 0
    for drawn in Draws(case, 11).scenarios(400):
        try:
            scenario = Scenario.model_validate(drawn)
        except ValidationError:
            continue
        expected = applied(twin.apply_scenario, case, scenario)
        assert applied(apply_scenario, case, scenario) == expected
        assert applied(lambda _, scenario: changed(written, scenario), case, scenario) == expected
        if isinstance(expected, Case):
            fitting += 1
            assert idle_changes(written, scenario) == twin.idle_changes(case, scenario)
    assert fitting > 100
    assert case.model_dump_json(by_alias=True) == before


def test_what_a_scenario_leaves_alone_stays_the_very_same() -> None:
    case = load(CASES[1]).case
    changes = [
        {"set": "steps.referendum.status", "to": "met"},
        {"add": "events", "record": {"id": "news", "date": "2025-07-01", "what": "News"}},
        {"drop": "conflict.azerbaijan.az-amendment"},
    ]
    after = apply_scenario(case, Scenario.model_validate({"id": "x", "changes": changes}))

    assert [key for key in Case.model_fields if getattr(after, key) is not getattr(case, key)] == [
        "events",
        "steps",
        "conflict",
    ]
    assert sum(new is not old for new, old in zip(after.steps, case.steps, strict=True)) == 1
    assert all(new is old for new, old in zip(after.events, case.events, strict=False))
    assert case.conflict is not None
    assert after.conflict is not None
    makers = list(zip(after.conflict.decision_makers, case.conflict.decision_makers, strict=True))
    assert [new is old for new, old in makers] == [False, True, True]
    assert all(new is old for new, old in zip(makers[0][0].options, makers[0][1].options, strict=True))


def test_what_is_set_belongs_to_the_scenario_and_not_to_the_case() -> None:
    """A list that one change sets and the next adds to is not the scenario's own: it can be applied again."""
    case = load(CASES[1]).case
    changes = [
        {"set": "steps.referendum.requires", "to": ["elections"]},
        {"add": "steps.referendum.requires", "record": {"step": "majority"}},
    ]
    scenario = Scenario.model_validate({"id": "x", "changes": changes})

    first, second = apply_scenario(case, scenario), apply_scenario(case, scenario)

    assert first == second
    assert [len(step.requires) for step in first.steps if step.id == "referendum"] == [2]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_written_out_as_its_file_may_have_it(path: Path) -> None:
    case = load(path).case

    written = Written(case).sections(Case.model_fields.keys())

    assert written == twin._mutable(case.model_dump(by_alias=True, exclude_unset=True))
    assert Case.model_validate(written) == case
