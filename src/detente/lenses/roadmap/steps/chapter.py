"""The steps on the paths: what each waits for, when it could be, and what a delay would cost."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, isfinite
from typing import TYPE_CHECKING, TypeAlias

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.steps.figure import drawn_steps, figure
from detente.lenses.roadmap.steps.table import table_of
from detente.lenses.roadmap.words import label, quoted, some
from detente.lenses.wording import counted, one_or_many
from detente.methods.schedule.room import delay_of
from detente.models.roadmap.parts import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.models.roadmap.parts import Path

_MOST = 30

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
    drawn = figure(course)
    return Finding(
        "Step by step",
        _headline(course, costs),
        statements=tuple(_aside(course)),
        tables=tuple(table for table in (_steps(course), _delays(course, costs)) if table.rows),
        figures=(drawn,) if drawn else (),
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
    """Return the steps on the paths that the drawing does not show."""
    told = drawn_steps(course)
    rest = [number for number in course.road.paths_of if number not in told]
    caption = "Steps on the paths that are not drawn" if told else "The steps on the paths to the goal"
    return table_of(course, rest, "steps-on-paths", caption)


def _delays(course: Course, costs: tuple[_Costs, ...]) -> Table:
    """Return what the delay of each step would cost, the costliest first."""
    found = [(days, number, k) for k, each in enumerate(costs) for number, days in each.items()]
    found = [each for each in found if each[0] > 0]
    found.sort(key=lambda each: (-each[0], each[1]))
    rows = (Row((course.step(number).name, label(course, k), int(days))) for days, number, k in found[:_MOST])
    return Table("delays", "What a delay would cost", _DELAYS, tuple(rows))


CHAPTER = Chapter("steps", 40, find, show)
