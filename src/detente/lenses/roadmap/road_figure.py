"""The road as a drawing: the steps still to come over a calendar, who must act, and what waits for what."""

from __future__ import annotations

from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import inf, isfinite
from typing import TYPE_CHECKING

from detente.findings import Column, Figure, Link, Road, Stage, Table
from detente.lenses.evidence import row_of
from detente.lenses.roadmap.days import Days, iso, names_of, step_days
from detente.lenses.roadmap.links import between_steps, in_words
from detente.lenses.roadmap.words import label, requirements, when
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from detente.case.citation import Claim
    from detente.findings import Row
    from detente.lenses.roadmap.course import Course, Path

MOST = 40
"""Above this number of steps, only those with dates and those that wait for nothing are drawn."""

_UNDATED = Days(None, None, ())
_COLUMNS = (
    Column("step", "Step"),
    Column("who", "Who must act"),
    Column("requires", "Waits for"),
    Column("earliest", "Not before", "date"),
    Column("latest", "At the latest", "date"),
    Column("path", "Path"),
    Column("slowest", "The goal's day hangs on it", "truth"),
    Column("assumed", "Its dates rest on what is assumed of"),
)


def figure(course: Course) -> Figure | None:
    """Return the drawing of the paths to the goal; ``None`` where there is nothing to wait for before it."""
    days = step_days(course)
    numbers = _order(course, days)
    if len(numbers) < 2:
        return None
    drawn = _drawn(course, numbers, days)
    spec = _spec(course, drawn, days)
    rows = tuple(_row(course, number, stage, days) for number, stage in zip(drawn, spec.stages, strict=True))
    table = Table("road", "The steps of the drawing, the goal last", _COLUMNS, rows)
    words = f"{_description(course, spec, len(numbers) - len(drawn))} {_circles(course, drawn)}".strip()
    return Figure("road", f"The road to “{course.step(course.goal).name}”", words, spec, table)


def _order(course: Course, days: Mapping[int, Days]) -> list[int]:
    """Return the steps on the paths and those that ease them: what comes first before what waits, the soonest first."""
    number = course.model.number
    on_paths = {each for path in course.paths for each in path.steps}
    before = {
        each: {number[want.source] for want, _ in between_steps(course, course.step(each))} for each in sorted(on_paths)
    }
    easing = {each for each in set().union(*before.values()) - on_paths if each in days}
    after: dict[int, list[int]] = {each: [] for each in (*before, *easing)}
    for each, needs in before.items():
        for need in needs & after.keys():
            after[need].append(each)
    waits = {each: len(before.get(each, set()) & after.keys()) for each in after}
    free = [_key(course, each, days) for each, count in waits.items() if not count]
    heapify(free)
    found: dict[int, None] = {}
    while len(found) < len(waits):
        if not free:  # alternatives on different paths may wait for each other
            free = [min(_key(course, each, days) for each in waits.keys() - found.keys())]
        here = heappop(free)[-1]
        found[here] = None
        for each in after[here]:
            waits[each] -= 1
            if not waits[each] and each not in found:
                heappush(free, _key(course, each, days))
    return list(found)


def _key(course: Course, number: int, days: Mapping[int, Days]) -> tuple[bool, float, int]:
    return number == course.goal, _soonest(days.get(number, _UNDATED)), number


def _soonest(days: Days) -> float:
    first = days.earliest or days.latest
    return first.toordinal() if first else inf


def _drawn(course: Course, numbers: list[int], days: Mapping[int, Days]) -> list[int]:
    """Return the steps that are drawn."""
    if len(numbers) <= MOST:
        return numbers
    frontier = {each for path in course.paths for each in path.frontier}
    kept = [each for each in numbers[:-1] if each in frontier or days.get(each, _UNDATED).is_dated]
    return [*kept[: MOST - 1], numbers[-1]]


def _spec(course: Course, numbers: Sequence[int], days: Mapping[int, Days]) -> Road:
    chain = _slowest(course)
    now = course.model.now
    return Road(
        date.fromordinal(int(now)) if isfinite(now) else None,
        tuple(_stage(course, number, days.get(number, _UNDATED), chain) for number in numbers),
        tuple(_links(course, numbers, chain)),
        tuple(_path_name(course, path) for path in course.paths) if len(course.paths) > 1 else (),
    )


def _path_name(course: Course, path: Path) -> str:
    return f"{label(course, path)}, {when(course, path)}"


def _slowest(course: Course) -> list[int]:
    """Return the steps that the goal's day hangs on, the first one first; none where it has no day."""
    path = course.paths[0]
    if not isfinite(path.earliest):
        return []
    return [node for node in path.dates.slowest(course.goal) if node < course.model.network.steps]


def _stage(course: Course, number: int, days: Days, chain: list[int]) -> Stage:
    step = course.step(number)
    return Stage(
        step.name,
        days.earliest,
        days.latest,
        names_of(course, step.responsible),
        any(number in path.frontier for path in course.paths),
        tuple(k for k, path in enumerate(course.paths) if number in path.steps),
        days.is_dated and bool(days.rests_on),
        number in chain,
    )


def _links(course: Course, numbers: Sequence[int], chain: list[int]) -> Iterator[Link]:
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


def _row(course: Course, number: int, stage: Stage, days: Mapping[int, Days]) -> Row:
    step = course.step(number)
    found = days.get(number, _UNDATED)
    written: tuple[Claim, ...] = (step, *requirements(step))
    return row_of(
        written,
        step.name,
        stage.by,
        tuple(in_words(course, step)) or "nothing",
        iso(found.earliest),
        iso(found.latest),
        _on(stage, len(course.paths)),
        stage.slowest,
        tuple(course.step(each).name for each in found.rests_on) or "no step",
    )


def _on(stage: Stage, count: int) -> str:
    if not stage.paths:
        return "none; it only makes another step easier"
    if len(stage.paths) == count:
        return "every path" if count > 1 else "the only path"
    return listed([str(k + 1) for k in stage.paths])


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
    return f"Nothing has to come before {listed(tasks)}: this is what everybody is waiting for." if tasks else ""


def _hangs(spec: Road) -> str:
    chain = [f"“{stage.name}”" for stage in spec.stages if stage.slowest]
    return f"The goal's day hangs on {_then(chain)}." if len(chain) > 1 else ""


def _then(words: Iterable[str]) -> str:
    return ", then ".join(words)


def _left_out(course: Course, number: int) -> str:
    met = any(course.model.network.met[each] for each in course.behind if each < course.model.network.steps)
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
