"""Queue or deadlock: whether steps wait for each other in a circle, and what would break it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Method, Result, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of, say
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import quoted, some, who
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.findings import Row
    from detente.methods.schedule.deadlocks import Deadlock

_MOST = 12

_COLUMNS = (
    Column("step", "Step that waits"),
    Column("need", "Waits for"),
    Column("demanded_by", "Asked for by"),
    Column("breaks", "Giving this up breaks the circle", "truth"),
)


@dataclass(frozen=True, slots=True)
class Wait:
    """A requirement in a circle.

    Attributes
    ----------
    step, requires
        The step that waits, and the one that it waits for.
    """

    step: str
    requires: str


@dataclass(frozen=True, slots=True)
class Circle:
    """Steps that wait for each other.

    Attributes
    ----------
    steps
        The steps.
    broken_by
        The single requirements that would break the circle if given up.
    """

    steps: tuple[str, ...]
    broken_by: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class Deadlocks(Result):
    """Whether steps wait for each other in a circle.

    Attributes
    ----------
    deadlocks
        The circles.
    """

    deadlocks: tuple[Circle, ...]


def find(look: Look[RoadmapOptions]) -> Deadlocks:
    """Return the steps that wait for each other."""
    course = look.once(course_of)
    return Deadlocks(
        tuple(
            Circle(course.ids(found.steps), tuple(Wait(*course.ids(pair)) for pair in found.broken_by))
            for found in course.road.deadlocks
        )
    )


def show(found: Deadlocks, look: Look[RoadmapOptions]) -> Finding:
    """Say whether this is a queue or a deadlock."""
    del found
    course = look.once(course_of)
    circles = course.road.deadlocks[:_MOST]
    return Finding(
        "Queue or deadlock",
        _headline(course),
        statements=tuple(said for deadlock in circles for said in _statements(course, deadlock)),
        tables=tuple(_table(course, deadlock, k) for k, deadlock in enumerate(circles, 1)),
        method=Method("And/or network of steps", "circles of requirements", references=("Tarjan1972",)),
    )


def _headline(course: Course) -> str:
    if not course.road.deadlocks:
        if not course.paths:
            return (
                "There is nothing left to wait for."
                if course.road.is_met
                else "No steps wait for each other in a circle."
            )
        first = course.paths[0]
        tasks = [f"{quoted(course, [n])[0]}{who(course, n)}" for n in first.frontier]
        return f"A queue, not a deadlock: no steps wait for each other in a circle. It moves with {some(tasks)}."
    found = course.road.deadlocks
    circles = [f"{some(quoted(course, each.steps))} {_wait(each)}" for each in found[:_MOST]]
    more = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
    it = one_or_many(len(found), "it", "them")
    reach = f"The goal can be reached past {it}" if course.paths or course.road.is_met else f"The goal is behind {it}"
    return f"{counted(len(found), 'deadlock')}: {'; '.join(circles)}{more}. {reach}."


def _wait(deadlock: Deadlock) -> str:
    return one_or_many(len(deadlock.steps), "waits for itself", "wait for each other")


def _statements(course: Course, deadlock: Deadlock) -> Iterator[Statement]:
    """Yield who waits for whom in a circle, each with its source, and what would break it."""
    inside = {course.step(number).id for number in deadlock.steps}
    for number in deadlock.steps[:_MOST]:
        step = course.step(number)
        for part in step.requirements():
            if part.step in inside and not part.accelerates:
                claim = part if part.cites or part.assumption else step
                needed = course.situation.names[part.step or ""]
                yield say(f"“{step.name}”{who(course, number)} waits for “{needed}”.", claim)
    if not deadlock.broken_by:
        yield Statement("Giving up one requirement alone would not break it.")
        return
    ways = [
        f"“{course.step(step).name}” no longer waited for “{course.step(need).name}”"
        for step, need in deadlock.broken_by[:_MOST]
    ]
    yield Statement(f"It would be broken if {listed(ways, last='or if')}.")


def _table(course: Course, deadlock: Deadlock, number: int) -> Table:
    return Table(f"deadlock-{number}", f"Deadlock {number}", _COLUMNS, tuple(_rows(course, deadlock)))


def _rows(course: Course, deadlock: Deadlock) -> Iterator[Row]:
    inside = set(deadlock.steps)
    for number in deadlock.steps[:_MOST]:
        step = course.step(number)
        for need in dict.fromkeys(n for n, _ in course.model.network.steps_behind(number) if n in inside):
            parts = [part for part in step.requirements() if part.step == course.step(need).id]
            asking = course.names(course.step(need).demanded_by)
            breaks = (number, need) in deadlock.broken_by
            yield row_of((*parts, step), step.name, course.step(need).name, asking, breaks)


CHAPTER = Chapter("deadlocks", 20, find, show)
