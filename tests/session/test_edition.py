"""Editions: the brief of a page, briefs at other dates and in scenarios, passages, and what a fault costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT, Opener
from tests.lenses.roadmap.cases import CASE

from detente.brief import compose
from detente.findings import Glance
from detente.session import CaseError, OpenCase, open_case
from detente.session.sight import Sight

FLAGSHIP = ROOT / "examples" / "south-caucasus"


@pytest.fixture(scope="module")
def flagship() -> OpenCase:
    return open_case(FLAGSHIP)


def glances(sight: Sight) -> list[tuple[str, str]]:
    return [(each.as_of, each.scenario) for each in sight.edition("x").glances]


def test_an_edition_holds_what_a_sight_gives(flagship: OpenCase) -> None:
    sight = flagship.at(scenario="referendum-met")
    edition = sight.edition("detente report")
    assert edition.stamp == sight.stamp("detente report")
    assert [each.lens for each in edition.findings] == [each.lens for each in sight.look_around()]
    assert edition.brief == sight.brief()


def test_glances_are_the_briefs_of_the_days_on_which_readings_began(flagship: OpenCase) -> None:
    scenarios = [None, *flagship.case.scenarios[:2]]
    wanted = [
        Glance(day, each.label if each else "", flagship.at(day, scenario=each.id if each else None).brief())
        for day in ("2025-07-31", "2025-07-10", "2025-03-13")  # the case's own, the summit's, and that of the text
        for each in scenarios
        if (day, each) != ("2025-07-31", None)
    ]
    assert list(flagship.at().edition("x").glances) == wanted


def test_no_glance_is_later_than_the_page_nor_the_page_again(flagship: OpenCase) -> None:
    july = glances(flagship.at("2025-07-09"))
    assert {day for day, _ in july} == {"2025-07-09", "2025-03-13"}
    assert ("2025-07-09", "") not in july
    assert glances(flagship.at("2025-03-13"))[0][0] == "2025-03-13"
    assert {day for day, _ in glances(flagship.at("2025-03-13"))} == {"2025-03-13"}
    assert glances(flagship.at("2023-01")) == [("2023-01", each.label) for each in flagship.case.scenarios[:2]]


def test_a_scenario_is_glanced_at_beside_the_case_as_it_is(flagship: OpenCase) -> None:
    label = next(each.label for each in flagship.case.scenarios if each.id == "referendum-met")
    found = glances(flagship.at(scenario="referendum-met"))
    assert found[0] == ("2025-07-31", "")
    assert {scenario for _, scenario in found} == {"", label}


def test_a_case_that_names_no_other_day_and_no_scenario_has_no_glances(opened: Opener) -> None:
    assert glances(opened(CASE).at()) == []


def test_what_cannot_be_modelled_at_an_earlier_day_is_left_out(opened: Opener) -> None:
    text = """
    actors: [{id: a, name: A, kind: state}]
    conflict:
      from: 2025-03-01
      decision_makers:
        - {actor: a, options: [{id: p}, {id: q, available: 2025-06-01}], preferences: {assumption: x, statements: [p]}}
      status_quo: [q]
    scenarios: [{id: must, changes: [{add: conflict.infeasible, record: {when: not q, assumption: x}}]}]
    """
    case = opened(text)
    for scenario in (None, "must"):  # the status quo cannot be yet
        with pytest.raises(CaseError):
            case.at("2025-03-01", scenario=scenario).brief()
    assert glances(case.at()) == [("2025-07-10", "must")]


def test_passages_are_those_of_texts_that_ship_with_the_case(flagship: OpenCase, tmp_path: Path) -> None:
    passages = flagship.at().edition("x").passages
    lines = (FLAGSHIP / "dossier.md").read_text(encoding="utf-8").splitlines()
    assert dict(passages) == {"dossier": tuple(line.strip() for line in lines if line.strip())}

    own, shipped = tmp_path / "own", tmp_path / "case"
    for folder in (own, shipped):
        folder.mkdir()
    (own / "article.txt").write_text("Words that nobody may print.", encoding="utf-8")
    (shipped / "letter.txt").write_text("One.\n\n Two. \n", encoding="utf-8")
    sources = "sources: [{id: article, title: A}, {id: letter, title: L, file: letter.txt}]"
    (shipped / "case.yaml").write_text(f"case: {{id: c, as_of: 2025-07-10}}\n{sources}\n", encoding="utf-8")
    for path in (shipped, shipped / "case.yaml"):
        assert dict(open_case(path, sources=own).at().edition("x").passages) == {"letter": ("One.", "Two.")}


def test_texts_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    case = open_case(FLAGSHIP)
    read_bytes = Path.read_bytes

    def read(path: Path) -> bytes:
        assert FLAGSHIP not in path.parents, f"{path} is read again"
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    assert case.at().edition("x").passages


@pytest.mark.usefixtures("forgiving")
def test_a_fault_in_the_brief_costs_the_brief(flagship: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(compose, "title", fail)
    told: list[str] = []
    edition = flagship.at().edition("x", forgive=told.append)
    assert (edition.brief, edition.glances) == (None, ())
    assert len(edition.findings) == 6
    assert [line.split(" could not")[0] for line in told] == [
        "the section 'brief' of 'report'",
        "the section 'glances' of 'report'",
    ]
    with pytest.raises(ZeroDivisionError):
        flagship.at().edition("x")
    with pytest.raises(ZeroDivisionError):
        flagship.at().brief()
