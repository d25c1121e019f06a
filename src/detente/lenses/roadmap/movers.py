"""Movers: what can move now, and who moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from detente.lenses.roadmap.course import Course

_MOST_NAMED = 3


def movable(course: Course) -> tuple[int, ...]:
    """Return the steps on the paths that wait for nothing else, those of the soonest path first."""
    return tuple(dict.fromkeys(number for path in course.paths for number in path.frontier))


def unscheduled(course: Course, numbers: Iterable[int]) -> list[int]:
    """Return those of some steps that somebody has to move: all but those that come at a time already set."""
    return [number for number in numbers if course.step(number).status != "scheduled"]


def by_mover(course: Course, numbers: Iterable[int]) -> Mapping[tuple[str, ...], list[int]]:
    """Return some steps by who must bring them about; last those for which nobody is named, under no name."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number in numbers:
        found.setdefault(course.names(course.step(number).responsible), []).append(number)
    return dict(sorted(found.items(), key=lambda each: not each[0]))


def movers(course: Course, numbers: Iterable[int]) -> str:
    """Return who can move some steps now, in few words, or that all are scheduled; ``""`` for no steps."""
    numbers = list(numbers)
    groups = by_mover(course, unscheduled(course, numbers))
    if not groups:
        return "next is what is scheduled" if numbers else ""
    names = tuple(dict.fromkeys(name for group in groups for name in group))
    if not names:
        return "can move now; nobody is named"
    who = listed(names) if len(names) <= _MOST_NAMED else counted(len(names), "actor")
    unnamed = len(groups.get((), ()))
    return f"{who} can move now" + (f"; nobody named for {unnamed}" if unnamed else "")
