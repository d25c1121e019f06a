"""The road in a few rows: what is done, what can move now, which paths there are, and when the goal can be."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Figure, Finding, Row, Statement, Table
from detente.findings.figures.itinerary import Itinerary
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look
from detente.lenses.roadmap.bounds import bound
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.overview.rows import blocking, rows
from detente.lenses.roadmap.overview.stretch import Stretch
from detente.lenses.roadmap.reasons import assumptions, method, reasons
from detente.lenses.roadmap.words import as_date, names, quoted, slowest
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMNS = (
    Column("row", "Row"),
    Column("when", "When"),
    Column("said", "Who, and what else"),
    Column("steps", "Steps in it"),
)


def find(look: Look[RoadmapOptions]) -> tuple[Stretch, ...] | None:
    """Return the rows; ``None`` where the goal stands alone, so that there is nothing to draw."""
    found = rows(look.once(course_of))
    return found if len(found) > 1 else None


def show(found: tuple[Stretch, ...], look: Look[RoadmapOptions]) -> Finding:
    """Draw the road, and say when the goal can be."""
    course = look.once(course_of)
    return Finding(
        "The road",
        _headline(course, found),
        statements=tuple(_left_out(course, found)),
        figures=(_figure(course, found),),
        method=method(course),
        assumptions=tuple(assumptions(course)),
        because=tuple(reasons(course, _behind(course, found))),
        depth=Depth.FRONT,
    )


def _headline(course: Course, found: Sequence[Stretch]) -> str:
    goal = quoted(course, [course.goal])[0]
    if course.road.is_met:
        return f"{goal} is met."
    if not course.paths:
        count = len(blocking(course))
        circle = next(each.leg.name for each in found if not each.leg.done)
        why = circle if count == 1 else f"{counted(count, 'circle')} of steps stand in the way"
        return f"No path leads to {goal}: {why}."
    first, *others = course.paths
    if not isfinite(first.earliest):
        return f"{goal}: {bound(course, first)}{' on any path' if others else ''}."
    undated = sum(not isfinite(path.earliest) for path in others)
    rest = ""
    if undated and len(others) == 1:
        rest = "; the other path has no date"
    elif undated:
        rest = f"; {undated} of {counted(len(course.paths), 'path')} {one_or_many(undated, 'has', 'have')} no date"
    return f"{goal}: {bound(course, first)}{rest}."


def _behind(course: Course, found: Sequence[Stretch]) -> Sequence[int]:
    """Return the steps that the picture's last row comes from, nearest first."""
    if course.paths:
        path = course.paths[0]
        return tuple(reversed(slowest(course, path) or (*path.frontier, course.goal)))
    return found[-1].steps if course.road.is_met else found[-2].steps


def _figure(course: Course, found: Sequence[Stretch]) -> Figure:
    spec = Itinerary(as_date(course.model.now), tuple(each.leg for each in found))
    cells = ((each.leg.name, each.leg.when or None, each.leg.said or None, names(course, each.steps)) for each in found)
    table = Table("road-in-rows", "The rows of the picture, and the steps in each", _COLUMNS, tuple(map(Row, cells)))
    title = f"The road to “{course.step(course.goal).name}”"
    return Figure("road-in-rows", title, _description(found), spec, table)


def _description(found: Sequence[Stretch]) -> str:
    apart = any(each.leg.is_dated for each in found) and any(not each.leg.is_dated for each in found)
    return f"{counted(len(found), 'row')}{'; what has no date stands at the right' if apart else ', the goal last'}."


def _left_out(course: Course, found: Sequence[Stretch]) -> Iterator[Statement]:
    """Yield how many steps stand in no row."""
    rest = set(range(len(course.model.steps))).difference(*(each.steps for each in found))
    if rest:
        steps = counted(len(rest), "other step")
        if not rest.intersection(course.road.required):
            steps = f"{counted(len(rest), 'step')} that this goal does not need"
        yield Statement(f"{steps} {one_or_many(len(rest), 'is', 'are')} left out.")


CHAPTER = Chapter("road", 5, find, show)
