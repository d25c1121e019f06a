"""Words: steps, days and paths as a mediator would say them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from detente.dates import PartialDate, RelativeDate
from detente.dates.words import plain_date, plain_day
from detente.lenses.roadmap.links import open_parts
from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.case.step import Requirement
    from detente.findings import Table
    from detente.lenses.roadmap.course import Course
    from detente.methods.schedule.lengths import Length
    from detente.models.roadmap.parts import Path

MOST = 12
"""How many steps are named in a row."""

FEW = 4
"""How many are, where a sentence is to be short."""


def quoted(course: Course, numbers: Iterable[int]) -> list[str]:
    """Return the names of some steps in quotation marks."""
    return [f"“{course.step(number).name}”" for number in numbers]


def then(words: Sequence[str]) -> str:
    """Return some words one after the other, and how many there are between the first and the last ones."""
    if len(words) > MOST + 1:
        half = MOST // 2
        words = [*words[:half], f"{len(words) - 2 * half} more", *words[-half:]]
    return ", then ".join(words)


def names(course: Course, numbers: Sequence[int], none: str = "none") -> tuple[str, ...] | str:
    """Return the names of some steps for a table, and how many more there are."""
    shown = [course.step(number).name for number in numbers[: MOST if len(numbers) > MOST + 1 else None]]
    return tuple(shown if len(shown) == len(numbers) else [*shown, f"{len(numbers) - len(shown)} more"]) or none


def shown(table: Table, key: str) -> Table:
    """Return a table without one of its columns, where no row says anything in it."""
    k = [column.key for column in table.columns].index(key)
    if any(row.cells[k] for row in table.rows):
        return table
    rows = (replace(row, cells=(*row.cells[:k], *row.cells[k + 1 :])) for row in table.rows)
    return replace(table, columns=(*table.columns[:k], *table.columns[k + 1 :]), rows=tuple(rows))


def as_date(number: float) -> date | None:
    """Return a day as a date; ``None`` where it has no bound, or lies outside the calendar."""
    inside = isfinite(number) and date.min.toordinal() <= number <= date.max.toordinal()
    return date.fromordinal(int(number)) if inside else None


def day(number: float) -> str:
    """Return a day in words; those outside the calendar as "beyond the calendar"."""
    found = as_date(number)
    return plain_day(found) if found else "a day beyond the calendar"


def stated(course: Course, number: int) -> str:
    """Return the date of a step as its source states it, with the mark of what is not certain; ``""`` for none.

    Examples are "about June 2026", "30 days after “Elections”, inferred" and "June 2026, “expected”".
    """
    step = course.step(number)
    if step.date is None:
        return ""
    marks = ["inferred"] if step.certainty == "inference" else []
    marks += [f"“{hedge}”" for hedge in dict.fromkeys(filter(None, (step.hedge, *(c.hedge for c in step.cites))))]
    return ", ".join([_date_words(course, step.date), *marks])


def marked_date(course: Course, number: int) -> str:
    """Return the date of a step as its source states it, where that says more than its days; else ``""``.

    A plan whose time has passed without it dates nothing, and is not told.
    """
    step, words = course.step(number), stated(course, number)
    if step.id in course.model.lapsed:
        return ""
    plain = isinstance(step.date, PartialDate) and not step.date.approximate and not step.date.uncertain
    return "" if plain and words == _date_words(course, step.date) else words


def _date_words(course: Course, when: PartialDate | RelativeDate | None) -> str:
    if not isinstance(when, RelativeDate):
        return plain_date(str(when)) if when else ""
    anchor = f"“{course.situation.names.get(when.anchor, when.anchor)}”"
    if when.is_anchor:
        return f"the day of {anchor}"
    return f"{when.by} {when.direction} {anchor}" if when.by else f"{when.direction} {anchor}"


def iso(day: date | None) -> str | None:
    """Return a date for tables and programs."""
    return day.isoformat() if day else None


def known_day(number: float) -> str | None:
    """Return a day for tables and programs; ``None`` where it has no bound, or lies outside the calendar."""
    return iso(as_date(number))


def some(words: Sequence[str], *, last: str = "and", most: int = MOST) -> str:
    """Return some words in a row, and how many more there are."""
    return listed(words if len(words) <= most + 1 else [*words[:most], f"{len(words) - most} more"], last=last)


def label(course: Course, number: int) -> str:
    """Return what sets a path, counted from 0, apart from the others: its last step that not all of them need."""
    own = course.road.apart[number]
    if not own:
        return "the only path"
    others = f" with {some(quoted(course, own[1:]))}" if own[1:] else ""
    return f"by {quoted(course, own[:1])[0]}{others}"


def assuming(course: Course, path: Path) -> str:
    """Return the mark of an assumption where one stands behind the days of a path; else ``""``."""
    chain = path.dates.earliest if after(course, path.after) else path.dates.slowest(path.steps[-1])
    return ", on an assumption" if any(course.model.own_marks[node] for node in chain) else ""


def when(course: Course, path: Path) -> str:
    """Return when a path can lead to the goal, and that an assumption stands behind it where one does."""
    counted_from = after(course, path.after)
    resting = assuming(course, path)
    if not isfinite(path.earliest):
        lasting = f", but {some(counted_from)}{resting}" if counted_from else ""
        return f"without any date{lasting}"
    resting = f"{counting_from(course, path)}{resting}"
    behind = f" and {some(counted_from)}" if counted_from else ""
    if isfinite(path.latest) and path.latest != path.earliest:
        return f"between {day(path.earliest)} and {day(path.latest)} if all goes as planned{resting}"
    return f"not before {day(path.earliest)}{behind}{resting}"


def counting_from(course: Course, path: Path) -> str:
    """Return the mark of the date that the goal's day is counted from; ``""`` where that is as certain as it looks."""
    first = slowest(course, path)[0]
    mark, name = marked_date(course, first), quoted(course, [first])[0]
    if not mark:
        return ""
    return f", dated {mark}" if first == path.steps[-1] else f", counting from {name}, dated {mark}"


