"""Words: steps, days and paths as a mediator would say them."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from detente.dates.words import plain_day
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.step import Requirement, Step
    from detente.lenses.roadmap.course import Course, Path


def quoted(course: Course, numbers: Iterable[int]) -> list[str]:
    """Return the names of some steps in quotation marks."""
    return [f"“{course.step(number).name}”" for number in numbers]


def day(number: float) -> str:
    """Return a day in words; those outside the calendar as "beyond the calendar"."""
    inside = isfinite(number) and date.min.toordinal() <= number <= date.max.toordinal()
    return plain_day(date.fromordinal(int(number))) if inside else "a day beyond the calendar"


def known_day(number: float) -> str | None:
    """Return a day as an ISO date for a table; ``None`` where it has no bound, or lies outside the calendar."""
    inside = isfinite(number) and date.min.toordinal() <= number <= date.max.toordinal()
    return date.fromordinal(int(number)).isoformat() if inside else None


def label(course: Course, path: Path) -> str:
    """Return what sets a path apart from the others: its last step that not all of them need."""
    own = [number for number in path.steps if number not in course.shared]
    return f"by {quoted(course, own[-1:])[0]}" if own else "the only path"


def when(course: Course, path: Path) -> str:
    """Return when a path can lead to the goal, and that an assumption stands behind the date where one does."""
    if not isfinite(path.earliest):
        return "without any date"
    chain = path.dates.slowest(path.steps[-1])
    assumed = any(course.step(n).assumption for n in chain if n < course.model.network.steps)
    resting = ", on an assumption" if assumed else ""
    if isfinite(path.latest) and path.latest != path.earliest:
        return f"between {day(path.earliest)} and {day(path.latest)} if all goes as planned{resting}"
    return f"not before {day(path.earliest)}{resting}"


def who(course: Course, number: int) -> str:
    """Return who must bring a step about, in brackets; nothing where no source says."""
    names = [course.situation.names[actor] for actor in course.step(number).responsible]
    return f" ({listed(names)})" if names else ""


def waits(course: Course, parts: Iterable[Requirement]) -> Iterator[str]:
    """Yield what of some requirements is still open, one phrase for each; alternatives stand in brackets."""
    for part in parts:
        if part.accelerates:
            continue
        if part.step is not None:
            if not course.model.network.met[course.model.number[part.step]]:
                yield course.situation.names[part.step]
            continue
        inner = list(waits(course, part.any or part.all))
        if part.any and len(inner) == len(part.any):  # none of the alternatives is met
            yield f"({listed(inner, last='or')})" if len(inner) > 1 else inner[0]
        elif not part.any:
            yield from inner


def requirements(step: Step) -> Iterator[Requirement]:
    """Yield every requirement of a step, and those inside them."""
    pending = list(reversed(step.requires))
    while pending:
        part = pending.pop()
        yield part
        pending += reversed((*part.any, *part.all))
