"""When: the first day of each way, and the assumption that it hangs on."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from detente.brief.matter import answer
from detente.brief.ways import called, paths
from detente.findings import Question
from detente.lenses.roadmap.course import Course
from detente.lenses.roadmap.words import when as day_of
from detente.lenses.wording import counted, one_or_many, sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case.step import Step
    from detente.findings import Answer
    from detente.models.roadmap.parts import Path
    from detente.models.roadmap.road import Road


def when(matter: Matter) -> Answer | None:
    """Return the soonest day of the goal and what it is counted from, or that there is none."""
    road = matter.road
    if road is None or not road.paths:
        return None
    every = paths(matter, road)
    first, others = every[0], every[1:]
    assumed = _assumed(road, first)
    by = f"with {called(matter, road, first)}: " if others else ""
    text = sentence(f"{by}{day_of(Course(matter.situation, road), first)}{_on(matter, assumed)}")
    undated = [path for path in others if not isfinite(path.earliest)]
    if isfinite(first.earliest) and undated and len(undated) == len(others):
        text += f" {one_or_many(len(others), 'The other way has', 'The other ways have')} no date."
    elif not isfinite(first.earliest) and others:
        text = "No way has a date."
    return answer(
        Question.WHEN, text, matter.because("roadmap", "paths"), model=True, assumptions=[step.id for step in assumed]
    )


def _assumed(road: Road, path: Path) -> list[Step]:
    """Return the steps with an assumption that the day of a path hangs on, those that take longest first."""
    chain = [n for n in path.dates.slowest(path.steps[-1]) if n < road.model.network.steps]
    steps = [road.model.steps[n] for n in chain if road.model.steps[n].assumption]
    return sorted(steps, key=lambda step: (-(step.duration.high if step.duration else 0), step.name))


def _on(matter: Matter, assumed: list[Step]) -> str:
    """Return how long the step is taken to last that weighs most; nothing where none takes any time."""
    if not assumed or assumed[0].duration is None or not assumed[0].duration.high:
        return ""
    took = assumed[0].duration
    days = counted(int(took.high), "day") if took.is_point else f"{took.low:g} to {took.high:g} days"
    return f" of {days} for {matter.speech.label(assumed[0].name)}"
