"""Who gains: the best package now and later by the definition, who blocks what, and why nothing can be told."""

from __future__ import annotations

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
    found: Mapping[str, str] = max(entries, key=lambda each: min(each["margins"].values()))["package"]
    return found


def texts(case: OpenCase, package: Mapping[str, str]) -> dict[str, str]:
    issues = {issue.id: issue for issue in case.case.issues}
    chosen = {issue: next(o for o in issues[issue].outcomes if o.id == outcome) for issue, outcome in package.items()}
    return {issue: outcome.text or "" for issue, outcome in chosen.items()}


@pytest.mark.parametrize("scenario", [None, "no-outside-operator"])
def test_the_flagship_names_what_changes_now_and_what_would_be_more_later(scenario: str | None) -> None:
    case = open_case(FLAGSHIP)
    packages = case.at(scenario=scenario).settle().document["packages"]
    now, later = texts(case, best(packages["now"]["zopa"])), texts(case, best(packages["zopa"]))
    first, more = gains(case, scenario=scenario).split(" Later, more: ")

    there = {"treaty": "Treaty unsigned", "minsk-dissolution": "Minsk Group stays", "syunik-route": "Route closed"}
    there |= {"constitution": "Reference to 1990 stays", "initialing": "Text not initialled"}
    for issue, text in now.items():
        assert (text.lower() in first.lower()) == (text != there[issue])
    for issue, text in later.items():
        assert (text.lower() in more.split(".")[0].lower()) == (text != now[issue])


def test_who_blocks_what_is_what_the_settlement_says_each_accepts_in_no_package() -> None:
    case = open_case(FLAGSHIP)
    blocked = case.at().settle().document["packages"]["blocked"]
    for name, actor in (("Armenia", "armenia"), ("Azerbaijan", "azerbaijan")):
        told = gains(case).split(f"{name} blocks ")[1].split(";")[0].rstrip(".")
        patterns = [" with ".join(sorted(f"“{t}”" for t in texts(case, p).values())) for p in blocked[actor]["always"]]
        assert told in patterns


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
