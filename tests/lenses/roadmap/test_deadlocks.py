"""Queue or deadlock."""

from __future__ import annotations

from tests.conftest import Opener
from tests.lenses.reading import chapter
from tests.lenses.roadmap.cases import CASE, DEADLOCK


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
