"""Nothing is worked out twice in one run, and nothing that nobody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from tests.conformance.counting import Call, counted
from tests.conformance.planting import CASE
from tests.conftest import ROOT, Opener

from detente.case.record import Record
from detente.case.scenario import Scenario
from detente.lenses.registry import shipped
from detente.methods.gmcr.preference.parser import read
from detente.methods.gmcr.preference.statements import parse
from detente.methods.gmcr.stability.analysis import analyse
from detente.models.conflict.model import model_conflict
from detente.models.corridor.loads import Loads
from detente.models.corridor.model import CorridorModel, model_corridor
from detente.models.roadmap.model import model_roadmap
from detente.models.settlement.model import model_settlement
from detente.report import render
from detente.session import open_case
from detente.situation.situation import Situation, situate
from detente.study.choice_sets import ChoiceSets
from detente.study.corridor import DRAWS

FLAGSHIP = ROOT / "examples" / "south-caucasus"


@pytest.fixture(scope="module")
def report() -> dict[str, list[Call]]:
    """Return the calls while a report of the flagship is made, by what is worked out."""
    case = open_case(FLAGSHIP)
    functions: dict[str, Callable[..., Any]] = {
        "situation": situate,
        "conflict": model_conflict,
        "verdicts": analyse,
        "settlement": model_settlement,
        "corridor": model_corridor,
        "routes": ChoiceSets.find,
        "outcomes": CorridorModel.run,
        "loads": vars(Loads)["of"].__func__,
    }
    with counted(*functions.values()) as calls:
        sight = case.at()
        render(sight.edition("detente report"))
    return dict(zip(functions, calls, strict=True))


def most(keys: Any) -> int:
    """Return how often the most frequent key is there."""
    return max(Counter(keys).values())


def test_each_moment_is_situated_once(report: dict[str, list[Call]]) -> None:
    """A moment is a date, a scenario, what somebody sees otherwise, and a state of the region."""
    calls = [given for given, _ in report["situation"]]

    assert {given["scenario"].id for given in calls if given["scenario"]}
    moments = (
        (str(each["clock"].date), _id(each["scenario"]), _text(each["clock"].case), str(sorted(each["region"].items())))
        for each in calls
    )
    assert most(moments) == 1


def test_each_conflict_is_modelled_and_judged_once(report: dict[str, list[Call]]) -> None:
    """Of one moment once; moments that differ elsewhere may have the same conflict."""
    moments = Counter((_text(given["clock"].case.conflict), _closed(found)) for given, found in report["situation"])
    modelled = Counter((_text(given["conflict"]), tuple(given["closed"])) for given, _ in report["conflict"])

    assert modelled
    assert not modelled - moments
    assert max(modelled.values()) == 1
    assert most(id(given["engine"]) for given, _ in report["verdicts"]) == 1
    assert len(report["verdicts"]) <= len(report["conflict"])


def test_each_settlement_is_modelled_once(report: dict[str, list[Call]]) -> None:
    """Of one moment once; at another date it may be the same."""
    moments = Counter(_text(given["clock"].case) for given, _ in report["situation"])
    modelled = Counter(_text(given["case"]) for given, _ in report["settlement"])

    assert modelled
    assert not modelled - moments


def test_each_corridor_is_modelled_once_with_its_routes_and_where_cargo_goes(report: dict[str, list[Call]]) -> None:
    """Nothing in the flagship's network changes with its dates, nor with scenarios of the talks."""
    assert len(report["corridor"]) == len(report["routes"]) == 1
    runs = [given["rows"].tobytes() for given, _ in report["outcomes"]]
    (_, model), *_ = report["corridor"]
    assert runs.count(model.rows(DRAWS, 1).tobytes()) == runs.count(model.central().tobytes()) == 1
    assert most((id(given["rows"]), given["world"]) for given, _ in report["loads"]) == 1


def test_each_statement_is_read_once() -> None:
    """From the opening of the case to the last letter of the page."""
    parse.cache_clear()
    with counted(read) as (calls,):
        sight = open_case(FLAGSHIP).at()
        render(sight.edition("detente report"))

    assert calls
    assert most(given["text"] for given, _ in calls) == 1


CHANGES = "[{{set: steps.s.status, to: met}}, {{set: issues.i.note, to: n{0}}}]"
MANY = (
    CASE
    + "scenarios:\n"
    + "".join(f"  - {{id: x{k}, assumption: x, changes: {CHANGES.format(k)}}}\n" for k in range(20))
)


@pytest.mark.parametrize("lens", shipped())
def test_a_document_situates_one_moment_of_many(lens: str, opened: Opener) -> None:
    case = opened(MANY)
    assert case.errors == ()

    with counted(situate, model_conflict, model_settlement, model_roadmap) as (situated, *modelled):
        document = case.at().look(lens).document

    assert document["scenario"] is None
    assert len(situated) == 1
    assert max(map(len, modelled)) <= 1


def test_what_is_only_told_tries_each_scenario_once(opened: Opener) -> None:
    case = opened(MANY)

    with counted(situate, model_roadmap) as (situated, modelled):
        findings = case.at().roadmap()
        assert len(situated) == 1
        told = findings.findings

    assert told[-1].headline == "20 scenarios would change the road."
    assert len(situated) == 21
    assert len(modelled) == 21


def _id(scenario: Scenario | None) -> str:
    return scenario.id if scenario else ""


def _text(record: Record | None) -> str:
    """Return all that a record says."""
    return record.model_dump_json() if record else ""


def _closed(situation: Situation) -> tuple[str, ...]:
    return tuple(name for name, found in situation.options.items() if not found.open)
