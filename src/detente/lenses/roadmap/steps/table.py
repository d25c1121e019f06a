"""A row for each step still to come: what it waits for, when it could be, and what that rests on."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Column, Row, Table
from detente.lenses.evidence import row_of
from detente.lenses.roadmap.days import Outlook, outlook
from detente.lenses.roadmap.links import between_steps, marked
from detente.lenses.roadmap.words import MOST, iso, shown, slowest, some, waits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.step import Step
    from detente.lenses.roadmap.course import Course

_COLUMNS = (
    Column("step", "Step"),
    Column("who", "Who must act"),
    Column("demanded_by", "Demanded by"),
    Column("requires", "Waits for"),
    Column("earliest", "Not before", "date"),
    Column("latest", "At the latest", "date"),
    Column("stated", "Its date as stated"),
    Column("after", "Days after what has no date"),
    Column("room", "Room", "number", "days"),
    Column("path", "Path"),
    Column("slowest", "The goal's day hangs on it", "truth"),
    Column("assumed", "Its dates rest on what is assumed of"),
)


def table_of(course: Course, numbers: Iterable[int], name: str, caption: str) -> Table:
    """Return some steps as a table; a column in which no row says anything is left out."""
    table = Table(name, caption, _COLUMNS, tuple(_row(course, number) for number in numbers))
    for key in ("demanded_by", "latest", "stated", "after", "room"):
        table = shown(table, key)
    return table


def _row(course: Course, number: int) -> Row:
    step, found = course.step(number), outlook(course, number)
    return row_of(
        (step, *step.requirements()),
        step.name,
        course.names(step.responsible),
        course.names(step.demanded_by),
        tuple(_waits(course, step)) or "nothing",
        iso(found.earliest),
        iso(found.latest),
        found.stated or None,
        found.after[:MOST] or None,
        _room(course, number, found),
        _on(course, found),
        bool(found.paths) and number in slowest(course, course.paths[0]),
        _resting(course, found),
    )


def _waits(course: Course, step: Step) -> Iterator[str]:
    """Yield what a step waits for, alternatives together, and what only makes it easier."""
    wants = [want for want, _ in between_steps(course, step)]
    yield from waits(course, step.requires, {w.source: marked(course, w) for w in wants if not w.accelerates})
    yield from (marked(course, want) for want in wants if want.accelerates)


def _room(course: Course, number: int, found: Outlook) -> int | None:
    """Return how many days later a step may be on its first path without delaying the goal."""
    room = course.paths[found.paths[0]].dates.room[number] if found.paths else None
    return int(room) if room is not None and isfinite(room) else None


def _on(course: Course, found: Outlook) -> str:
    count = len(course.paths)
    if not found.paths:
        return f"none; {found.apart}"
    if len(found.paths) < count:
        return some([str(k + 1) for k in found.paths])
    every = "every path" if count > 1 else "the only path"
    return every if course.road.complete else f"{every} that is shown"


def _resting(course: Course, found: Outlook) -> tuple[str, ...] | str:
    more = found.resting - len(found.rests_on)
    held = [course.step(each).name for each in found.rests_on]
    return tuple([*held, f"{more} more"] if more else held) or "no step"
