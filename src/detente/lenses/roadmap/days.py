"""Days of the steps in words and dates, and the assumptions that each of them rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from detente.lenses.bearings import apart
from detente.lenses.roadmap.words import MOST, after, as_date, marked_date
from detente.methods.schedule.marks import marked
from detente.models.roadmap.parts import UNDATED

if TYPE_CHECKING:
    from detente.lenses.roadmap.course import Course


class Outlook(NamedTuple):
    """What is said of a step that is still to come, wherever it is said.

    Attributes
    ----------
    earliest, latest
        First and last day; ``None`` where nothing bounds it, or the bound lies outside the calendar.
    after
        How many days after steps without a date it comes about; empty where it has a date of its own.
    rests_on
        The steps whose assumption stands behind these days, ascending; no more than are named in a row.
    resting
        How many there are of them.
    paths
        The paths that need it, counted from 0.
    apart
        What it has to do with the goal, where no path needs it.
    stated
        Its own date as its source states it, where that says more than the days do.
    """

    earliest: date | None
    latest: date | None
    after: tuple[str, ...]
    rests_on: tuple[int, ...]
    resting: int
    paths: tuple[int, ...]
    apart: str
    stated: str

    @property
    def is_dated(self) -> bool:
        """Whether there is a day at all."""
        return self.earliest is not None or self.latest is not None


def outlook(course: Course, number: int) -> Outlook:
    """Return what is said of a step that is still to come."""
    road = course.road
    days = road.days.get(number, UNDATED)
    said = () if days.is_dated else tuple(after(course, road.lengths_to(number)))
    rests = days.rests if days.is_dated else road.rests_of(number) if said else 0
    rests_on = tuple(marked(rests, MOST))
    paths = road.paths_of.get(number, ())
    known = as_date(days.earliest), as_date(days.latest)
    aside = "" if paths else apart(road, number)
    return Outlook(*known, said, rests_on, rests.bit_count(), paths, aside, marked_date(course, number))


def assumption_of(course: Course, number: int) -> str:
    """Return why a step may be taken as it is without a source; ``""`` where nothing is assumed."""
    model, step = course.model, course.step(number)
    words = [step.assumption] if step.assumption else []
    if step.id in model.presumed:
        words.append("the case cannot say whether it has come about since; its plan is taken to have held")
    if step.id in model.lapsed:
        words.append("the time planned for it has passed without it; it counts as undated")
    return "; ".join(words)
