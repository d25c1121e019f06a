"""What moves next, and who moves it; whether steps wait for each other in a circle, and what would break it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Finding, Method, Result, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.movers import by_mover, movable, unscheduled
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.reasons import reasons
from detente.lenses.roadmap.words import FEW, dated, quoted, some, who
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.schedule.deadlocks import Deadlock

_MOST, _FEW = 12, 2


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


def show(found: Deadlocks, look: Look[RoadmapOptions]) -> Finding | None:
    """Say what waits for nothing else, and who moves it; and whether steps wait for each other in a circle."""
    course = look.once(course_of)
    if course.road.is_met and not found.deadlocks:
        return None
    circles = course.road.deadlocks[:_MOST]
    broken = [_broken(course, deadlock) for deadlock in circles]
    waits = tuple(said for deadlock in circles for said in _waits(course, deadlock))
    return Finding(
        "What moves next",
        _headline(course),
        statements=(*broken[:_FEW], *_movers(course)),
        method=Method(
            "And/or network of steps",
            "circles of requirements",
            references=("Tarjan1972",),
            formula="A step can move now when all that it waits for is met; what is scheduled nobody has to move. Steps"
            " are in a deadlock when each of them waits for itself, by way of the others.",
        ),
        because=(*(waits or reasons(course, movable(course))), *broken[_FEW:]),
    )


def _headline(course: Course) -> str:
    found = course.road.deadlocks
    if not found:
        free = len(movable(course))
        count = f"{counted(free, 'step')} {one_or_many(free, 'waits', 'wait')} for nothing else"
        return f"No steps wait for each other in a circle; {count}."
    circles = [f"{some(quoted(course, each.steps), most=_FEW)} {_wait(each)}" for each in found[:_FEW]]
    more = f"; and {len(found) - _FEW} more" if len(found) > _FEW else ""
    it = one_or_many(len(found), "it", "them")
    reach = f"The goal can be reached past {it}" if course.paths or course.road.is_met else f"The goal is behind {it}"
    return f"{counted(len(found), 'deadlock')}: {'; '.join(circles)}{more}. {reach}."


def _wait(deadlock: Deadlock) -> str:
    return one_or_many(len(deadlock.steps), "waits for itself", "wait for each other")


def _movers(course: Course) -> Iterator[Statement]:
    """Yield who can move what now, and what is scheduled, which nobody has to move."""
    free = movable(course)
    for names, numbers in by_mover(course, unscheduled(course, free)).items():
        tasks = some([dated(course, number) for number in numbers], most=FEW)
        yield Statement(f"{listed(names)} can move {tasks}." if names else f"Nobody is named for {tasks}.")
    set_down = [number for number in free if course.step(number).status == "scheduled"]
    if set_down:
        tasks = some([dated(course, number) for number in set_down], most=FEW)
        yield Statement(f"{tasks} {one_or_many(len(set_down), 'is', 'are')} scheduled.")


def _waits(course: Course, deadlock: Deadlock) -> Iterator[Statement]:
    """Yield who waits for whom in a circle, and who asks for it, each with its source."""
    inside = {course.step(number).id for number in deadlock.steps}
    for number in deadlock.steps[:_MOST]:
        step = course.step(number)
        for part in step.requirements():
            if part.step in inside and not part.accelerates:
                need = course.model.number[part.step]
                asking = listed(course.names(course.step(need).demanded_by))
                words = f"“{step.name}”{who(course, number)} waits for {quoted(course, [need])[0]}"
                claim = part if part.cites or part.assumption else step
                yield say(f"{words}{f', asked for by {asking}' if asking else ''}.", claim)


def _broken(course: Course, deadlock: Deadlock) -> Statement:
    """Return what would break a circle."""
    alone = len(course.road.deadlocks) == 1
    it = "it" if alone else f"the circle of {some(quoted(course, deadlock.steps), most=_FEW)}"
    if not deadlock.broken_by:
        return Statement(f"Giving up one requirement alone would not break {it}.")
    ways = [
        f"“{course.step(step).name}” no longer waited for “{course.step(need).name}”"
        for step, need in deadlock.broken_by[:_MOST]
    ]
    return Statement(f"{it[:1].upper()}{it[1:]} would be broken if {listed(ways, last='or if')}.")


CHAPTER = Chapter("deadlocks", 20, find, show)
