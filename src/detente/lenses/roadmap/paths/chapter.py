"""What would settle it: the paths to the goal, and what each needs that is not done yet."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Finding, Statement
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look
from detente.lenses.roadmap.bounds import bound
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.paths.result import Paths, PathToGoal
from detente.lenses.roadmap.reasons import assumptions, method, reasons
from detente.lenses.roadmap.words import FEW, dated, label, quoted, slowest, softened, some, who
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.models.roadmap.parts import Path

_MOST, _WORDS = 3, 25


def find(look: Look[RoadmapOptions]) -> Paths:
    """Return the paths to the goal with their dates."""
    course = look.once(course_of)
    goal = course.step(course.goal).id
    paths = tuple(PathToGoal.of(course, path) for path in course.paths)
    taken = tuple(step.id for step in course.model.steps if step.id in course.model.presumed)
    return Paths(goal, look.situation.steps[goal], paths, course.road.complete, taken)


def show(found: Paths, look: Look[RoadmapOptions]) -> Finding:
    """Say which paths lead to the goal, when each can, and what it still needs."""
    del found
    course = look.once(course_of)
    return Finding(
        "What would settle it",
        _headline(course),
        statements=(*_doubtful(course), *_shared(course), *_each(course)),
        method=method(course),
        assumptions=tuple(assumptions(course)),
        because=tuple(reasons(course, _nearest_first(course))),
    )


def _nearest_first(course: Course) -> Sequence[int]:
    """Return the goal, and the steps on its paths from those of the soonest path back to what comes first."""
    steps = (number for path in course.paths for number in reversed(path.steps))
    return tuple(dict.fromkeys((course.goal, *steps)))


def _headline(course: Course) -> str:
    goal = quoted(course, [course.goal])[0]
    if course.road.is_met:
        return f"{goal} is met."
    if not course.paths:
        return f"No path leads to {goal}: steps that it needs wait for each other in a circle."
    count = len(course.paths)
    ahead = len(course.paths[0].steps) - 1
    if count == 1 and not ahead:
        return f"Nothing has to come before {goal}."
    if count == 1:
        one = "One path leads" if course.road.complete else "At least one path leads"
        return f"{one} to {goal}, through {counted(ahead, 'step')} still to come."
    ways = listed([label(course, number) for number in range(count)], last="or")
    said = f"{goal} can come about {ways}."
    if course.road.complete and len(said.split()) <= _WORDS:
        return said
    number = f"{count} paths lead" if course.road.complete else f"More than {count} paths lead"
    soonest = (
        f", the soonest {label(course, 0)}" if isfinite(course.paths[0].earliest) else ", none of them with a date"
    )
    return f"{number} to {goal}{soonest}."


def _doubtful(course: Course) -> Iterator[Statement]:
    """Yield of how many steps the case cannot say whether they had come about, and how many count as done."""
    required, truths = course.road.required, course.situation.steps
    doubtful = sum(truths[course.step(n).id] is Truth.UNDETERMINED for n in required)
    taken = sum(course.step(n).id in course.model.presumed for n in required)
    if doubtful:
        words = f"Of {doubtful} of the {counted(len(required), 'step')} it cannot be said whether "
        words += f"{one_or_many(doubtful, 'it', 'they')} had come about by {plain_date(str(course.situation.as_of))}"
        counts = one_or_many(taken, "counts", "count")
        yield Statement(f"{words}{f'; {taken} {counts} as done, as planned' if taken else ''}.")


def _shared(course: Course) -> Iterator[Statement]:
    """Yield what every path needs, and that this can make the goal later where it has no date."""
    if len(course.paths) < 2:
        return
    common = [number for number in course.paths[0].steps[:-1] if number in course.road.shared]
    if common:
        every = "Every path" if course.road.complete else "Every path that is known"
        tasks = [f"{quoted(course, [n])[0]}{softened(course, n)}{who(course, n)}" for n in common]
        said = [f"{every} also needs {some(tasks, most=FEW)}.", _undated(course, course.paths[0], common, named=False)]
        yield Statement(" ".join(filter(None, said)))


def _undated(course: Course, path: Path, numbers: Sequence[int], *, named: bool = True) -> str:
    """Return which of some steps of a dated path have no date, so that the goal can be later; ``""`` for none."""
    undated = [number for number in numbers if number in path.undated]
    if not undated or not isfinite(path.earliest):
        return ""
    which = some(quoted(course, undated), most=FEW)
    if not named and len(undated) == len(numbers):
        which = one_or_many(len(undated), "It", "They")
    return f"{which} {one_or_many(len(undated), 'has', 'have')} no date: the goal can be later, not sooner."


def _each(course: Course) -> Iterator[Statement]:
    """Yield of the first paths when each leads to the goal, what it needs by itself, and what its day counts from."""
    alone = len(course.paths) == 1
    for number, path in enumerate(course.paths[:_MOST]):
        name = "when" if alone else label(course, number)
        own = [step for step in path.steps[:-1] if alone or step not in course.road.shared]
        said = [
            f"{name[:1].upper()}{name[1:]}: {bound(course, path)}.",
            _first(course, [step for step in own if step not in course.road.apart[number]]),
            _counted(course, path),
            _undated(course, path, own),
        ]
        yield Statement(" ".join(filter(None, said)))
    if len(course.paths) > _MOST:
        yield Statement(f"“Path by path” tells of all {len(course.paths)} paths.")


def _first(course: Course, numbers: Sequence[int]) -> str:
    """Return what has to come first of what the name of a path does not say; ``""`` for nothing."""
    steps = some(quoted(course, numbers), most=FEW)
    return f"First {one_or_many(len(numbers), 'comes', 'come')} {steps}." if numbers else ""


def _counted(course: Course, path: Path) -> str:
    """Return the step that the goal's day is counted from, and the days that are added to its own."""
    chain, timings = slowest(course, path), course.model.timings
    adding = [number for number in chain if timings[number].quick > 0]
    if not adding:
        return ""
    days = [f"{_days(course, number)} for {quoted(course, [number])[0]}" for number in adding]
    if len(days) > _MOST:
        days = [f"{sum(int(timings[n].quick) for n in adding)} days for {len(days)} steps"]
    begin = dated(course, chain[0])
    if chain[0] in adding:
        begin = "what is met" if course.model.network.needs[chain[0]] else "the date of this report"
    return f"The day counts from {begin}, plus {listed(days)}."


def _days(course: Course, number: int) -> str:
    """Return how many days a step takes at least, and whether that is assumed."""
    days = counted(int(course.model.timings[number].quick), "day")
    return f"{days} assumed" if course.step(number).assumption else days


CHAPTER = Chapter("paths", 10, find, show)
