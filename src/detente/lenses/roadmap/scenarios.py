"""What if: the paths in each scenario of the case, beside those of things as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.case.scenario import Scenario
from detente.findings import Column, Depth, Finding, Row, Table
from detente.findings.trial import Effect
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.roadmap import LENS
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import MOST, after, known_day, label, names, shown, when
from detente.lenses.wording import counted, one_or_many

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


@dataclass(frozen=True, slots=True)
class Changed:
    """A scenario that changes the paths, or may.

    Attributes
    ----------
    scenario
        Which.
    course
        The paths there, or why they are not determined.
    """

    scenario: Scenario
    course: Course | str


def find(look: Look[RoadmapOptions]) -> tuple[Changed, ...] | None:
    """Return the scenarios that change the paths, or may; ``None`` in a scenario, or where none does."""
    before = look.once(course_of)
    goal, facts = before.step(before.goal).id, _facts(before)
    changed = [
        Changed(other.scenario, LENS.undecided(other) or Course.of(other, goal))
        for other in look.moment.alternatives()
        if other.scenario is not None and any(step.id == goal for step in other.case.steps)
    ]
    return tuple(each for each in changed if isinstance(each.course, str) or _facts(each.course) != facts) or None


def show(changed: tuple[Changed, ...], look: Look[RoadmapOptions]) -> Finding:
    """Say how the scenarios change the paths."""
    course = look.once(course_of)
    others = [(each.scenario, each.course) for each in changed if not isinstance(each.course, str)]
    rows = [*_rows(_NOW, course), *(row for scenario, other in others for row in _rows(scenario.label, other))]
    said = (say(f"{each.scenario.label}: {_said(each.course)}.", each.scenario, noted=True) for each in changed)
    return Finding(
        "What would change the road",
        _headline(changed),
        statements=tuple(said),
        tables=(shown(Table("roads", "Paths by scenario", _COLUMNS, tuple(rows)), "after"),),
        effects=tuple(Effect(each.scenario.id, f"on the road, {_said(each.course)}") for each in changed),
        depth=Depth.DETAIL,
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


def _headline(changed: tuple[Changed, ...]) -> str:
    unsure = sum(isinstance(each.course, str) for each in changed)
    sure = len(changed) - unsure
    said = [f"{counted(sure, 'scenario')} would change the road."] if sure else []
    said += (
        [f"Of {counted(unsure, 'scenario')} it cannot be said whether {one_or_many(unsure, 'it', 'they')} would."]
        if unsure
        else []
    )
    return " ".join(said)


def _said(course: Course | str) -> str:
    if isinstance(course, str):
        return f"not determined: {course}"
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
