"""What would change the road."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.reading import chapter, rows
from tests.lenses.roadmap.cases import CASE


def test_scenarios_that_change_the_road_stand_side_by_side(opened: Opener) -> None:
    scenarios = """
    scenarios:
      - {id: gives, title: North gives way, changes: [{set: steps.dropped.status, to: met}], assumption: a}
      - {id: idle, title: A rumour spreads, changes: [{set: steps.rumour.status, to: met}], assumption: a}
      - {id: late, title: Elections in autumn, changes: [{set: steps.elections.date, to: 2026-09-06}], assumption: a}
"""
    found = chapter(opened(CASE + scenarios).at().look("roadmap"), "what-if")

    assert found.headline == "2 scenarios would change it: North gives way and Elections in autumn."
    table = [(row["scenario"], row["path"], row["earliest"]) for row in rows(found, "roads")]
    assert table == [
        ("As things are", "by “The vote”", "2026-07-27"),
        ("As things are", "by “North drops its demand”", None),
        ("North gives way", "the only path", None),
        ("Elections in autumn", "by “The vote”", "2026-10-26"),
        ("Elections in autumn", "by “North drops its demand”", None),
    ]


def test_a_scenario_without_the_step_asked_about_says_nothing_of_it(opened: Opener) -> None:
    spare = CASE.replace("    roadmap:", "      - {id: spare, name: Spare}\n    roadmap:")
    case = opened(spare + "    scenarios: [{id: x, assumption: a, changes: [{drop: steps.spare}]}]\n")

    assert case.errors == ()
    assert "what-if" not in {found.id for found in case.at().roadmap(goal="spare").findings}
