"""The rows: what is done, what comes next on every path, the paths, and the goal."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, isfinite
from typing import TYPE_CHECKING

from detente.findings.figures.itinerary import Leg
from detente.lenses.roadmap.bounds import bound
from detente.lenses.roadmap.movers import movable, movers, unscheduled
from detente.lenses.roadmap.overview.stretch import Stretch, ahead, called, merged, parts
from detente.lenses.roadmap.words import as_date, assuming, some, stated
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.lenses.roadmap.course import Course
    from detente.methods.schedule.deadlocks import Deadlock

MOST = 5
"""How many rows there are at most."""


def rows(course: Course) -> tuple[Stretch, ...]:
    """Return the road in a few rows, the goal last; steps that have no row of their own are merged."""
    before = [*_done(course), *_shared(course)]
    room = MOST - len(before) - 1
    between = _circles(course, room) if not course.paths else _alternatives(course, room)
    return (*before, *between, _goal(course))


def _done(course: Course) -> Iterator[Stretch]:
    """Yield the steps that are met, or taken to be, as one row."""
    model = course.model
    met = [n for n in course.road.required if model.network.met[n] and n != course.goal]
    if not met:
        return
    taken = sum(course.step(n).id in model.presumed for n in met)
    every = counted(len(met) if course.road.is_met else len(course.road.required), "step")
    name = f"{every} done" if course.road.is_met else f"{len(met)} of {every} done"
    name += f", {taken} of them only as planned" if taken else ""
    last = max(met, key=lambda n: (model.timings[n].first, n))
    first_day, last_day = (as_date(end) for end in (model.timings[last].first, model.timings[last].last))
    said = f"the last: {course.step(last).name}" if last_day else ""
    dated = first_day if last_day else None
    yield Stretch(Leg(name, stated(course, last) if dated else "", said, dated, last_day, done=True), tuple(met))


def _shared(course: Course) -> Iterator[Stretch]:
    """Yield what all paths need; of a single path, what can move now, and then what waits for that."""
    steps = [number for number in course.road.paths_of if number in course.road.shared and number != course.goal]
    if len(course.paths) != 1:
        every = "Every path needs" if course.road.complete else "Every path that is known needs"
        if steps:
            yield ahead(course, steps, f"{every}: {merged(course, steps)}")
        return
    free = movable(course)
    now = [number for number in steps if number in free]
    later = [number for number in steps if number not in free]
    if now:
        yield ahead(course, now, f"First: {merged(course, now)}")
    if later:
        yield ahead(course, later, f"Then: {merged(course, later)}")


def _alternatives(course: Course, room: int) -> Iterator[Stretch]:
    """Yield the paths, where there are several: the soonest ones by themselves, the others together."""
    count = len(course.paths)
    if count == 1:
        return
    alone = count if count <= room else room - 1
    yield from (_path(course, number) for number in range(alone))
    if alone < count:
        yield _others(course, range(alone, count))


def _path(course: Course, number: int) -> Stretch:
    path = course.paths[number]
    own = [step for step in path.steps if step not in course.road.shared]
    name = f"Path {number + 1}: {called(course, course.road.apart[number])}"
    free = [step for step in own if step in path.frontier]
    said = [counted(len(own), "step")] if len(own) > 1 else []
    said += [words] if (words := movers(course, free)) else []
    leg = Leg(
        name,
        bound(course, path),
        "; ".join(said),
        as_date(path.earliest),
        as_date(path.latest),
        parts(course, own, path.earliest if isfinite(path.earliest) else inf),
        now=bool(unscheduled(course, free)),
        assumed=bool(assuming(course, path)),
    )
    return Stretch(leg, tuple(own))


def _others(course: Course, numbers: Sequence[int]) -> Stretch:
    paths = [course.paths[number] for number in numbers]
    own = tuple(dict.fromkeys(step for path in paths for step in path.steps if step not in course.road.shared))
    undated = sum(not isfinite(path.earliest) for path in paths)
    soonest = paths[0]
    when = "no date" if undated == len(paths) else f"the soonest: {bound(course, soonest)}"
    said = f"{undated} without a date" if 0 < undated < len(paths) else ""
    name = f"{counted(len(paths), 'other path')}{'' if course.road.complete else ', and more'}"
    free = unscheduled(course, (step for step in own if any(step in path.frontier for path in paths)))
    leg = Leg(name, when, said, as_date(soonest.earliest), now=bool(free), assumed=bool(assuming(course, soonest)))
    return Stretch(leg, own)


def blocking(course: Course) -> tuple[Deadlock, ...]:
    """Return the circles of steps that the goal is behind."""
    return tuple(each for each in course.road.deadlocks if course.road.behind.intersection(each.steps))


def _circles(course: Course, room: int) -> Iterator[Stretch]:
    """Yield the circles that the goal is behind, where no path leads to it."""
    found = blocking(course)
    alone = len(found) if len(found) <= room else room - 1
    for each in found[:alone]:
        names = some([course.step(step).name for step in each.steps]) if len(each.steps) <= 3 else ""
        steps = names or counted(len(each.steps), "step")
        verb = "waits for itself" if len(each.steps) == 1 else "wait for each other"
        ways = counted(len(each.broken_by), "requirement")
        said = f"giving up one of {ways} breaks the circle" if each.broken_by else "no single requirement breaks it"
        yield Stretch(Leg(f"{steps} {verb}", "no date", said), each.steps)
    if alone < len(found):
        rest = tuple(step for each in found[alone:] for step in each.steps)
        yield Stretch(Leg(f"{len(found) - alone} more circles of steps", "no date"), rest)


def _goal(course: Course) -> Stretch:
    """Return the goal, with the bound of the soonest path."""
    step = course.step(course.goal)
    if course.road.is_met:
        timing = course.model.timings[course.goal]
        when = f"met, {stated(course, course.goal)}" if step.date else "met"
        days = as_date(timing.first), as_date(timing.last)
        days = days if days[1] else (None, None)
        return Stretch(Leg(step.name, when, "", *days, done=True, goal=True), (course.goal,))
    if not course.paths:
        return Stretch(Leg(step.name, "no path leads to it", goal=True), (course.goal,))
    path = course.paths[0]
    by = "by path 1" if len(course.paths) > 1 and isfinite(path.earliest) else ""
    leg = Leg(
        step.name,
        bound(course, path),
        movers(course, [course.goal]) if course.goal in path.frontier else by,
        as_date(path.earliest),
        as_date(path.latest),
        now=course.goal in path.frontier and bool(unscheduled(course, [course.goal])),
        assumed=bool(assuming(course, path)),
        goal=True,
    )
    return Stretch(leg, (course.goal,))
