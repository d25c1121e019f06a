"""The steps on the paths: what each waits for, when it could be, and what a delay would cost."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, isfinite
from typing import TYPE_CHECKING, TypeAlias

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.days import outlook
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import MOST, iso, label, quoted, shown, some, waits
from detente.lenses.wording import counted, one_or_many
from detente.methods.schedule.room import delay_of
from detente.models.roadmap.parts import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.models.roadmap.parts import Path

_MOST = 30

_STEPS = (
    Column("step", "Step"),
    Column("requires", "Waits for"),
    Column("earliest", "Not before", "date"),
    Column("latest", "At the latest", "date"),
    Column("stated", "Its date as stated"),
    Column("after", "Days after what has no date"),
    Column("room", "Room", "number", "days"),
    Column("who", "Who must act"),
    Column("demanded_by", "Demanded by"),
)
_DELAYS = (
    Column("step", "If this step is as late as it may be"),
    Column("path", "Path"),
    Column("cost", "The goal is later by up to", "number", "days"),
)


_Costs: TypeAlias = Mapping[int, float]
"""By step: how many days later the goal is where the step is as late, or takes as long, as it may."""


def find(look: Look[RoadmapOptions]) -> tuple[_Costs, ...] | None:
    """Return for each path what delays would cost; ``None`` where there is no path."""
    course = look.once(course_of)
    return tuple(_costs(course, path) for path in course.paths) or None


def show(costs: tuple[_Costs, ...], look: Look[RoadmapOptions]) -> Finding:
    """Say what each step on the paths waits for, when it could be, and what a delay would cost."""
    course = look.once(course_of)
    return Finding(
        "Step by step",
        _headline(course, costs),
        statements=tuple(_aside(course)),
        tables=tuple(table for table in (_steps(course), _delays(course, costs)) if table.rows),
        depth=Depth.APPENDIX,
    )


def _headline(course: Course, costs: tuple[_Costs, ...]) -> str:
    unmet = len(course.road.paths_of)
    words = f"{counted(unmet, 'step')} on {one_or_many(len(course.paths), 'the one path', 'the paths')}"
    worst = max(costs[0], key=costs[0].__getitem__, default=None)
    if worst is None or costs[0][worst] <= 0:
        return f"{words}."
    days = counted(int(costs[0][worst]), "day")
    return f"{words}; a delay of {quoted(course, [worst])[0]} would cost most: up to {days} on the soonest path."


def _aside(course: Course) -> Iterator[Statement]:
    """Yield which steps still to come the goal does not need: alternatives, and what belongs to something else."""
    apart: dict[Bearing, list[int]] = {}
    for number in range(len(course.model.steps)):
        apart.setdefault(course.road.bearing(number), []).append(number)
    spare = apart.get(Bearing.SPARE, []) if course.road.complete else []
    if spare:
        words = one_or_many(len(spare), "is an alternative", "are alternatives")
        yield Statement(f"{some(quoted(course, spare))} {words} that nobody needs.")
    if other := apart.get(Bearing.ELSEWHERE, []):
        yield Statement(f"{some(quoted(course, other))} {one_or_many(len(other), 'is', 'are')} not of this goal.")


def _costs(course: Course, path: Path) -> _Costs:
    model = course.model
    found: dict[int, float] = {}
    for number in path.steps if isfinite(path.earliest) else ():
        timing = model.timings[number]
        late = timing._replace(
            first=timing.last if -inf < timing.first and timing.last < inf else timing.first,
            quick=timing.slow if timing.slow < inf else timing.quick,
        )
        if late != timing:
            found[number] = delay_of(model.schedule, path.dates, number, late)
    return found


def _steps(course: Course) -> Table:
    rows = tuple(_row(course, number) for number in course.road.paths_of)
    title = "The steps on the paths to the goal, with the dates of the soonest"
    return shown(shown(Table("steps-on-paths", title, _STEPS, rows), "after"), "stated")


def _row(course: Course, number: int) -> Row:
    step, found = course.step(number), outlook(course, number)
    room = course.paths[found.paths[0]].dates.room[number]
    return row_of(
        (step, *step.requirements()),
        step.name,
        tuple(waits(course, step.requires)) or "nothing",
        iso(found.earliest),
        iso(found.latest),
        found.stated or None,
        found.after[:MOST] or None,
        int(room) if isfinite(room) else None,
        course.names(step.responsible),
        course.names(step.demanded_by),
    )


def _delays(course: Course, costs: tuple[_Costs, ...]) -> Table:
    """Return what the delay of each step would cost, the costliest first."""
    found = [(days, number, k) for k, each in enumerate(costs) for number, days in each.items()]
    found = [each for each in found if each[0] > 0]
    found.sort(key=lambda each: (-each[0], each[1]))
    rows = (Row((course.step(number).name, label(course, k), int(days))) for days, number, k in found[:_MOST])
    return Table("delays", "What a delay would cost", _DELAYS, tuple(rows))


CHAPTER = Chapter("steps", 40, find, show)
