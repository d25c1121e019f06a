"""Who gains: the best package now and later by the definition, who blocks what, and why nothing can be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from tests.brief.reading import said
from tests.conftest import ROOT, Opener
from tests.settlement_cases import settlement_case

from detente.findings import Question
from detente.session import OpenCase, open_case

FLAGSHIP = ROOT / "examples" / "south-caucasus"


def gains(case: OpenCase, **at: Any) -> str:
    return said(case.at(**at).brief(), Question.GAINS)


def best(entries: list[dict[str, Any]]) -> Mapping[str, str]:
    """Return the package that leaves most to whoever gains least."""
    found: Mapping[str, str] = max(entries, key=lambda each: sorted(each["margins"].values()))["package"]
    return found


def texts(case: OpenCase, package: Mapping[str, str]) -> dict[str, str]:
    issues = {issue.id: issue for issue in case.case.issues}
    chosen = {issue: next(o for o in issues[issue].outcomes if o.id == outcome) for issue, outcome in package.items()}
    return {issue: outcome.text or "" for issue, outcome in chosen.items()}


@pytest.mark.parametrize("scenario", [None, "no-outside-operator"])
def test_the_flagship_names_what_changes_now_and_what_would_be_more_later(scenario: str | None) -> None:
    case = open_case(FLAGSHIP)
    packages = case.at(scenario=scenario).settle().document["packages"]
    could = [each for each in packages["zopa"] if scenario is None or each["package"]["syunik-route"] != "operator"]
    now, later = texts(case, best(packages["now"]["zopa"])), texts(case, best(could))
    first, more = gains(case, scenario=scenario).split(" Later, more: ")

    there = {"treaty": "Treaty unsigned", "minsk-dissolution": "Minsk Group stays", "syunik-route": "Route closed"}
    there |= {"constitution": "Reference to 1990 stays", "initialing": "Text not initialled"}
    for issue, text in now.items():
        assert (text.lower() in first.lower()) == (text != there[issue])
    for issue, text in later.items():
        assert (text.lower() in more.split(".")[0].lower()) == (text != now[issue])


@pytest.fixture
def no_transit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no package mean anything for transit: where one does, that is told instead of who blocks what."""
    monkeypatch.setattr("detente.brief.sentences.gains.by_package", lambda *_: "")


@pytest.mark.usefixtures("no_transit")
@pytest.mark.parametrize("scenario", [None, "conditions-met", "all-conditions-dropped"])
def test_who_blocks_what_is_what_the_settlement_says_each_accepts_in_no_package(scenario: str | None) -> None:
    """What is told is blocked, in packages that share an outcome; what cannot be had anyway is not told."""
    case = open_case(FLAGSHIP)
    blocked = case.at(scenario=scenario).settle().document["packages"]["blocked"]
    gone = {"conditions-met": {"Reference to 1990 stays", "Minsk Group stays"}}.get(scenario or "", set())
    for name, actor in (("Armenia", "armenia"), ("Azerbaijan", "azerbaijan")):
        told = gains(case, scenario=scenario).split(f"{name} blocks ")[1].split(";")[0].rstrip(".")
        shared, *others = re.findall("“([^”]+)”", told)
        patterns = [set(texts(case, pattern).values()) for pattern in blocked[actor]["always"]]
        there = [pattern for pattern in patterns if not pattern & gone]
        assert others or {shared} in there
        assert all({shared, other} in there for other in others)
        assert not gone & {shared, *others}


@pytest.mark.usefixtures("no_transit")
def test_the_flagship_s_main_condition_is_named_and_not_only_the_softened_one() -> None:
    told = gains(open_case(FLAGSHIP))
    assert "Azerbaijan blocks “Treaty signed” with “Minsk Group stays” or “Reference to 1990 stays”." in told


def test_who_gains_only_perhaps_is_told_apart() -> None:
    """Azerbaijan gains 0.07, and what it has without a deal is a tenth more or less; Armenia gains 0.15."""
    case = open_case(FLAGSHIP)
    assert gains(case).startswith("In the model, Armenia gains now, Azerbaijan perhaps, from ")
    assert gains(case, scenario="no-outside-operator").startswith(
        "In the model, Armenia and Azerbaijan both perhaps gain now from text initialled."
    )
    assert "both gain now" in gains(case, scenario="conditions-met")


