"""The roadmap, derived by hand: paths, dates, what each waits for, and what holds them up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_commands import run
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows

import detente
from detente.lenses.look import AskError
from detente.lenses.roadmap.options import RoadmapOptions
from detente.session import CaseError, OpenCase

# The reform needs a draft and, strictly after the elections, a vote that takes 50 days. North may give way instead.
CASE = """
    case: {id: demo, as_of: 2025-07-10}
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    steps:
      - {id: text, name: Text agreed, status: met, date: 2025-03-13, cites: [paper ¶1]}
      - {id: draft, name: Draft ready, status: due, date: 2026-01/2026-03, responsible: [south], cites: [paper ¶2]}
      - {id: elections, name: Elections, status: scheduled, date: 2026-06-07, cites: [paper ¶2]}
      - id: vote
        name: The vote
        requires: [draft, {step: elections, strict: true}]
        duration: 50
        assumption: as we remember the law
        responsible: [south]
      - {id: dropped, name: North drops its demand, status: unmet, responsible: [north], cites: [paper ¶3]}
      - {id: group, name: The group dissolved, status: unmet, demanded_by: [north], cites: [paper ¶4]}
      - {id: rumour, name: A rumour, cites: [paper ¶5]}
      - id: signed
        name: Treaty signed
        duration: 0
        requires:
          - text
          - {step: group, hedge: practically, cites: [paper ¶4], certainty: attributed}
          - {any: [vote, dropped], cites: [paper ¶3]}
          - {step: rumour, accelerates: true, cites: [paper ¶5]}
        cites: [paper ¶1]
    roadmap: {goal: signed}
"""
DEADLOCK = """
    sources: [{id: paper, title: A paper}]
    actors: [{id: north, name: North, kind: state}, {id: south, name: South, kind: state}]
    steps:
      - {id: pull-back, name: South pulls back, responsible: [south], requires: [{step: lift, cites: [paper ¶1]}]}
      - {id: lift, name: North lifts the ban, responsible: [north], requires: [{step: pull-back, cites: [paper ¶2]}]}
      - {id: peace, name: Peace, requires: [pull-back, lift]}
    roadmap: {goal: peace}
