"""Assumptions that matter most: what decides comes first, and numbers of one reason stand together."""

from __future__ import annotations

from tests.conftest import Opener
from tests.flagship.reading import flagship

from detente.findings import Depth, Finding, Part
from detente.session import OpenCase

HEAD = """
case: {id: demo, as_of: 2025-07-10}
sources: [{id: s, title: A source}]
actors: [{id: north, name: North, kind: state, role: party}, {id: south, name: South, kind: state, role: party}]
"""
SETTLEMENT = """
issues: [{id: toll, name: The toll, outcomes: [{id: half, text: Half}, {id: none, text: None}]}]
settlement:
  parties:
    - actor: north
      batna: [0.2, 0.9]
      weights: {toll: 1}
      values: {toll: {half: 0.6, none: 0}}
      cites: [s ¶1]
      assumption: nobody says what it has without a deal
    - actor: south
      batna: 0.15
      weights: {toll: 1}
      values: {toll: {half: [0.18, 0.7], none: 1}}
      assumption: its words are taken at their face
"""
ROAD = """
steps:
  - {id: vote, name: The vote, duration: [30, 50], assumption: as long as the last one}
  - {id: law, name: The law, date: 2025-08-01}
  - {id: goal, name: The goal, requires: [vote, law]}
roadmap: {goal: goal}
"""


def gathered(case: OpenCase) -> tuple[Finding, ...]:
    assert case.errors == ()
    return case.at().edition("detente report").gathered


def cells(finding: Finding) -> list[tuple[object, ...]]:
    (table,) = finding.tables
    return [row.cells for row in table.rows]


def test_what_decides_comes_before_days_and_days_before_what_only_moves(opened: Opener) -> None:
    (finding,) = gathered(opened(HEAD + SETTLEMENT + ROAD))

    assert cells(finding) == [
        (
            "How well North does without a deal.",
            "At the upper end of its range nothing is acceptable to all.",
        ),
        (
            "How long this takes: the vote (30–50 days).",
            "The soonest day of this, day by day: the goal.",
        ),
        (
            "What “Half” is worth to South.",
            "The gain of the side that gains least: 0.03–0.05.",
        ),
    ]
    assert finding.headline == "Of all that is assumed, most hangs on this: how well North does without a deal."
    assert (finding.part, finding.depth) == (Part.DOUBT, Depth.HEADLINE)
    assert [said.assumption for said in finding.because] == [
        "nobody says what it has without a deal",
        "as long as the last one",
        "its words are taken at their face",
    ]
    assert [str(cite) for cite in finding.because[0].cites] == ["s ¶1"]
    assert finding.method is not None
    assert finding.method.formula


def test_a_case_of_a_road_alone_has_its_days_and_a_case_without_models_has_nothing(opened: Opener) -> None:
    (finding,) = gathered(opened(HEAD + ROAD))

    assert [row[0] for row in cells(finding)] == ["How long this takes: the vote (30–50 days)."]
    assert gathered(opened(HEAD)) == ()
    assert gathered(opened(HEAD + ROAD.replace(", assumption: as long as the last one", ", cites: [s ¶2]"))) == ()


def test_what_a_source_says_is_no_assumption(opened: Opener) -> None:
    cited = SETTLEMENT.replace("      assumption: nobody says what it has without a deal\n", "")
    (finding,) = gathered(opened(HEAD + cited))

    assert {said.assumption for said in finding.because} == {"its words are taken at their face"}


def test_of_the_flagship_five_are_told_each_reason_once_and_the_brief_begins_with_the_first() -> None:
    edition = flagship().at().edition("detente report")
    (finding,) = edition.gathered
    reasons = [said.assumption for said in finding.because]

    assert len(cells(finding)) == len(set(reasons)) == 5
    assert edition.brief is not None
    assert edition.brief.least_certain is not None
    assert edition.brief.least_certain.text.startswith(finding.because[0].text.rstrip("."))
    assert any("50 days" in str(row[0]) for row in cells(finding))
