"""The verdicts on a road one by one: whether its goal is reached, when it can be, and by how many ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.look import Look
from detente.lenses.roadmap.bounds import bound
from detente.lenses.roadmap.course import course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import known_day, label, quoted, some
from detente.lenses.verdicts import Verdict
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.roadmap.course import Course
    from detente.study import Moment

_REACHED = {"true": "it is reached", "false": "it is not reached", "undetermined": "it cannot be said"}


def verdicts(moment: Moment) -> Iterator[Verdict]:
    """Yield whether the goal is reached, its earliest day, the days of each way to it, and what waits in a circle."""
    course = Look(moment, RoadmapOptions()).once(course_of)
    goal = course.step(course.goal).id
    named, met = quoted(course, [course.goal])[0], str(course.situation.steps[goal])
    yield Verdict("goal", goal, "The goal", named)
    yield Verdict("met", met, f"Whether {named} is reached", _REACHED[met])
    yield from _ways(course, named)
    for circle in course.road.deadlocks:
        ids = course.ids(circle.steps)
        waiting = some(quoted(course, circle.steps))
        yield Verdict(f"deadlocks.{'.'.join(sorted(ids))}", True, f"A circle of {waiting}", "they wait for each other")


def _ways(course: Course, goal: str) -> Iterator[Verdict]:
    if course.road.is_met:
        return
    count = len(course.paths)
    yield Verdict("paths", count, f"Ways to {goal}", f"{count}{'' if course.road.complete else ' or more'}")
    if not course.paths:
        return
    earliest = known_day(course.paths[0].earliest)
    yield Verdict("earliest", earliest, f"When {goal} can be reached", bound(course, course.paths[0]))
    for number, path in enumerate(course.paths):
        own = ".".join(sorted(course.ids(course.road.apart[number])))
        if own:
            about = f"The way {label(course, number)}"
            still = f"{bound(course, path)}, with {counted(len(path.steps) - 1, 'step')} before"
            yield Verdict(f"paths.{own}", known_day(path.earliest), about, still)