def slowest(course: Course, path: Path) -> tuple[int, ...]:
    """Return the steps that the goal's day hangs on along a path, the first one first; none where it has no day."""
    if not isfinite(path.earliest):
        return ()
    return tuple(node for node in path.dates.slowest(path.steps[-1]) if node < course.model.network.steps)


def dated(course: Course, number: int) -> str:
    """Return the name of a step in quotation marks, with its date as its source states it."""
    name, date = quoted(course, [number])[0], stated(course, number)
    return f"{name} ({date})" if date else name


def after(course: Course, found: Mapping[int, Length]) -> list[str]:
    """Return how many days after each of some steps another one comes about; nothing where that may be any number."""
    return [
        f"{_length(length)} after {quoted(course, [number])[0]}"
        for number, length in found.items()
        if length.high > 0 and (length.low > 0 or isfinite(length.high))
    ]


def _length(length: Length) -> str:
    low, high = length
    if not isfinite(high):
        return f"at least {counted(int(low), 'day')}"
    if low == high:
        return counted(int(low), "day")
    return f"{int(low)} to {counted(int(high), 'day')}" if low else f"up to {counted(int(high), 'day')}"


def softened(course: Course, number: int) -> str:
    """Return the words, in brackets, with which sources soften that paths need a step; ``""`` for none."""
    needed = course.step(number).id
    parts = (part for each in course.road.paths_of for part in course.step(each).requirements())
    hedges = dict.fromkeys(part.hedge for part in parts if part.hedge and part.step == needed and not part.accelerates)
    return "".join(f" (“{hedge}”)" for hedge in hedges)


def who(course: Course, number: int) -> str:
    """Return who must bring a step about, in brackets; nothing where no source says."""
    names = course.names(course.step(number).responsible)
    return f" ({listed(names)})" if names else ""


def waits(course: Course, parts: Iterable[Requirement], names: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield what of some requirements is still open, one phrase for each; alternatives stand in brackets.

    Steps are called as they are, or by the names given.
    """
    called = course.situation.names if names is None else names
    for part in open_parts(course, parts):
        if part.step is not None:
            yield called[part.step]
        elif part.all:
            yield from waits(course, part.all, called)
        else:
            inner = [_together(list(waits(course, [each], called))) for each in open_parts(course, part.any)]
            yield f"({listed(inner, last='or')})" if len(inner) > 1 else inner[0]


def _together(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"({listed(words)})"
