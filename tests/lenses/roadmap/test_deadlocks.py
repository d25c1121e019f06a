"""Queue or deadlock."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.reading import chapter
from tests.lenses.roadmap.cases import CASE, DEADLOCK

from detente.lenses.roadmap.options import RoadmapOptions


def test_a_queue_is_not_called_a_deadlock(opened: Opener) -> None:
    found = chapter(opened(CASE).at().look("roadmap"), "deadlocks")

    assert found.headline == ("No steps wait for each other in a circle; 4 steps wait for nothing else.")
    assert [statement.text for statement in found.statements] == [
        "South can move “Draft ready” (January 2026 – March 2026).",
        "North can move “North drops its demand”.",
        "Nobody is named for “The group dissolved”.",
        "“Elections” (7 June 2026) is scheduled.",
    ]
    assert [(reason.text, [str(cite) for cite in reason.cites]) for reason in found.because] == [
        ("“Draft ready” waits for nothing else; it is dated January 2026 – March 2026.", ["paper ¶2"]),
        ("“Elections” waits for nothing else; it is dated 7 June 2026.", ["paper ¶2"]),
        ("“The group dissolved” waits for nothing else; it has no date.", ["paper ¶4"]),
        ("“North drops its demand” waits for nothing else; it has no date.", ["paper ¶3"]),
    ]


def test_a_deadlock_is_named_with_both_sides_and_what_breaks_it(opened: Opener) -> None:
    case = opened(DEADLOCK)
    found = case.at().look("roadmap")

    assert found.document["deadlocks"] == [
        {
            "steps": ["lift", "pull-back"],
            "broken_by": [
                {"step": "lift", "requires": "pull-back"},
                {"step": "pull-back", "requires": "lift"},
            ],
        }
    ]
    assert found.document["paths"] == []
    said = chapter(found, "deadlocks")
    assert said.headline == (
        "1 deadlock: “North lifts the ban” and “South pulls back” wait for each other. The goal is behind it."
    )
    assert [(statement.text, [str(cite) for cite in statement.cites]) for statement in said.because] == [
        ("“North lifts the ban” (North) waits for “South pulls back”.", ["paper ¶2"]),
        ("“South pulls back” (South) waits for “North lifts the ban”.", ["paper ¶1"]),
    ]
    assert [statement.text for statement in said.statements] == [
        "It would be broken if “North lifts the ban” no longer waited for “South pulls back” or if “South pulls back” "
        "no longer waited for “North lifts the ban”."
    ]
    assert chapter(found, "paths").headline == (
        "No path leads to “Peace”: steps that it needs wait for each other in a circle."
    )


def test_who_asks_for_what_is_waited_for_is_told(opened: Opener) -> None:
    asked = DEADLOCK.replace("responsible: [north], requires", "responsible: [north], demanded_by: [south], requires")
    said = chapter(opened(asked).at().look("roadmap"), "deadlocks")

    assert said.because[1].text == "“South pulls back” (South) waits for “North lifts the ban”, asked for by South."


def test_where_the_goal_is_met_nothing_moves(opened: Opener) -> None:
    found = opened(CASE).at().look("roadmap", RoadmapOptions(goal="text"))

    assert "deadlocks" not in [each.id for each in found.findings]
    assert found.document["deadlocks"] == []


def test_of_many_circles_all_are_told_the_first_ones_openly(opened: Opener) -> None:
    pairs = "".join(
        f"{{id: a{k}, name: A{k}, requires: [b{k}]}}, {{id: b{k}, name: B{k}, requires: [a{k}]}}, " for k in range(5)
    )
    said = chapter(
        opened(f"steps: [{pairs}{{id: g, name: G, requires: [a1]}}]\nroadmap: {{goal: g}}").at().roadmap(), "deadlocks"
    )

    assert said.headline == (
        "5 deadlocks: “A0” and “B0” wait for each other; “A1” and “B1” wait for each other; and 3 more. The goal is "
        "behind them."
    )
    assert len(said.statements) == 2
    told = " ".join(each.text for each in (*said.statements, *said.because))
    assert all(f"The circle of “A{k}” and “B{k}” would be broken" in told for k in range(5))