"""


def document(case: OpenCase, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = dict(case.at().look("roadmap", RoadmapOptions(**asked)).document)
    return found


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

    assert found.headline == (
        "2 paths lead to “Treaty signed”: by “The vote”, not before 27 July 2026, on an assumption; "
        "by “North drops its demand”, without any date."
    )
    texts = [statement.text for statement in found.statements]
    assert texts[0] == "Of what it waits for, 1 is met: “Text agreed” (13 March 2025)."
    assert texts[1] == "Every path needs “The group dissolved”."
    assert texts[2] == (
        "By “The vote”: not before 27 July 2026, on an assumption. It waits now for “Draft ready” (South), “Elections” "
        "and “The group dissolved”. The day hangs on “Elections”, then “The vote”, then “Treaty signed”. "
        "“The group dissolved” has no date: it can be later, not sooner."
    )
    hedged = next(statement for statement in found.statements if statement.hedge)
    assert (hedged.text, hedged.hedge) == (
        "“Treaty signed” requires “The group dissolved”, in softened words.",
        "practically",
    )
    assert [str(cite) for cite in hedged.cites] == ["paper ¶4"]
    assert texts[-1] == "“A rumour” would make “Treaty signed” easier; it is not required."


def test_a_queue_is_not_called_a_deadlock(opened: Opener) -> None:
    found = chapter(opened(CASE).at().look("roadmap"), "deadlocks")

    assert found.headline.startswith("A queue, not a deadlock: no steps wait for each other in a circle.")


def test_a_deadlock_is_named_with_both_sides_and_what_breaks_it(opened: Opener) -> None:
    case = opened(DEADLOCK)
    found = case.at().look("roadmap")

    assert found.document["deadlocks"] == [
        {
            "steps": ["pull-back", "lift"],
            "broken_by": [
                {"step": "pull-back", "requires": "lift"},
                {"step": "lift", "requires": "pull-back"},
            ],
        }
    ]
    assert found.document["paths"] == []
    said = chapter(found, "deadlocks")
    assert said.headline == (
        "1 deadlock: “South pulls back” and “North lifts the ban” wait for each other. The goal is behind it."
    )
    assert [(statement.text, [str(cite) for cite in statement.cites]) for statement in said.statements[:2]] == [
        ("“South pulls back” (South) waits for “North lifts the ban”.", ["paper ¶1"]),
        ("“North lifts the ban” (North) waits for “South pulls back”.", ["paper ¶2"]),
    ]
    assert said.statements[2].text == (
        "It would be broken if “South pulls back” no longer waited for “North lifts the ban” or if “North lifts the "
        "ban” no longer waited for “South pulls back”."
    )
    assert chapter(found, "paths").headline == (
        "No path leads to “Peace”: steps that it needs wait for each other in a circle."
    )


def test_what_a_delay_would_cost(opened: Opener) -> None:
    text = CASE.replace("date: 2026-06-07", "date: 2026-06")
    table = rows(chapter(opened(text).at().look("roadmap"), "steps"), "delays")

    assert [(row["step"], row["path"], row["cost"]) for row in table] == [("Elections", "by “The vote”", 29)]


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


def test_chances_come_from_the_case_or_are_not_given(opened: Opener) -> None:
    silent = opened(CASE)
    stated = opened(CASE.replace("duration: 50", "duration: 50\n        probability: 0.6"))

    assert document(silent)["by_date"] == []
    assert "chances" not in [found.id for found in silent.at().look("roadmap").findings]
    # The other path is undated and taken to be in time: then nothing on it says when, and the goal has no day.
    alone = opened(
        CASE.replace("duration: 50", "duration: 50\n        probability: 0.6").replace(
            "any: [vote, dropped]", "all: [vote]"
        )
    )
    by_date = document(alone)["by_date"]
    assert [each["date"] for each in by_date] == ["2026-08-01"]
    assert by_date[0]["probability"] == pytest.approx(0.6, abs=0.01)
    said = chapter(alone.at().look("roadmap"), "chances")
    assert said.method is not None
    assert (said.method.seed, said.method.exact) == (1, False)
    assert "In time for everything else: “The group dissolved”." in [s.text for s in said.assumptions]
    assert document(stated)["by_date"] == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    text = CASE.replace("duration: 50", "duration: [30, 90]\n        probability: [0.4, 0.7]").replace(
        ", dropped]", "]"
    )
    (tmp_path / "demo.yaml").write_text(text.replace("\n    ", "\n"), encoding="utf-8")

    def printed(*words: str) -> str:
        return run("roadmap", str(tmp_path / "demo.yaml"), "--json", *words).stdout

    assert printed() == printed()
    assert json.loads(printed("--seed", "2"))["by_date"] != json.loads(printed())["by_date"]
    assert len(json.loads(printed("--draws", "50"))["by_date"]) > 0


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


def test_alternatives_are_told_as_alternatives(opened: Opener) -> None:
    table = rows(chapter(opened(CASE).at().look("roadmap"), "steps"), "steps-on-paths")
    signed = next(row for row in table if row["step"] == "Treaty signed")

    assert signed["requires"] == ("The group dissolved", "(The vote or North drops its demand)")


def test_very_many_paths_are_shown_in_part(opened: Opener) -> None:
    pairs = ", ".join(f"{{any: [a{k}, b{k}]}}" for k in range(6))
    steps = "".join(f"      - {{id: {side}{k}, name: {side}{k}}}\n" for k in range(6) for side in "ab")
    text = f"    steps:\n{steps}      - {{id: goal, name: Goal, requires: [{pairs}]}}\n    roadmap: {{goal: goal}}\n"
    found = opened(text).at().look("roadmap")

    assert len(found.document["paths"]) == 64
    assert len(rows(chapter(found, "paths"), "paths")) == 40
    assert "The table shows 40 of 64 paths, the soonest first." in [s.text for s in chapter(found, "paths").statements]


def test_what_comes_about_without_a_date_counts_for_no_month(opened: Opener) -> None:
    """North gives way in three of ten draws, nobody knows when; of the rest the vote, certain and dated, is there."""
    text = CASE.replace("status: unmet, responsible: [north]", "status: unmet, probability: 0.3, responsible: [north]")
    text = text.replace("{step: group, hedge: practically, cites: [paper ¶4], certainty: attributed}", "text")
    found = opened(text).at().look("roadmap")

    assert [each["date"] for each in found.document["by_date"]] == ["2026-08-01"]
    assert found.document["by_date"][0]["probability"] == pytest.approx(0.7, abs=0.01)
    assert "is met at all in 100% of the draws, in 30% without any date" in chapter(found, "chances").headline


def test_months_go_on_until_no_draw_adds_anything(opened: Opener) -> None:
    text = CASE.replace("duration: 50", "duration: 36500\n        probability: 0.5").replace(", dropped]", "]")

    assert [each["date"] for each in document(opened(text))["by_date"]] == ["2126-06-01"]  # 7 June 2026 and 36,500 days


def test_the_flagship_s_day_hangs_on_every_step_from_the_elections_on(root: Path) -> None:
    """The majority comes with the elections, and the referendum waits for both: the longer chain is told."""
    found = detente.open(root / "examples" / "south-caucasus").at().look("roadmap").document
    chain = found["paths"][0]["slowest"]

    assert chain[0] == "elections"
    assert chain[-3:] == ["referendum", "constitution-amended", "treaty-signed"]
    assert len(chain) == 5
