"""The road as a drawing: the steps still to come over a calendar, who must act, and what waits for what."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

from detente.findings import Figure
from detente.findings.figures.road import Link, Road, Stage
from detente.lenses.roadmap.days import Outlook, outlook
from detente.lenses.roadmap.links import between_steps
from detente.lenses.roadmap.steps.table import table_of
from detente.lenses.roadmap.words import MOST as NAMED
from detente.lenses.roadmap.words import as_date, label, slowest, some, then, when
from detente.lenses.wording import counted, listed, one_or_many
from detente.models.roadmap.parts import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.lenses.roadmap.course import Course

MOST = 40
"""Above this number of steps, only those with dates and those that wait for nothing are drawn."""


def figure(course: Course) -> Figure | None:
    """Return the drawing of the paths to the goal; ``None`` where there is nothing to wait for before it."""
    numbers = _order(course)
    if len(numbers) < 2:
        return None
    drawn = _drawn(course, numbers)
    found = [outlook(course, number) for number in drawn]
    spec = _spec(course, drawn, found)
    table = table_of(course, drawn, "road", "The steps of the drawing, the goal last")
    words = f"{_description(course, spec, len(numbers) - len(drawn))} {_circles(course, drawn)}".strip()
    return Figure("road", f"The road to “{course.step(course.goal).name}”", words, spec, table)


def drawn_steps(course: Course) -> tuple[int, ...]:
    """Return the steps that the drawing shows; none where there is no drawing."""
    numbers = _order(course)
    return tuple(_drawn(course, numbers)) if len(numbers) > 1 else ()


def _order(course: Course) -> list[int]:
    """Return the steps on the paths and those that ease them: what comes first before what waits, the soonest first."""
    number = course.model.number
    on_paths = course.road.paths_of.keys()
    before = {
        each: {number[want.source] for want, _ in between_steps(course, course.step(each))} for each in sorted(on_paths)
    }
    easing = {each for each in set().union(*before.values()) - on_paths if each in course.road.days}
    after: dict[int, list[int]] = {each: [] for each in (*before, *easing)}
    for each, needs in before.items():
        for need in needs & after.keys():
            after[need].append(each)
    waits = {each: len(before.get(each, set()) & after.keys()) for each in after}
    free = [_key(course, each) for each, count in waits.items() if not count]
    heapify(free)
    found: dict[int, None] = {}
    while len(found) < len(waits):
        if not free:  # alternatives on different paths may wait for each other
            free = [min(_key(course, each) for each in waits.keys() - found.keys())]
        here = heappop(free)[-1]
        found[here] = None
        for each in after[here]:
            waits[each] -= 1
            if not waits[each] and each not in found:
                heappush(free, _key(course, each))
    return list(found)


def _key(course: Course, number: int) -> tuple[bool, float, int]:
    days = course.road.days.get(number, UNDATED)
    first = days.earliest if isfinite(days.earliest) else days.latest
    return number == course.goal, first, number


def _drawn(course: Course, numbers: list[int]) -> list[int]:
    """Return the steps that are drawn."""
    if len(numbers) <= MOST:
        return numbers
    frontier = {each for path in course.paths for each in path.frontier}
    kept = [each for each in numbers[:-1] if each in frontier or course.road.days[each].is_dated]
    return [*kept[: MOST - 1], numbers[-1]]


def _spec(course: Course, numbers: Sequence[int], found: Sequence[Outlook]) -> Road:
    chain = slowest(course, course.paths[0])
    return Road(
        as_date(course.model.now),
        tuple(_stage(course, number, each, chain) for number, each in zip(numbers, found, strict=True)),
        tuple(_links(course, numbers, chain)),
        tuple(_path_name(course, k) for k in range(len(course.paths))) if len(course.paths) > 1 else (),
        course.road.complete,
    )


def _path_name(course: Course, number: int) -> str:
    return f"{label(course, number)}, {when(course, course.paths[number])}"


def _stage(course: Course, number: int, found: Outlook, chain: Sequence[int]) -> Stage:
    step = course.step(number)
    return Stage(
        step.name,
        found.earliest,
        found.latest,
        course.names(step.responsible),
        bool(found.paths) and not course.model.network.open_needs(number),
        found.paths,
        found.resting > 0,
        number in chain,
        found.after[:NAMED],
        found.apart,
        found.stated,
    )


def _links(course: Course, numbers: Sequence[int], chain: Sequence[int]) -> Iterator[Link]:
    """Yield what is required among some steps; once where it is written several times."""
    place = {number: k for k, number in enumerate(numbers)}
    hangs = set(pairwise(chain))
    for number in numbers:
        found: dict[int, Link] = {}
        for want, one_of in between_steps(course, course.step(number)):
            source = course.model.number[want.source]
            if place.get(source, len(numbers)) >= place[number]:
                continue
            link = Link(
                place[source],
                place[number],
                want.strict,
                bool(want.hedge),
                want.accelerates,
                one_of,
                (source, number) in hangs,
            )
            if source not in found or found[source].eases:
                found[source] = link
        yield from found.values()


def _description(course: Course, spec: Road, left_out: int) -> str:
    """Return what one sees, for those who cannot."""
    return " ".join(filter(None, (_shown(spec), _waiting(spec), _hangs(spec), _left_out(course, left_out))))


def _shown(spec: Road) -> str:
    undated = sum(not stage.is_dated for stage in spec.stages)
    words = f"{counted(len(spec.stages), 'step')} from top to bottom, the goal last, each with who must act"
    if undated == len(spec.stages):
        return f"{words}. None of them has a date."
    words += ", over a calendar from left to right"
    if undated:
        words += f"; {undated} without any date {one_or_many(undated, 'stands', 'stand')} apart, at the right"
    return f"{words}. Arrows lead from each step to those that wait for it."


def _waiting(spec: Road) -> str:
    tasks = [
        f"“{stage.name}” ({listed(stage.by) if stage.by else 'nobody is named'})" for stage in spec.stages if stage.now
    ]
    return f"Nothing has to come before {some(tasks)}: this is what everybody is waiting for." if tasks else ""


def _hangs(spec: Road) -> str:
    chain = [f"“{stage.name}”" for stage in spec.stages if stage.slowest]
    return f"The goal's day hangs on {then(chain)}." if len(chain) > 1 else ""


def _left_out(course: Course, number: int) -> str:
    met = any(course.model.network.met[each] for each in course.road.required)
    words = "Steps that are met are not drawn." if met else ""
    if number:
        rest = f"{counted(number, 'step')} without a date, or later than the rest, {one_or_many(number, 'is', 'are')}"
        words = f"{words} {rest} not drawn, nor are their arrows; the chapter “Step by step” lists all."
    return words.strip()


def _circles(course: Course, numbers: Sequence[int]) -> str:
    """Return what is said where an arrow would lead upwards."""
    place = {number: k for k, number in enumerate(numbers)}
    for number in numbers:
        for want, _ in between_steps(course, course.step(number)):
            if place.get(course.model.number[want.source], -1) > place[number]:
                return "Where steps wait for each other on different paths, only the arrows downwards are drawn."
    return ""
