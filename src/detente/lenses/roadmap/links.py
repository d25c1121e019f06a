"""Links: the requirements as the case writes them, with everything that it says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.step import Requirement, Step
    from detente.lenses.roadmap.course import Course


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a step or a gate waits for.

    Attributes
    ----------
    source, target
        What comes first, and what waits for it: steps by their ids, gates by names of their own.
    strict, accelerates
        Whether it must be on an earlier day, and whether it only makes the other easier.
    hedge, assumption
        The source's softening word, and why it may be said without a source; ``""`` where there is none.
    """

    source: str
    target: str
    strict: bool
    accelerates: bool
    hedge: str
    assumption: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A requirement inside a requirement.

    Attributes
    ----------
    id, step
        Its name, and the step that it belongs to.
    kind
        Whether one or all of its parts are needed.
    """

    id: str
    step: str
    kind: Literal["any", "all"]


def wanted(step: Step) -> Iterator[Gate | Wanted]:
    """Yield what a step waits for, each gate before what it waits for itself.

    What is said of a whole holds for its parts.
    """
    gates = 0
    pending = [(step.id, part, _MILD) for part in reversed(step.requires)]
    while pending:
        target, part, whole = pending.pop()
        here = _with(part, whole)
        if part.step is not None:
            yield Wanted(part.step, target, *here)
            continue
        gates += 1
        gate = Gate(f"{step.id}.{gates}", step.id, "any" if part.any else "all")
        yield gate
        yield Wanted(gate.id, target, *here)
        pending += [(gate.id, each, here) for each in reversed(part.any or part.all)]


_Said = tuple[bool, bool, str, str]
_MILD: _Said = (False, False, "", "")


def _with(part: Requirement, whole: _Said) -> _Said:
    strict, accelerates, hedge, assumption = whole
    said = part.hedge or next((cite.hedge for cite in part.cites if cite.hedge), "")
    return part.strict or strict, part.accelerates or accelerates, said or hedge, part.assumption or assumption


def between_steps(course: Course, step: Step) -> Iterator[tuple[Wanted, bool]]:
    """Yield what a step still waits for, through gates, and whether it is one of several of which one is enough."""
    yield from _open(course, step, step.requires, (_MILD, False))


def in_words(course: Course, step: Step) -> Iterator[str]:
    """Yield what a step still waits for, with what the case says of each."""
    for want, one_of in between_steps(course, step):
        yield marked(course, want, "one of several is enough" if one_of and not want.accelerates else "")


def marked(course: Course, want: Wanted, *words: str) -> str:
    """Return the name of what is waited for, with some words and what the case says of the requirement in brackets."""
    said = [
        "only makes it easier" if want.accelerates else "",
        *words,
        "on an earlier day" if want.strict and not want.accelerates else "",
        f"“{want.hedge}”" if want.hedge else "",
    ]
    inside = ", ".join(each for each in said if each)
    return f"{course.situation.names[want.source]}{f' ({inside})' if inside else ''}"


def _open(
    course: Course, step: Step, parts: tuple[Requirement, ...], inside: tuple[_Said, bool]
) -> Iterator[tuple[Wanted, bool]]:
    whole, one_of = inside
    for part in parts:
        here = _with(part, whole)
        if part.step is not None:
            if not course.model.network.met[course.model.number[part.step]]:
                yield Wanted(part.step, step.id, *here), one_of
        elif part.accelerates or not _past(course, part):
            several = len([each for each in part.any if not each.accelerates]) > 1
            yield from _open(course, step, part.any or part.all, (here, one_of or several))


def open_parts(course: Course, parts: Iterable[Requirement]) -> Iterator[Requirement]:
    """Yield the requirements that are not fulfilled; what only makes a step easier is none."""
    return (part for part in parts if not part.accelerates and not _past(course, part))


def _past(course: Course, part: Requirement) -> bool:
    """Return whether a requirement is fulfilled, or holds nothing that has to come first."""
    if part.step is not None:
        return course.model.network.met[course.model.number[part.step]]
    parts = [each for each in part.any or part.all if _requires(each)]
    return not parts or (any if part.any else all)(_past(course, each) for each in parts)


def _requires(part: Requirement) -> bool:
    """Return whether anything in a requirement has to come first."""
    if part.accelerates:
        return False
    return part.step is not None or any(_requires(each) for each in part.any or part.all)
