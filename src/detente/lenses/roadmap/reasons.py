"""Reasons: the steps, durations and dates that the days of the paths come from, with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates.words import plain_day
from detente.findings import Certainty, Method, Statement
from detente.lenses.evidence import evidence, say
from detente.lenses.roadmap.words import MOST, as_date, slowest, some, stated, waits
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.value import Value
    from detente.lenses.roadmap.course import Course


def method(course: Course) -> Method:
    """Return how the days of the paths are worked out."""
    return Method(
        "And/or network of steps",
        "minimal paths, with a forward and a backward pass over intervals of days",
        (
            ("Paths", "the smallest sets of unmet steps by which the goal can come about"),
            ("Not before", "the longest chain of what is dated, each step as quick as can be"),
        ),
        references=("MartelliMontanari1973", "MalcolmRoseboomClarkFazar1959"),
        formula=_formula(course),
    )


def _formula(course: Course) -> str:
    words = (
        "The first day of a step is the day of the slowest step that it waits for plus the days it takes, and never"
        " before its own date"
    )
    path = course.paths[0] if course.paths else None
    chain = slowest(course, path) if path else ()
    if path is None or not chain:
        return f"{words}."
    first = path.dates.earliest[chain[0]]
    begin, end = as_date(first), as_date(path.earliest)
    days = sum(course.model.timings[number].quick for number in chain[1:])
    if not begin or not end or not days or first + days != path.earliest:
        return f"{words}."
    return f"{words}: {plain_day(begin)} plus {counted(int(days), 'day')} is {plain_day(end)}."


def reasons(course: Course, numbers: Iterable[int]) -> Iterator[Statement]:
    """Yield of each of some steps what it waits for, how long it takes and when it is, as the case has it."""
    held = list(numbers)
    yield from (reason(course, number) for number in held[:MOST])
    if len(held) > MOST:
        yield Statement(f"{counted(len(held) - MOST, 'more step')}: “Step by step” lists all.")


def reason(course: Course, number: int) -> Statement:
    """Return what a step waits for, how long it takes and when it is; what is assumed of it is told elsewhere."""
    step = course.step(number)
    claims = (step, *step.requirements())
    cites = dict.fromkeys(cite for claim in claims for cite in evidence(claim.cites))
    certainty = Certainty(step.certainty) if step.certainty else None
    return Statement(f"“{step.name}” {'; '.join(_facts(course, number))}.", tuple(cites), certainty, step.hedge or "")


def _facts(course: Course, number: int) -> Iterator[str]:
    step, when = course.step(number), stated(course, number)
    if course.model.network.met[number]:
        yield f"is met{f' ({when})' if when else ''}"
        return
    ahead = list(waits(course, step.requires))
    yield f"waits for {some(ahead)}" if ahead else "waits for nothing else"
    if step.duration is not None:
        yield f"it takes {_days(step.duration)} from there"
    if when:
        yield f"it is dated {when}"
    if not when and step.duration is None:
        yield "it has no date"


def _days(length: Value) -> str:
    if length.low == length.high:
        return f"{length.low:g} day{'' if length.low == 1 else 's'}" if length.high else "no time"
    return f"{length.low:g} to {length.high:g} days"


def assumptions(course: Course) -> Iterator[Statement]:
    """Yield every assumption that the paths rest on."""
    on_paths = course.road.paths_of
    stated_ = (say(f"{course.step(number).name}.", course.step(number)) for number in on_paths)
    yield from (said for said in stated_ if said.assumption)
    for step in course.model.steps:
        if step.id in course.model.presumed and course.model.number[step.id] in course.road.required:
            words = "the case cannot say whether it has come about since; its plan is taken to have held"
            yield Statement(f"{step.name}.", assumption=words)
        if step.id in course.model.lapsed and course.model.number[step.id] in on_paths:
            words = "the time planned for it has passed without it; it counts as undated"
            yield Statement(f"{step.name}.", assumption=words)
