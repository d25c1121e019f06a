"""Resting: the assumptions that the days of a way hang on."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING

from detente.methods.schedule.lengths import lengths
from detente.methods.schedule.marks import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.case.step import Step
    from detente.methods.schedule.dates import Timing
    from detente.methods.schedule.lengths import Length
    from detente.models.roadmap.parts import Path
    from detente.models.roadmap.road import Road


def lasting(road: Road, path: Path) -> list[Step]:
    """Return the steps of assumed length that move a day of a way if they take longer, the longest first."""
    found = [road.model.steps[n] for n in _behind(path) if n < road.model.network.steps and _lasts(road, path, n)]
    return sorted(found, key=lambda step: (-_longest(step), step.name, step.id))


def others(road: Road, path: Path) -> list[Step]:
    """Return the other steps that an assumption behind the days is about, by name.

    One that is assumed only to last so long that it could be over by now moves nothing, and is left out.
    """
    model, moving = road.model, lasting(road, path)
    known = {n for node in _behind(path) for n in marked(model.own_marks[node])}
    about = [step for step in map(model.steps.__getitem__, known) if step not in moving]
    kept = [step for step in about if step.date is not None or not _longest(step) or step.id in model.presumed]
    return sorted(kept, key=lambda step: (step.name, step.id))


def _behind(path: Path) -> tuple[int, ...]:
    """Return the nodes that the days of a way hang on; all of them where days are counted from what has none."""
    if isfinite(path.earliest) and not path.after:
        return path.dates.slowest(path.steps[-1])
    return tuple(path.dates.earliest)


def _longest(step: Step) -> float:
    return step.duration.high if step.duration is not None else 0


def _lasts(road: Road, path: Path, number: int) -> bool:
    """Whether the length of a step is assumed, and the way takes longer if the step does."""
    step = road.model.steps[number]
    if not step.assumption or not _longest(step):
        return False
    return _moves_day(road, path, number) or (bool(path.after) and _later(road, path, number) != path.after)


def _moves_day(road: Road, path: Path, number: int) -> bool:
    """Whether the goal comes later if a step takes a day longer."""
    if not isfinite(path.earliest) or number not in path.dates.slowest(path.steps[-1]) or path.dates.room[number]:
        return False
    model, dates = road.model, path.dates
    if number in dates.binding and dates.earliest[number] > model.now:
        return True
    schedule = replace(model.schedule, timings=_longer(road, number))
    return schedule.day_of(tuple(dates.earliest), number, {}) > dates.earliest[number]


def _later(road: Road, path: Path, number: int) -> Mapping[int, Length]:
    """Return how many days after undated steps the goal would come if a step took a day longer."""
    goal = path.steps[-1]
    starts = [step for step in path.undated if step != goal]
    return lengths(road.model.network, _longer(road, number), tuple(path.dates.earliest), (starts, goal))


def _longer(road: Road, number: int) -> tuple[Timing, ...]:
    """Return how long every step takes if one takes a day longer."""
    timings = road.model.timings
    takes = timings[number]
    longer = takes._replace(quick=takes.quick + 1, slow=takes.slow + 1)
    return (*timings[:number], longer, *timings[number + 1 :])
