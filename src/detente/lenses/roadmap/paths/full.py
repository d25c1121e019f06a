"""Path by path: the days of each path, what they hang on, and what stands open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.words import (
    MOST,
    after,
    dated,
    known_day,
    label,
    names,
    shown,
    slowest,
    some,
    when,
)
from detente.lenses.wording import one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterator


_MOST_ROWS = 40

_PATHS = (
    Column("path", "Path"),
    Column("earliest", "Not before", "date"),
    Column("latest", "At the latest", "date"),
    Column("after", "Days after what has no date"),
    Column("now", "To be done now"),
    Column("slowest", "Its day hangs on"),
    Column("undated", "Without any date"),
    Column("assumed", "Rests on an assumption"),
)


def find(look: Look[RoadmapOptions]) -> Course | None:
    """Return the course, where there is a path on it."""
    course = look.once(course_of)
    return course if course.paths else None


def show(course: Course, look: Look[RoadmapOptions]) -> Finding:
    """Say all that there is to say of each path."""
    del look
    count, said = len(course.paths), when(course, course.paths[0])
    return Finding(
        "Path by path",
        f"The only path: {said}." if count == 1 else f"The soonest of {count} paths, {label(course, 0)}: {said}.",
        statements=(*_progress(course), *_more(course), *_hedged(course), *_easing(course)),
        tables=(_table(course),) if count > 1 else (),
        depth=Depth.APPENDIX,
    )


def _progress(course: Course) -> Iterator[Statement]:
    """Yield which of the steps that the goal waits for are met, and which count as if they were, as planned."""
    done = [n for n in course.road.required if course.model.network.met[n] and n != course.goal]
    taken = [n for n in done if course.step(n).id in course.model.presumed]
    met = [n for n in done if n not in taken]
    if met:
        said = some([dated(course, n) for n in met])
        yield Statement(f"Of what it waits for, {len(met)} {one_or_many(len(met), 'is', 'are')} met: {said}.")
    if taken:
        plans = some([dated(course, n) for n in taken])
        yield Statement(f"Days are counted as if these had come about, as planned: {plans}.")


def _more(course: Course) -> Iterator[Statement]:
    if not course.road.complete:
        yield Statement(f"There are more combinations than are followed; {len(course.paths)} paths are shown.")


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
            names(course, slowest(course, path), "") or None,
            names(course, path.undated),
            names(course, assumed, "") or None,
        )
        rows.append(Row(cells))
    table = Table("paths", _caption(len(course.paths)), _PATHS, tuple(rows))
    for key in ("latest", "after", "slowest", "assumed"):
        table = shown(table, key)
    return table


def _caption(count: int) -> str:
    part = f"{_MOST_ROWS} of {count} paths" if count > _MOST_ROWS else "Paths"
    return f"{part} to the goal, the soonest first"


CHAPTER = Chapter("path-by-path", 25, find, show)