@pytest.mark.parametrize(
    ("first", "told"),
    [("[0.1, 0.3]", "North and South both gain"), ("[0, 0.9]", "South gains, North perhaps,")],
)
def test_a_number_of_ones_own_that_could_make_it_lose(first: str, told: str, opened: Opener) -> None:
    text = f"""
    actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
    issues: [{{id: share, name: Share, outcomes: [{{id: half, text: Half}}, {{id: no, text: None}}]}}]
    settlement:
      parties:
        - {{actor: north, batna: {first}, assumption: x, values: {{share: {{half: 0.6, no: 0}}}}}}
        - {{actor: south, batna: 0.1, assumption: x, values: {{share: {{half: 0.6, no: 0}}}}}}
    """
    assert gains(opened(text)) == f"In the model, {told} from Half."


def test_what_is_there_already_is_no_gain_and_what_is_worth_nothing_to_anybody_is_not_sold() -> None:
    case = open_case(FLAGSHIP)
    assert "Minsk Group dissolved" not in gains(case, scenario="conditions-met")
    assert "1990 removed" not in gains(case, scenario="constitution-demand-dropped")


def test_of_outcomes_that_tie_the_first_by_its_words_is_named(opened: Opener) -> None:
    text = """
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    issues: [{id: share, name: Share, outcomes: [{id: two, text: Zebra}, {id: one, text: Ape}, {id: no, text: None}]}]
    settlement:
      parties:
        - {actor: north, batna: 0.1, assumption: x, values: {share: {two: 0.6, one: 0.6, no: 0}}}
        - {actor: south, batna: 0.1, assumption: x, values: {share: {two: 0.6, one: 0.6, no: 0}}}
    """
    assert gains(opened(text)) == "In the model, North and South both gain from Ape."


def test_three_gain_together(opened: Opener) -> None:
    found = gains(opened(settlement_case(["0.2", "0.2", "0.2"], 3)))
    assert found.startswith("In the model, Lower Bank, The Delta Republic and Upper Bank all gain from ")


def test_where_nothing_is_acceptable_to_all_the_nearest_and_who_is_in_the_way(opened: Opener) -> None:
    case = opened(settlement_case(["0.9", "0.3"], 2))
    packages = case.at().settle().document["packages"]
    assert packages["zopa"] == []
    nearest = [texts(case, each["package"]).values() for each in packages["opening"]["nearest"]]
    blockers = {each["actor"] for each in packages["blockers"]}
    found = gains(case)
    assert found.startswith("In the model, no package is worth as much as no deal to all. Nearest: ")
    assert any(all(text in found for text in each) for each in nearest)
    assert ("Upper Bank" in found, "Lower Bank" in found) == ("upper-bank" in blockers, "lower-bank" in blockers)


def test_where_every_package_crosses_a_red_line(opened: Opener) -> None:
    red = "red_lines: [{id: never, when: o0-0 and not o0-0, assumption: x}], assumption: made up"
    found = gains(opened(settlement_case(["0.3", "0.3"], 2).replace("assumption: made up", red, 1)))
    assert found == "In the model, every package crosses somebody’s red line. In the way is Upper Bank."


def test_whose_alternative_is_not_stated(opened: Opener) -> None:
    case = opened(settlement_case(["0.3", "0.3"], 2).replace("batna: 0.3, assumption", "assumption", 1))
    assert gains(case) == ("What all gain cannot be told: the case does not say what Upper Bank has without a deal.")


def test_an_outcome_without_a_text_is_told_with_its_issue(opened: Opener) -> None:
    text = settlement_case(["0.1", "0.1"], 1).replace("text: border by plan 2", "note: x").replace("o0-1", "by-plan")
    assert "“Border: by plan”" in gains(opened(text))


def test_a_day_of_which_the_case_gives_no_settlement() -> None:
    assert gains(open_case(FLAGSHIP), as_of="2025-03-20") == (
        "What each could take on 20 March 2025 cannot be told: the case speaks of it from 10 July 2025 on."
    )
