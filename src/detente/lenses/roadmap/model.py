"""The model for exports: the whole network of steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from detente.dates import Truth
from detente.findings import Result
from detente.lenses.chapter import Chapter
from detente.lenses.look import Look
from detente.lenses.roadmap.course import Course, course_of
from detente.lenses.roadmap.days import Outlook, assumption_of, outlook
from detente.lenses.roadmap.links import Gate, Wanted, in_words, wanted
from detente.lenses.roadmap.options import RoadmapOptions
from detente.lenses.roadmap.paths.result import StepAssumption
from detente.lenses.roadmap.words import as_date, iso, known_day, marked_date

if TYPE_CHECKING:
    from detente.case.step import Step


@dataclass(frozen=True, slots=True)
class NetworkStep:
    """A step of the network.

    Attributes
    ----------
    id, name
        Its id, and what to call it.
    status
        How far it is at the case's own date.
    met, done
        Whether it was met by the day; ``done`` is what the dates are worked out with, where that cannot be said.
    goal
        Whether it is the step to be reached.
    paths
        The paths that need it, counted from 1.
    part
        What it has to do with the goal, where no path needs it.
    earliest, latest
        Its first and last day; ``null`` where nothing bounds it.
    after
        How many days after steps without a date it comes about, where it has no day itself.
    stated
        Its own date as its source states it, where that says more than the days do.
    responsible, demanded_by
        Who must bring it about, and who asks for it.
    waits_for
        What it still waits for.
    assumptions, assumptions_more
        What its days rest on, and how much more.
    """

    id: str
    name: str
    status: Literal["met", "agreed", "scheduled", "due", "unmet", "open"]
    met: Truth
    done: bool
    goal: bool
    paths: tuple[int, ...]
    part: str
    earliest: str | None
    latest: str | None
    after: tuple[str, ...]
    stated: str
    responsible: tuple[str, ...]
    demanded_by: tuple[str, ...]
    waits_for: tuple[str, ...]
    assumptions: tuple[StepAssumption, ...]
    assumptions_more: int


@dataclass(frozen=True, slots=True)
class NetworkModel(Result):
    """The whole network of steps; for exports.

    Attributes
    ----------
    title
        That of the case.
    today
        The day it is; ``null`` where that is not known to the day.
    steps, gates, requirements
        Every step with its days and who must act, and the requirements as the case writes them.
    """

    under: ClassVar[str] = "model"

    title: str
    today: str | None
    steps: tuple[NetworkStep, ...]
    gates: tuple[Gate, ...]
    requirements: tuple[Wanted, ...]


def find(look: Look[RoadmapOptions]) -> NetworkModel | None:
    """Return the network, where it is asked for."""
    if not look.options.model:
        return None
    course, header = look.once(course_of), look.case.case
    parts = [part for step in course.model.steps for part in wanted(step)]
    return NetworkModel(
        header.label,
        known_day(course.model.now),
        tuple(_step(course, step) for step in course.model.steps),
        tuple(part for part in parts if isinstance(part, Gate)),
        tuple(part for part in parts if isinstance(part, Wanted)),
    )


def _step(course: Course, step: Step) -> NetworkStep:
    number = course.model.number[step.id]
    done = course.model.network.met[number]
    found = _as_dated(course, number) if done else outlook(course, number)
    return NetworkStep(
        id=step.id,
        name=step.name,
        status=step.status,
        met=course.situation.steps[step.id],
        done=done,
        goal=number == course.goal,
        paths=tuple(k + 1 for k in found.paths),
        part=found.apart,
        earliest=iso(found.earliest),
        latest=iso(found.latest),
        after=found.after,
        stated=found.stated,
        responsible=course.names(step.responsible),
        demanded_by=course.names(step.demanded_by),
        waits_for=() if done else tuple(in_words(course, step)),
        assumptions=tuple(
            StepAssumption(course.step(each).name, assumption)
            for each in dict.fromkeys((*found.rests_on, number))
            if (assumption := assumption_of(course, each))
        ),
        assumptions_more=max(0, found.resting - len(found.rests_on)),
    )


def _as_dated(course: Course, number: int) -> Outlook:
    """Return the days of a step that is met, or taken to be: those that others are counted from."""
    timing = course.model.timings[number]
    return Outlook(as_date(timing.first), as_date(timing.last), (), (), 0, (), "", marked_date(course, number))


CHAPTER = Chapter("model", 1000, find)
