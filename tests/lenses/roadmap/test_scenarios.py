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

    assert found.headline == "2 scenarios would change the road."
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


def test_of_a_scenario_of_which_the_day_gives_no_reading_nothing_is_told(opened: Opener) -> None:
    later = "    scenarios: [{id: later, title: Read later, changes: [{set: roadmap.from, to: 2030}], assumption: a}]\n"
    case = opened(CASE + later)
    found = chapter(case.at().roadmap(), "what-if")

    assert not case.at(scenario="later").roadmap().document["determined"]
    assert found.headline == "Of 1 scenario it cannot be said whether it would."
    assert "Read later: not determined: of" in found.statements[0].text
    assert {row["scenario"] for row in rows(found, "roads")} == {"As things are"}
