"""The road in a few rows: what stands in which, and that nothing gets lost or becomes more precise on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Opener
from tests.lenses.reading import chapter
from tests.lenses.roadmap.cases import CASE, DEADLOCK

import detente
from detente.findings import Depth, Figure, Finding
from detente.findings.figures.itinerary import Itinerary, Leg
from detente.lenses.roadmap.options import RoadmapOptions
from detente.session import OpenCase

ACTORS = "actors: [{id: north, name: North, kind: state}]\n"


def front(case: OpenCase, as_of: str | None = None, goal: str | None = None) -> tuple[Finding, tuple[Leg, ...]]:
    found = chapter(case.at(as_of).look("roadmap", RoadmapOptions(goal=goal)), "road")
    (figure,) = found.figures
    assert isinstance(figure.spec, Itinerary)
    return found, figure.spec.legs


def told(legs: tuple[Leg, ...]) -> list[tuple[str, str, str]]:
    return [(leg.name, leg.when, leg.said) for leg in legs]


def test_what_is_done_what_all_need_each_path_and_the_goal(opened: Opener) -> None:
    found, legs = front(opened(CASE))

    assert found.depth is Depth.FRONT
    assert (
        found.headline
        == "“Treaty signed”: late July 2026 at the soonest, on an assumption; the other path has no date."
    )
    assert told(legs) == [
        ("1 of 7 steps done", "13 March 2025", "the last: Text agreed"),
        ("Every path needs: The group dissolved (“practically”)", "no date", "can move now; nobody is named"),
        ("Path 1: The vote", "late July 2026 at the soonest, on an assumption", "3 steps; South can move now"),
        ("Path 2: North drops its demand", "no date", "North can move now"),
        ("Treaty signed", "late July 2026 at the soonest, on an assumption", "by path 1"),
    ]
    assert [(leg.done, leg.now, leg.assumed, leg.goal) for leg in legs] == [
        (True, False, False, False),
        (False, True, False, False),
        (False, True, True, False),
        (False, True, False, False),
        (False, False, True, True),
    ]
    assert (legs[2].earliest, legs[2].latest) == (legs[4].earliest, None) == (date(2026, 7, 27), None)
    assert legs[2].parts == ((date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 6, 7), date(2026, 6, 7)))


def test_the_day_of_the_picture_is_followed_back_to_its_sources(opened: Opener) -> None:
    found, _ = front(opened(CASE))

    assert [reason.text.partition("”")[0] for reason in found.because] == ["“Treaty signed", "“The vote", "“Elections"]
    assert [str(cite) for cite in found.because[-1].cites] == ["paper ¶2"]
    assert found.method is not None
    assert found.method.formula.endswith(": 7 June 2026 plus 50 days is 27 July 2026.")
    assert [said.assumption for said in found.assumptions] == ["as we remember the law"]


def test_the_table_names_every_step_of_a_row(opened: Opener) -> None:
    found, _ = front(opened(CASE))
    names = [row.cells[-1] for row in found.figures[0].table.rows]

    assert names[2] == ("Draft ready", "Elections", "The vote")
    assert sum(len(each) for each in names if isinstance(each, tuple)) == 7
    assert [said.text for said in found.statements] == [
        "1 step that this goal does not need is left out.",  # the rumour
    ]


def test_one_path_is_told_as_what_comes_first_and_what_then(opened: Opener) -> None:
    _, legs = front(opened(CASE.replace("[vote, dropped]", "[vote]")))

    assert told(legs)[1:] == [
        ("First: 3 steps", "1 of 3 without a date", "South can move now; nobody named for 1"),
        ("Then: The vote", "late July 2026, on an assumption", ""),
        ("Treaty signed", "late July 2026 at the soonest, on an assumption", ""),
    ]


def test_what_is_only_scheduled_moves_by_itself(opened: Opener) -> None:
    vote = "{id: vote, name: Vote, status: scheduled, date: 2026, responsible: [north]}"
    _, legs = front(opened(f"{ACTORS}steps: [{vote}, {{id: g, name: G, requires: [vote]}}]\nroadmap: {{goal: g}}"))

    assert [(leg.said, leg.now) for leg in legs] == [("next is what is scheduled", False), ("", False)]


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        ("date: 2026-06", "date: 2026-08", ("June 2026", "August 2026")),
        ("date: 2026-06-07", "duration: 50", ("7 June 2026", "late July 2026")),
        ("date: 2026-06", "duration: [5, 50]", ("June 2026", "early June 2026 – mid-August 2026")),
        ("date: 2026-06~", "duration: 5, assumption: a", ("“X” dated about June 2026", "on an assumption")),
        ("status: open", "duration: 5", ("no date", "no date")),
        ("status: open", "date: 2026-06", ("no date", "early June 2026 at the soonest")),
    ],
)
def test_rows_of_one_path_keep_precision_and_marks(
    first: str, then: str, words: tuple[str, str], opened: Opener
) -> None:
    steps = f"{{id: x, name: X, {first}}}, {{id: y, name: Y, requires: [x], {then}}}, {{id: g, name: G, requires: [y]}}"
    _, legs = front(opened(f"steps: [{steps}]\nroadmap: {{goal: g}}"))

    assert words[0] in legs[0].when
    assert words[1] in legs[1].when


def test_a_goal_that_is_met(opened: Opener) -> None:
    met = CASE.replace("name: Treaty signed", "name: Treaty signed\n        status: met\n        date: 2025-07-03")
    found, legs = front(opened(met))

    assert found.headline == "“Treaty signed” is met."
    assert told(legs) == [
        ("1 step done", "13 March 2025", "the last: Text agreed"),
        ("Treaty signed", "met, 3 July 2025", ""),
    ]
    assert all(leg.done for leg in legs)


def test_no_path(opened: Opener) -> None:
    found, legs = front(opened(DEADLOCK))

    assert found.headline == "No path leads to “Peace”: North lifts the ban and South pulls back wait for each other."
    assert told(legs) == [
        (
            "North lifts the ban and South pulls back wait for each other",
            "no date",
            "giving up one of 2 requirements breaks the circle",
        ),
        ("Peace", "no path leads to it", ""),
    ]
    assert not any(leg.now or leg.is_dated for leg in legs)


def test_many_circles_share_a_row(opened: Opener) -> None:
    pairs = "".join(
        f"{{id: a{k}, name: A{k}, requires: [b{k}]}}, {{id: b{k}, name: B{k}, requires: [a{k}]}}, " for k in range(6)
    )
    every = ", ".join(f"a{k}" for k in range(5))
    found, legs = front(opened(f"steps: [{pairs}{{id: g, name: G, requires: [{every}]}}]\nroadmap: {{goal: g}}"))

    assert found.headline == "No path leads to “G”: 5 circles of steps stand in the way."  # the sixth does not
    assert [leg.name for leg in legs] == [
        *(f"A{k} and B{k} wait for each other" for k in range(3)),
        "2 more circles of steps",
        "G",
    ]
    assert [row.cells[-1] for row in found.figures[0].table.rows][3] == ("A3", "B3", "A4", "B4")


def test_steps_without_any_date(opened: Opener) -> None:
    steps = "{id: x, name: X}, {id: y, name: Y, requires: [x]}, {id: g, name: G, requires: [y]}"
    found, legs = front(opened(f"steps: [{steps}]\nroadmap: {{goal: g}}"))

    assert found.headline == "“G”: no date."
    assert [(leg.name, leg.when) for leg in legs] == [("First: X", "no date"), ("Then: Y", "no date"), ("G", "no date")]


def test_a_goal_by_itself_needs_no_picture(opened: Opener) -> None:
    found = opened("steps: [{id: g, name: G}]\nroadmap: {goal: g}").at().look("roadmap")

    assert "road" not in [each.id for each in found.findings]
    assert chapter(found, "paths").headline == "Nothing has to come before “G”."


def test_two_hundred_steps_are_merged_into_two_rows(opened: Opener) -> None:
    steps = [f"{{id: s{k}, name: S{k}, requires: [{f's{k - 1}' if k else ''}], duration: 1}}" for k in range(199)]
    found, legs = front(
        opened(f"steps: [{', '.join(steps)}, {{id: g, name: G, requires: [s198], duration: 1}}]\nroadmap: {{goal: g}}")
    )

    assert [leg.name for leg in legs] == ["First: S0", "Then: 198 steps", "G"]
    steps_told = found.figures[0].table.rows[1].cells[-1]
    assert isinstance(steps_told, tuple)
    assert steps_told[-1] == "186 more"


@pytest.mark.parametrize(("count", "alone"), [(3, 3), (4, 2), (12, 2)])
def test_more_paths_than_rows_stand_together(count: int, alone: int, opened: Opener) -> None:
    ways = "".join(f"{{id: s{k:02}, name: S{k}{f', date: {2026 + k}' if k < 3 else ''}}}, " for k in range(count))
    every = ", ".join(f"s{k:02}" for k in range(count))
    met, goal = "{id: m, name: M, status: met, date: 2025}", f"{{id: g, name: G, requires: [m, {{any: [{every}]}}]}}"
    found, legs = front(opened(f"steps: [{met}, {ways}{goal}]\nroadmap: {{goal: g}}"))

    assert len(legs) <= 5
    assert [leg.name for leg in legs if leg.name.startswith("Path")] == [f"Path {k + 1}: S{k}" for k in range(alone)]
    rest = [leg for leg in legs if "other path" in leg.name]
    if alone < count:
        assert [(leg.name, leg.when, leg.said) for leg in rest] == [
            (f"{count - alone} other paths", "the soonest: January 2028 at the soonest", f"{count - 3} without a date")
        ]
        undated = f"{count - 3} of {count} paths {'has' if count == 4 else 'have'} no date."
        assert found.headline == f"“G”: January 2026 at the soonest; {undated}"
    else:
        assert not rest


def test_several_goals_share_nothing(opened: Opener) -> None:
    """Asked about another goal, the picture is of that one, and says that the rest is not in it."""
    found, legs = front(opened(CASE), goal="vote")

    assert [leg.name for leg in legs] == ["First: Draft ready; Elections", "The vote"]
    assert found.statements[-1].text == "5 steps that this goal does not need are left out."


def test_what_counts_as_done_by_its_plan_alone_is_told_so(opened: Opener) -> None:
    _, legs = front(opened(CASE), "2026-07-01")

    assert legs[0].name == "3 of 7 steps done, 2 of them only as planned"
    assert (legs[0].when, legs[0].said) == ("7 June 2026", "the last: Elections")


def words(figure: Figure, *more: str) -> int:
    """Return how many words of a picture are open to the eye, with its heading."""
    from detente.report.figures.registry import drawers

    drawer = drawers()[type(figure.spec)]
    spec = figure.spec
    assert isinstance(spec, Itinerary)
    said = [
        "Figure 1.",
        figure.title,
        figure.description,
        "no date",
        "as of 31 July 2025",
        "2025 Jul 2026 Jan Jul",
    ]
    said += [text for leg in spec.legs for text in (leg.name, leg.when, leg.said)]
    said += [label for label, _ in drawer.legend(spec, "f")]
    return len(" ".join((*said, *more)).split())


def test_the_flagship_s_picture_is_short(root: Path) -> None:
    found, legs = front(detente.open(root / "examples" / "south-caucasus"))

    assert len(legs) == 5
    assert words(found.figures[0], found.headline, *(said.text for said in found.statements)) <= 175
    assert len(found.headline.split()) <= 25
    assert legs[2].when == legs[4].when == "late July 2026 at the soonest, on an assumption"
