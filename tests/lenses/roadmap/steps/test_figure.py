"""The picture of the roadmap: what is drawn is what the case says, and what is left out is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter
from tests.lenses.roadmap.cases import CASE, DEADLOCK

import detente
from detente.findings import Figure
from detente.findings.figures.road import Road
from detente.lenses.roadmap.steps.figure import MOST
from detente.session import OpenCase


def drawn(case: OpenCase, as_of: str | None = None) -> tuple[Figure, Road]:
    (figure,) = chapter(case.at(as_of).look("roadmap"), "steps").figures
    assert isinstance(figure.spec, Road)
    return figure, figure.spec


def wanted(spec: Road) -> dict[tuple[str, str], set[str]]:
    """Return the flags of each requirement by the names of its two steps."""
    flags = ("strict", "hedged", "eases", "one_of", "slowest")
    return {
        (spec.stages[link.source].name, spec.stages[link.target].name): {flag for flag in flags if getattr(link, flag)}
        for link in spec.links
    }


def test_steps_and_requirements_as_the_case_has_them(opened: Opener) -> None:
    _, spec = drawn(opened(CASE))

    assert [(stage.name, stage.by, stage.now, stage.paths) for stage in spec.stages] == [
        ("Draft ready", ("South",), True, (0,)),
        ("Elections", (), True, (0,)),
        ("The vote", ("South",), False, (0,)),
        ("North drops its demand", ("North",), True, (1,)),
        ("The group dissolved", (), True, (0, 1)),
        ("A rumour", (), False, ()),
        ("Treaty signed", (), False, (0, 1)),
    ]
    assert wanted(spec) == {
        ("Draft ready", "The vote"): set(),
        ("Elections", "The vote"): {"strict", "slowest"},
        ("The vote", "Treaty signed"): {"one_of", "slowest"},
        ("North drops its demand", "Treaty signed"): {"one_of"},
        ("The group dissolved", "Treaty signed"): {"hedged"},
        ("A rumour", "Treaty signed"): {"eases"},
    }
    assert spec.today == date(2025, 7, 10)
    assert spec.paths == (
        "by “The vote”, not before 27 July 2026, on an assumption",
        "by “North drops its demand”, without any date",
    )


def test_days_and_what_rests_on_an_assumption(opened: Opener) -> None:
    figure, spec = drawn(opened(CASE))
    found = {stage.name: (str(stage.earliest), str(stage.latest), stage.assumed) for stage in spec.stages}

    assert found == {
        "Draft ready": ("2026-01-01", "2026-03-31", False),
        "Elections": ("2026-06-07", "2026-06-07", False),
        "The vote": ("2026-07-27", "2026-07-27", True),
        "North drops its demand": ("None", "None", False),
        "The group dissolved": ("None", "None", False),
        "A rumour": ("None", "None", False),
        "Treaty signed": ("2026-07-27", "None", True),  # through the vote
    }
    assert [row.cells[0] for row in figure.table.rows] == [stage.name for stage in spec.stages]
    last = dict(zip([column.key for column in figure.table.columns], figure.table.rows[-1].cells, strict=True))
    assert last["requires"] == (
        "The group dissolved (“practically”)",
        "(North drops its demand or The vote)",
        "A rumour (only makes it easier)",
    )
    assert (last["path"], last["assumed"]) == ("every path", ("The vote",))


def test_a_plan_taken_to_have_held_stands_behind_what_follows(opened: Opener) -> None:
    figure, _ = drawn(opened(CASE), "2026-07-01")
    rows = {row.cells[0]: row.cells[-1] for row in figure.table.rows}

    assert rows["The vote"] == ("Draft ready", "Elections", "The vote")


def test_an_alternative_that_is_met_leaves_no_choice(opened: Opener) -> None:
    _, spec = drawn(opened(CASE.replace("name: North drops its demand, status: unmet", "name: N, status: met")))

    assert [stage.name for stage in spec.stages] == ["The group dissolved", "A rumour", "Treaty signed"]
    assert ("The vote", "Treaty signed") not in wanted(spec)


def test_the_description_says_what_everybody_is_waiting_for(opened: Opener) -> None:
    figure, _ = drawn(opened(CASE))

    assert figure.description == (
        "7 steps from top to bottom, the goal last, each with who must act, over a calendar from left to right; 3 "
        "without any date stand apart, at the right. Arrows lead from each step to those that wait for it. Nothing has "
        "to come before “Draft ready” (South), “Elections” (nobody is named), “North drops its demand” (North) and "
        "“The group dissolved” (nobody is named): this is what everybody is waiting for. The goal's day hangs on "
        "“Elections”, then “The vote”, then “Treaty signed”. Steps that are met are not drawn."
    )


def test_sources_stand_before_what_waits_for_them(root: Path) -> None:
    _, spec = drawn(detente.open(root / "examples" / "south-caucasus"))

    assert all(link.source < link.target for link in spec.links)
    assert spec.stages[-1].name == "Treaty signed"
    assert len(spec.stages) == 9
    assert sum(not stage.is_dated for stage in spec.stages) == 3


@pytest.mark.parametrize("count", [MOST, 200])
def test_long_roads_show_what_is_dated_or_next(opened: Opener, count: int) -> None:
    steps = [f"{{id: s{k}, name: S{k}, requires: [{f's{k - 1}' if k else ''}]}}" for k in range(count - 1)]
    last = f"{{id: goal, name: Goal, requires: [s{count - 2}]}}"
    figure, spec = drawn(opened(f"steps: [{', '.join(steps)}, {last}]\nroadmap: {{goal: goal}}"))

    if count <= MOST:
        assert len(spec.stages) == count
        assert "not drawn" not in figure.description
        return
    assert [stage.name for stage in spec.stages] == ["S0", "Goal"]
    assert f"{count - 2} steps without a date, or later than the rest, are not drawn" in figure.description


def test_no_picture_without_a_path_or_with_the_goal_alone(opened: Opener) -> None:
    alone = "steps: [{id: goal, name: Goal}]\nroadmap: {goal: goal}"

    assert "steps" not in [found.id for found in opened(DEADLOCK).at().look("roadmap").findings]
    assert chapter(opened(alone).at().look("roadmap"), "steps").figures == ()


def test_steps_that_go_before_each_other_on_different_paths_are_all_drawn(opened: Opener) -> None:
    """B comes through C, or C through B: each path is sound, both together would be a circle."""
    text = """
    steps:
      - {id: x, name: X}
      - {id: y, name: Y}
      - {id: b, name: B, requires: [{any: [c, x]}]}
      - {id: c, name: C, requires: [{any: [b, y]}]}
      - {id: goal, name: Goal, requires: [b, c]}
    roadmap: {goal: goal}
    """
    figure, spec = drawn(opened(text))

    assert "only the arrows downwards are drawn" in figure.description
    assert sorted(stage.name for stage in spec.stages[:-1]) == ["B", "C", "X", "Y"]
    assert spec.stages[-1].name == "Goal"
    assert all(link.source < link.target for link in spec.links)
