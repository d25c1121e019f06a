"""The paths, derived by hand: their dates, and what each waits for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows
from tests.lenses.roadmap.cases import CASE, document

import detente
from detente.lenses.look import AskError
from detente.lenses.roadmap.options import RoadmapOptions
from detente.session import CaseError


def test_two_paths_one_dated_one_not(opened: Opener) -> None:
    found = document(opened(CASE))
    by_vote, by_giving_way = found["paths"]

    assert (found["goal"], found["met"], found["complete"], found["deadlocks"]) == ("signed", "false", True, [])
    assert set(by_vote["steps"]) == {"draft", "elections", "vote", "group", "signed"}
    assert by_vote["steps"][-1] == "signed"
    assert (by_vote["earliest"], by_vote["latest"]) == ("2026-07-27", None)  # 7 June and 50 days
    assert by_vote["undated"] == ["group"]
    assert by_vote["assumptions"] == [{"step": "vote", "assumption": "as we remember the law"}]
    assert set(by_vote["waiting_for"]) == {"draft", "elections", "group"}
    assert by_vote["slowest"] == ["elections", "vote", "signed"]
    assert set(by_giving_way["steps"]) == {"dropped", "group", "signed"}
    assert (by_giving_way["earliest"], by_giving_way["latest"]) == (None, None)
    assert set(by_giving_way["undated"]) == {"dropped", "group"}
    assert by_giving_way["waiting_for"] == ["dropped", "group"]


def test_dates_and_room_of_each_step(opened: Opener) -> None:
    dates = document(opened(CASE))["paths"][0]["dates"]

    assert dates["draft"] == {"earliest": "2026-01-01", "latest": "2026-03-31", "float_days": 157.0}
    assert dates["elections"] == {"earliest": "2026-06-07", "latest": "2026-06-07", "float_days": 0.0}
    assert dates["vote"] == {"earliest": "2026-07-27", "latest": "2026-07-27", "float_days": 0.0}
    assert dates["group"] == {"earliest": None, "latest": None, "float_days": None}


def test_when_everything_is_dated_the_goal_has_a_last_day(opened: Opener) -> None:
    text = CASE.replace("status: unmet, demanded_by", "status: due, date: 2025-09/2025-12, demanded_by")
    text = text.replace("duration: 50", "duration: {low: 50, mode: 60, high: 65}")

    path = next(path for path in document(opened(text))["paths"] if "vote" in path["steps"])
    assert (path["earliest"], path["latest"], path["undated"]) == ("2026-07-27", "2026-08-11", [])


def test_strictly_after_costs_a_day_only_where_nothing_else_does(opened: Opener) -> None:
    text = CASE.replace("duration: 50", "duration: 0")

    assert document(opened(text))["paths"][0]["earliest"] == "2026-06-08"
    assert document(opened(text.replace(", strict: true", "")))["paths"][0]["earliest"] == "2026-06-07"


def test_a_duration_counts_from_the_day_of_what_is_met(opened: Opener) -> None:
    text = CASE.replace("status: scheduled, date: 2026-06-07", "status: met, date: 2025-07-01")
    text = text.replace("status: due, date: 2026-01/2026-03", "status: met, date: 2025-05-01")

    assert document(opened(text))["paths"][0]["earliest"] == "2025-08-20"  # 1 July and 50 days


def test_a_plan_that_has_lapsed_dates_nothing(opened: Opener) -> None:
    text = CASE.replace("status: scheduled, date: 2026-06-07", "status: scheduled, date: 2025-06-07")
    found = opened(text)
    path = document(found)["paths"][0]

    assert "elections" in path["undated"]
    assert path["earliest"] == "2026-02-20"  # the draft alone: 1 January and 50 days
    said = [statement.assumption for statement in chapter(found.at().look("roadmap"), "paths").assumptions]
    assert "the time planned for it has passed without it; it counts as undated" in said


def test_beyond_what_the_case_knows_a_plan_is_taken_to_hold(opened: Opener) -> None:
    found = opened(CASE).at("2026-07-01").look("roadmap")

    path = found.document["paths"][0]
    assert (path["earliest"], set(path["steps"])) == ("2026-07-27", {"vote", "group", "signed"})
    said = [statement.assumption for statement in chapter(found, "paths").assumptions]
    assert "the case cannot say whether it has come about since; its plan is taken to have held" in said


def test_a_goal_that_is_met_has_no_path(opened: Opener) -> None:
    found = opened(CASE).at().look("roadmap", RoadmapOptions(goal="text"))

    assert (found.document["met"], found.document["paths"]) == ("true", [])
    assert chapter(found, "paths").headline == "“Text agreed” is met."


def test_the_headline_gives_both_paths_and_what_they_rest_on(opened: Opener) -> None:
    found = chapter(opened(CASE).at().look("roadmap"), "paths")

    assert found.headline == "“Treaty signed” can come about by “The vote” or by “North drops its demand”."
    assert [statement.text for statement in found.statements] == [
        "Every path also needs “The group dissolved” (“practically”). It has no date: the goal can be later, not "
        "sooner.",
        "By “The vote”: late July 2026 at the soonest, on an assumption. First come “Draft ready” and “Elections”. The "
        "day counts from “Elections” (7 June 2026), plus 50 days assumed for “The vote”.",
        "By “North drops its demand”: no date.",
    ]


def test_every_step_on_a_path_stands_behind_what_is_said_of_it(opened: Opener) -> None:
    found = chapter(opened(CASE).at().look("roadmap"), "paths")

    assert {(reason.text, *map(str, reason.cites)) for reason in found.because} == {
        ("“Draft ready” waits for nothing else; it is dated January 2026 – March 2026.", "paper ¶2"),
        ("“Elections” waits for nothing else; it is dated 7 June 2026.", "paper ¶2"),
        ("“The vote” waits for Draft ready and Elections; it takes 50 days from there.",),
        ("“North drops its demand” waits for nothing else; it has no date.", "paper ¶3"),
        ("“The group dissolved” waits for nothing else; it has no date.", "paper ¶4"),
        (
            "“Treaty signed” waits for The group dissolved and (North drops its demand or The vote); it takes no time "
            "from there.",
            *("paper ¶1", "paper ¶4", "paper ¶3", "paper ¶5"),
        ),
    }
    assert found.method is not None
    assert found.method.formula.endswith("7 June 2026 plus 50 days is 27 July 2026.")
    assert [(said.text, said.assumption) for said in found.assumptions] == [("The vote.", "as we remember the law")]


def test_what_is_said_of_single_requirements_stands_path_by_path(opened: Opener) -> None:
    found = chapter(opened(CASE).at().look("roadmap"), "path-by-path")

    assert found.headline == "The soonest of 2 paths, by “The vote”: not before 27 July 2026, on an assumption."
    progress, hedged, easing = found.statements
    assert progress.text == "Of what it waits for, 1 is met: “Text agreed” (13 March 2025)."
    assert (hedged.text, hedged.hedge) == (
        "“Treaty signed” requires “The group dissolved”, in softened words.",
        "practically",
    )
    assert [str(cite) for cite in hedged.cites] == ["paper ¶4"]
    assert easing.text == "“A rumour” would make “Treaty signed” easier; it is not required."
    vote, way = rows(found, "paths")
    assert (vote["slowest"], way["slowest"]) == (("Elections", "The vote", "Treaty signed"), None)


def test_an_unknown_goal_is_refused(opened: Opener) -> None:
    with pytest.raises(AskError, match=r"the case has no step 'sined'; did you mean 'signed'\?"):
        opened(CASE).at().look("roadmap", RoadmapOptions(goal="sined"))


def test_without_a_goal_there_is_no_road(opened: Opener) -> None:
    sight = opened(CASE.replace("roadmap: {goal: signed}", "")).at()

    with pytest.raises(CaseError):
        sight.look("roadmap")
    assert "roadmap" not in [found.lens for found in sight.look_around()]


def test_the_flagship_has_the_two_paths_of_the_article(root: Path) -> None:
    found = detente.open(root / "examples" / "south-caucasus").at().look("roadmap").document
    by_constitution, by_concession = found["paths"]

    assert {"constitution-draft", "elections", "referendum", "constitution-amended"} <= set(by_constitution["steps"])
    assert by_constitution["earliest"] == "2026-07-21"  # from 1 June 2026, 50 days assumed
    assert by_concession["earliest"] is None
    assert "demand-dropped" in by_concession["undated"]
    for path in found["paths"]:  # no source makes the signature wait for these
        assert not {"route-open", "regime-agreed", "border-delimited", "complaints-withdrawn"} & set(path["steps"])
    assert found["deadlocks"] == []
    assert found["by_date"] == []


def test_a_group_that_only_makes_a_step_easier_is_waited_for_by_nobody(opened: Opener) -> None:
    text = CASE.replace(
        "{step: rumour, accelerates: true, cites: [paper ¶5]}", "{any: [{step: rumour, accelerates: true}]}"
    )
    plain = [(path["earliest"], path["latest"]) for path in document(opened(CASE))["paths"]]

    assert [(path["earliest"], path["latest"]) for path in document(opened(text))["paths"]] == plain


def test_a_step_dated_by_its_last_day_only_may_come_from_now_on(opened: Opener) -> None:
    text = CASE.replace("date: 2026-06-07", "date: ../2026-06-07").replace(
        "date: 2026-01/2026-03", "date: 2025-07-01/.."
    )
    dates = document(opened(text))["paths"][0]["dates"]

    assert (dates["elections"]["earliest"], dates["elections"]["latest"]) == ("2025-07-10", "2026-06-07")
    assert dates["vote"]["earliest"] == "2025-08-29"  # 10 July and 50 days


def test_very_many_paths_are_shown_in_part(opened: Opener) -> None:
    pairs = ", ".join(f"{{any: [a{k}, b{k}]}}" for k in range(6))
    steps = "".join(f"      - {{id: {side}{k}, name: {side}{k}}}\n" for k in range(6) for side in "ab")
    text = f"    steps:\n{steps}      - {{id: goal, name: Goal, requires: [{pairs}]}}\n    roadmap: {{goal: goal}}\n"
    found = opened(text).at().look("roadmap")

    assert len(found.document["paths"]) == 64
    full = chapter(found, "path-by-path")
    assert len(rows(full, "paths")) == 40
    assert full.tables[0].caption == "40 of 64 paths to the goal, the soonest first"
    assert chapter(found, "paths").headline == "64 paths lead to “Goal”, none of them with a date."
    assert [said.text for said in chapter(found, "paths").statements][-1] == "“Path by path” tells of all 64 paths."


def test_the_flagship_s_day_hangs_on_every_step_from_the_elections_on(root: Path) -> None:
    """The majority comes with the elections, and the referendum waits for both: the longer chain is told."""
    found = detente.open(root / "examples" / "south-caucasus").at().look("roadmap").document
    chain = found["paths"][0]["slowest"]

    assert chain[0] == "elections"
    assert chain[-3:] == ["referendum", "constitution-amended", "treaty-signed"]
    assert len(chain) == 5
