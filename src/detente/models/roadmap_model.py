"""The steps of a case as a network with dates, as they stand in a situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

from detente.case.step import Requirement as Written
from detente.case.step import Step
from detente.dates import Interval, Truth
from detente.methods.schedule.dates import GATE, Timing
from detente.methods.schedule.network import Network
from detente.methods.schedule.requirements import AllOf, AnyOf, Requirement, network_of
from detente.methods.schedule.requirements import Step as Wanted
from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class RoadmapModel:
    """A roadmap ready for analysis.

    Attributes
    ----------
    steps
        The steps of the case, in its order: the first nodes of the network.
    number
        The place of each step, by id.
    network, timings
        Who waits for whom, and the date and duration of each node.
    now
        The day it is, as ``date.toordinal`` counts [days].
    lapsed
        Steps that are not met although the time planned for them has passed: their plan dates nothing any more.
    presumed
        Steps of which the case cannot say whether they were met; their plan is taken to hold.
    """

    steps: tuple[Step, ...]
    number: Mapping[str, int]
    network: Network
    timings: tuple[Timing, ...]
    now: float
    lapsed: frozenset[str]
    presumed: frozenset[str]


def model_roadmap(situation: Situation) -> RoadmapModel:
    """Return the steps of a situation as a network."""
    steps = situation.case.steps
    number = {step.id: place for place, step in enumerate(steps)}
    met = [situation.steps[step.id] is Truth.TRUE for step in steps]
    network = network_of([AllOf(tuple(_needed(step.requires, number))) for step in steps], met)
    presumed = frozenset(name for name, truth in situation.steps.items() if truth is Truth.UNDETERMINED)
    lapsed = frozenset(step.id for step, done in zip(steps, met, strict=True) if not done and _lapsed(situation, step))
    lapsed -= presumed
    timings = tuple(_timing(situation, step, lapsed) for step in steps)
    gates = (GATE,) * (len(network.needs) - network.steps)
    first = situation.as_of.interval.earliest
    return RoadmapModel(
        steps, number, network, (*timings, *gates), first.toordinal() if first else -inf, lapsed, presumed
    )


def _needed(parts: Iterable[Written], number: Mapping[str, int]) -> Iterator[Requirement]:
    """Yield what must come first; what only makes a step easier need not."""
    for part in parts:
        if part.accelerates:
            continue
        if part.step is not None:
            yield Wanted(number[part.step], int(part.strict))
            continue
        inner = tuple(_needed(part.any or part.all, number))
        yield AnyOf(_stricter(inner, part)) if part.any else AllOf(_stricter(inner, part))


def _stricter(parts: tuple[Requirement, ...], whole: Written) -> tuple[Requirement, ...]:
    """Return the parts of a requirement that is strict as a whole: each step in it strictly before."""
    if not whole.strict:
        return parts
    return tuple(
        Wanted(part.number, 1) if isinstance(part, Wanted) else type(part)(_stricter(part.parts, whole))
        for part in parts
    )


def _lapsed(situation: Situation, step: Step) -> bool:
    last, now = situation.calendar.of(step.date).latest, situation.as_of.interval.earliest
    return last is not None and now is not None and last < now


def _timing(situation: Situation, step: Step, lapsed: frozenset[str]) -> Timing:
    dates = Interval(None, None) if step.id in lapsed else situation.calendar.of(step.date)
    first = float(dates.earliest.toordinal()) if dates.earliest else -inf
    last = float(dates.latest.toordinal()) if dates.latest else inf
    if step.duration is None:
        return Timing(first, last)
    return Timing(first, last, step.duration.low, step.duration.high)
