"""Days of the steps, and the assumptions that each of them rests on."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from detente.methods.schedule.dates import date_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.lenses.roadmap.course import Course
    from detente.methods.schedule.dates import Dates


class Days(NamedTuple):
    """When an unmet step comes about.

    Attributes
    ----------
    earliest, latest
        First and last day; ``None`` where nothing bounds it, or the bound lies outside the calendar.
    rests_on
        Every step whose assumption stands behind these days, ascending.
    """

    earliest: date | None
    latest: date | None
    rests_on: tuple[int, ...]

    @property
    def is_dated(self) -> bool:
        """Whether there is a day at all."""
        return self.earliest is not None or self.latest is not None


def step_days(course: Course) -> dict[int, Days]:
    """Return the days of every unmet step that can come about.

    A step on several paths has those of the soonest of them; one on none, the days it has by itself.
    """
    network = course.model.network
    everything = date_path(network, course.model.timings, network.attainable(), now=course.model.now)
    found = dict(_days(course, everything))
    placed: set[int] = set()
    for path in course.paths:
        if not placed.issuperset(path.steps):
            days = dict(_days(course, path.dates))
            found |= {number: days[number] for number in path.steps if number not in placed}
            placed.update(path.steps)
    return found


def assumption_of(course: Course, number: int) -> str:
    """Return why a step may be taken as it is without a source; ``""`` where nothing is assumed."""
    model, step = course.model, course.step(number)
    words = [step.assumption] if step.assumption else []
    if step.id in model.presumed:
        words.append("the case cannot say whether it has come about since; its plan is taken to have held")
    if step.id in model.lapsed:
        words.append("the time planned for it has passed without it; it counts as undated")
    return "; ".join(words)


def _days(course: Course, dates: Dates) -> Iterator[tuple[int, Days]]:
    """Yield each step of some dates with its days; what it waits for comes before it."""
    soonest: dict[int, frozenset[int]] = {}
    behind: dict[int, frozenset[int]] = {}
    for node, source in dates.binding.items():
        own = frozenset(_own(course, node))
        before = [behind[need.node] for need in course.model.network.needs[node] if need.node in behind]
        soonest[node] = own | soonest[source] if source is not None else own
        behind[node] = own.union(*before)
        if node < course.model.network.steps:
            timing = course.model.timings[node]
            last = dates.latest[node]
            resting = soonest[node] if last in (timing.last, float("inf")) else behind[node]
            yield node, Days(_date(dates.earliest[node]), _date(last), tuple(sorted(resting)))


def _own(course: Course, node: int) -> Iterator[int]:
    """Yield the steps whose assumptions a node adds to those of what it waits for."""
    model = course.model
    if node < model.network.steps and model.steps[node].assumption:
        yield node
    for need in model.network.needs[node]:
        if need.node < model.network.steps and model.steps[need.node].id in model.presumed:
            yield need.node


def _date(number: float) -> date | None:
    inside = isfinite(number) and date.min.toordinal() <= number <= date.max.toordinal()
    return date.fromordinal(int(number)) if inside else None


def iso(day: date | None) -> str | None:
    """Return a day for a document."""
    return day.isoformat() if day else None


def names_of(course: Course, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return what to call some actors or steps."""
    names: Mapping[str, str] = course.situation.names
    return tuple(names[each] for each in ids)
