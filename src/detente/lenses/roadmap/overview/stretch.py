"""Stretches: steps of the road that stand in one row."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from detente.dates.spans import plain_span
from detente.dates.words import plain_part
from detente.findings.figures.itinerary import Leg
from detente.lenses.roadmap.days import Outlook, outlook
from detente.lenses.roadmap.movers import movable, movers, unscheduled
from detente.lenses.roadmap.words import marked_date, softened
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from detente.lenses.roadmap.course import Course

_NAMED, _ROOM = 2, 90


@dataclass(frozen=True, slots=True)
class Stretch:
    """A row.

    Attributes
    ----------
    leg
        What is drawn and said of it.
    steps
        The steps that are merged into it.
    """

    leg: Leg
    steps: tuple[int, ...]


def called(course: Course, numbers: Sequence[int]) -> str:
    """Return the names of some steps, with the words of sources that soften the need for them."""
    return "; ".join(f"{course.step(number).name}{softened(course, number)}" for number in numbers)


def merged(course: Course, numbers: Sequence[int]) -> str:
    """Return what to call some steps: their names where these are few and short, else how many there are."""
    names = called(course, numbers)
    return names if len(numbers) <= _NAMED and len(names) <= _ROOM else counted(len(numbers), "step")


def ahead(course: Course, numbers: Sequence[int], name: str) -> Stretch:
    """Return steps still to come as a row, with the days between which they lie where each has some."""
    found = [outlook(course, number) for number in numbers]
    undated = sum(not each.is_dated for each in found)
    first, last = (None, None) if undated else _span(found)
    free = sorted(set(movable(course)).intersection(numbers))
    none = "no date" if undated == len(found) else f"{undated} of {len(found)} without a date"
    leg = Leg(
        name,
        none if undated else _when(course, numbers, (first, last)),
        movers(course, free),
        first,
        last,
        parts(course, numbers) if undated else (),
        now=bool(unscheduled(course, free)),
        assumed=any(each.resting for each in found if each.is_dated),
    )
    return Stretch(leg, tuple(numbers))


def _when(course: Course, numbers: Sequence[int], days: tuple[date | None, date | None]) -> str:
    """Return the days of some steps in words: as their dates have them, or, where they are worked out, roughly."""
    found = [outlook(course, number) for number in numbers]
    dates = ((course.step(number).name, marked_date(course, number)) for number in numbers)
    marks = [f"“{name}” dated {stated}" for name, stated in dates if stated]
    resting = ["on an assumption"] if any(each.resting for each in found) else []
    own = all(course.step(number).date and not course.step(number).duration for number in numbers)
    words = plain_span(*days) if own and days[1] and not resting else _roughly(*days)
    return ", ".join([words, *marks, *resting])


def _roughly(first: date | None, last: date | None) -> str:
    ends = dict.fromkeys(plain_part(day) for day in (first, last) if day)
    return f"{' – '.join(ends)}{'' if last else ' at the soonest'}"


def parts(course: Course, numbers: Sequence[int], before: float = inf) -> tuple[tuple[date, date | None], ...]:
    """Return the days of those of some steps that begin before a day, each stretch of days once."""
    found = (outlook(course, number) for number in numbers)
    spans = ((each.earliest, each.latest) for each in found if each.earliest is not None)
    return tuple(dict.fromkeys(span for span in spans if span[0].toordinal() < before))


def _span(found: Sequence[Outlook]) -> tuple[date | None, date | None]:
    """Return the first and the last day of steps that have some; no last one where one of them has none."""
    first = min((each.earliest for each in found if each.earliest), default=None)
    ends = [each.latest for each in found if each.latest]
    return first, max(ends) if len(ends) == len(found) else None
