"""What if: the paths in each scenario of the case, beside those of things as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.scenario import Scenario
from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import MOST, after, known_day, label, names, shown, when
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.schedule.lengths import Length

_NOW = "As things are"
_MOST = 40

_COLUMNS = (
    Column("scenario", "Scenario"),
    Column("path", "Path"),
    Column("earliest", "Not before", "date"),
    Column("latest", "At the latest", "date"),
    Column("undated", "Without any date"),
    Column("after", "Days after these, where known"),
)


def find(look: Look[RoadmapOptions]) -> tuple[tuple[Scenario, Course], ...] | None:
    """Return the courses in the scenarios that change the paths; ``None`` in a scenario, or where none changes them."""
    before = look.once(course_of)
    goal, facts = before.step(before.goal).id, _facts(before)
    courses = [
        (other.scenario, Course.of(other, goal))
        for other in look.moment.scenarios()
        if other.scenario is not None and any(step.id == goal for step in other.case.steps)
    ]
    return tuple((scenario, course) for scenario, course in courses if _facts(course) != facts) or None


def show(others: tuple[tuple[Scenario, Course], ...], look: Look[RoadmapOptions]) -> Finding:
    """Say how the scenarios change the paths."""
    course = look.once(course_of)
    rows = [*_rows(_NOW, course), *(row for scenario, other in others for row in _rows(scenario.label, other))]
    return Finding(
        "What would change the road",
        f"{counted(len(others), 'scenario')} would change it: {listed([scenario.label for scenario, _ in others])}.",
        statements=tuple(say(f"{scenario.label}: {_said(other)}.", scenario, noted=True) for scenario, other in others),
        tables=(shown(Table("roads", "Paths by scenario", _COLUMNS, tuple(rows)), "after"),),
        depth=Depth.APPENDIX,
    )


def _facts(course: Course) -> list[tuple[tuple[str, ...], float, float, dict[str, Length]]]:
    return [
        (
            course.ids(path.steps),
            path.earliest,
            path.latest,
            {course.step(number).id: length for number, length in path.after.items()},
        )
        for path in course.paths
    ]


def _said(course: Course) -> str:
    if course.road.is_met:
        return "the goal is met"
    if not course.paths:
        return "no path leads to the goal"
    return "; ".join(f"{label(course, k)}, {when(course, path)}" for k, path in enumerate(course.paths[:4]))


def _rows(title: str, course: Course) -> Iterator[Row]:
    for k, path in enumerate(course.paths[:_MOST]):
        undated = names(course, path.undated)
        lasting = tuple(after(course, path.after)[:MOST]) or None
        cells = (title, label(course, k), known_day(path.earliest), known_day(path.latest), undated, lasting)
        yield Row(cells)


CHAPTER = Chapter("what-if", 50, find, show)
