"""What everybody is waiting for: the paths to the goal, and what each waits for."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Finding, Method, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.paths.figure import figure
from detente.lenses.roadmap.paths.result import Paths, PathToGoal
from detente.lenses.roadmap.words import (
    MOST,
    after,
    known_day,
    label,
    names,
    quoted,
    shown,
    some,
    stated,
    then,
    when,
    who,
)
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 8
_MOST_ROWS = 40

_PATHS = (
    Column("path", "Path"),
    Column("earliest", "Not before", "date"),
    Column("latest", "At the latest", "date"),
    Column("after", "Days after what has no date"),
    Column("now", "To be done now"),
    Column("undated", "Without any date"),
    Column("assumed", "Dates that rest on an assumption"),
)


def find(look: Look[RoadmapOptions]) -> Paths:
    """Return the paths to the goal with their dates."""
    course = look.once(course_of)
    goal = course.step(course.goal).id
    paths = tuple(PathToGoal.of(course, path) for path in course.paths)
    taken = tuple(step.id for step in course.model.steps if step.id in course.model.presumed)
    return Paths(goal, look.situation.steps[goal], paths, course.road.complete, taken)


def show(found: Paths, look: Look[RoadmapOptions]) -> Finding:
    """Say which paths lead to the goal, and what each waits for."""
    del found
    course = look.once(course_of)
    drawn = figure(course) if course.paths else None
    return Finding(
        "What everybody is waiting for",
        _headline(course),
        statements=(*_progress(course), *_shared(course), *_each(course), *_hedged(course), *_easing(course)),
        tables=(_table(course),) if course.paths else (),
        figures=(drawn,) if drawn else (),
        method=Method(
            "And/or network of steps",
            "minimal paths, with a forward and a backward pass over intervals of days",
            (
                ("Paths", "the smallest sets of unmet steps by which the goal can come about"),
                ("Not before", "the longest chain of what is dated, each step as quick as can be"),
            ),
            references=("MartelliMontanari1973", "MalcolmRoseboomClarkFazar1959"),
        ),
        assumptions=tuple(_assumptions(course)),
    )


def _assumptions(course: Course) -> Iterator[Statement]:
    """Yield every assumption that the paths rest on."""
    on_paths = course.road.paths_of
    stated = (say(f"{course.step(number).name}.", course.step(number)) for number in on_paths)
    yield from (said for said in stated if said.assumption)
    for step in course.model.steps:
        if step.id in course.model.presumed and course.model.number[step.id] in course.road.required:
            words = "the case cannot say whether it has come about since; its plan is taken to have held"
            yield Statement(f"{step.name}.", assumption=words)
        if step.id in course.model.lapsed and course.model.number[step.id] in on_paths:
            words = "the time planned for it has passed without it; it counts as undated"
            yield Statement(f"{step.name}.", assumption=words)


def _headline(course: Course) -> str:
    goal = quoted(course, [course.goal])[0]
    if course.road.is_met:
        return f"{goal} is met."
    if not course.paths:
        return f"No path leads to {goal}: steps that it needs wait for each other in a circle."
    count = len(course.paths)
    number = counted(count, "path") if course.road.complete else f"more than {count} paths"
    words = f"{number[:1].upper()}{number[1:]} {one_or_many(count, 'leads', 'lead')} to {goal}"
    if count == 1:
        return f"{words}, {when(course, course.paths[0])}."
    if count > _MOST:
        return f"{words}; the soonest is {when(course, course.paths[0])}."
    return f"{words}: {'; '.join(f'{label(course, k)}, {when(course, each)}' for k, each in enumerate(course.paths))}."


def _progress(course: Course) -> Iterator[Statement]:
    """Yield which of the steps that the goal waits for have been met, and when; and what cannot be said of them."""
    model, truths = course.model, course.situation.steps
    done = [n for n in course.road.required if model.network.met[n] and n != course.goal]
    taken = [n for n in done if course.step(n).id in model.presumed]
    met = [n for n in done if n not in taken]
    if met:
        said = some([_dated(course, n) for n in met])
        yield Statement(f"Of what it waits for, {len(met)} {one_or_many(len(met), 'is', 'are')} met: {said}.")
    doubtful = sum(truths[course.step(n).id] is Truth.UNDETERMINED for n in course.road.required)
    if doubtful:
        steps = counted(len(course.road.required), "step")
        it = one_or_many(doubtful, "it", "they")
        goal, day = quoted(course, [course.goal])[0], plain_date(str(course.situation.as_of))
        said = f"Of {doubtful} of the {steps} towards {goal} it cannot be said whether {it} had come about by {day}"
        plans = some([_dated(course, n) for n in taken])
        yield Statement(f"{said}{f'; days are counted as if these had, as planned: {plans}' if plans else ''}.")


def _dated(course: Course, number: int) -> str:
    """Return the name of a step, with its date as its source states it."""
    name, date = quoted(course, [number])[0], stated(course, number)
    return f"{name} ({date})" if date else name


def _shared(course: Course) -> Iterator[Statement]:
    if len(course.paths) > 1:
        common = [number for number in course.paths[0].steps[:-1] if number in course.road.shared]
        if common:
            all_shown = "" if course.road.complete else "that is shown "
            yield Statement(
                f"Every path {all_shown}needs {some([f'{quoted(course, [n])[0]}{who(course, n)}' for n in common])}."
            )
    if not course.road.complete:
        yield Statement(f"There are more combinations than are followed; {len(course.paths)} paths are shown.")


def _each(course: Course) -> Iterator[Statement]:
    for k, path in enumerate(course.paths[:_MOST]):
        name = label(course, k)
        tasks = [f"{quoted(course, [n])[0]}{who(course, n)}" for n in path.frontier]
        said = f"{name[:1].upper()}{name[1:]}: {when(course, path)}. It waits now for {some(tasks)}."
        chain = [n for n in path.dates.slowest(path.steps[-1]) if n < course.model.network.steps]
        if isfinite(path.earliest) and len(chain) > 1:
            said += f" The day hangs on {then(quoted(course, chain))}."
        if isfinite(path.earliest) and path.undated:
            has = one_or_many(len(path.undated), "has", "have")
            said += f" {some(quoted(course, path.undated))} {has} no date: it can be later, not sooner."
        yield Statement(said)
    if len(course.paths) > _MOST:
        listed_too = min(len(course.paths), _MOST_ROWS)
        yield Statement(f"The table shows {listed_too} of {len(course.paths)} paths, the soonest first.")


def _hedged(course: Course) -> Iterator[Statement]:
    """Yield the requirements on the paths that a source softens, with its word."""
    for number in sorted(course.road.paths_of):
        for part in course.step(number).requirements():
            if part.hedge and not part.accelerates and part.step:
                needed = course.situation.names[part.step]
                note = f" {part.note}" if part.note else ""
                yield say(f"“{course.step(number).name}” requires “{needed}”, in softened words.{note}", part)


def _easing(course: Course) -> Iterator[Statement]:
    """Yield what would make a step on the paths easier without being required."""
    for number in sorted(course.road.paths_of):
        for part in course.step(number).requirements():
            if part.accelerates and part.step:
                helper = course.situation.names[part.step]
                yield say(f"“{helper}” would make “{course.step(number).name}” easier; it is not required.", part)


def _table(course: Course) -> Table:
    rows = []
    for k, path in enumerate(course.paths[:_MOST_ROWS]):
        assumed = [n for n in path.steps if course.step(n).assumption]
        cells = (
            label(course, k),
            known_day(path.earliest),
            known_day(path.latest),
            tuple(after(course, path.after)[:MOST]) or None,
            names(course, path.frontier),
            names(course, path.undated),
            names(course, assumed),
        )
        rows.append(Row(cells))
    return shown(Table("paths", "Paths to the goal, the soonest first", _PATHS, tuple(rows)), "after")


CHAPTER = Chapter("paths", 10, find, show)
