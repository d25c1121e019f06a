"""The steps of a case as a network with dates, as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from detente.case.calendar import Calendar
from detente.case.step import Requirement as Written
from detente.case.step import Step
from detente.dates import Interval, Truth
from detente.methods.schedule.dates import GATE, Timing, date_path
from detente.methods.schedule.network import Network
from detente.methods.schedule.requirements import AllOf, AnyOf, Requirement, network_of
from detente.methods.schedule.requirements import Step as Wanted


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
        Steps of which the case cannot say whether they were met, and for which the time planned has passed: the plan
        is taken to have held, and they count as met.
    """

    steps: tuple[Step, ...]
    number: Mapping[str, int]
    network: Network
    timings: tuple[Timing, ...]
    now: float
    lapsed: frozenset[str]
    presumed: frozenset[str]


def planned(model: RoadmapModel) -> Mapping[str, Interval]:
    """Return the days on which each unmet step can come about by its own date and those of what it waits for.

    Of alternatives the first counts. A step that nothing dates may be any day; one that can never come about, none of
    the steps that wait for each other in a circle, is left out.
    """
    network = model.network
    dates = date_path(network, model.timings, range(len(network.needs)), now=model.now)
    ahead = (place for place in network.attainable() if place < network.steps)
    return {
        model.steps[place].id: Interval(_date(dates.earliest[place]), _date(dates.latest[place])) for place in ahead
    }


def _date(day: float) -> date | None:
    """Return a day as a date; ``None`` where it has no bound or lies outside the calendar."""
    return date.fromordinal(int(day)) if date.min.toordinal() <= day <= date.max.toordinal() else None


def model_roadmap(
    steps: Sequence[Step],
    met: Mapping[str, Truth],
    calendar: Calendar,
    *,
    as_of: Interval,
    plan: Mapping[str, Interval] | None = None,
) -> RoadmapModel:
    """Return some steps as a network.

    Parameters
    ----------
    steps
        The steps; every id that one requires is among them.
    met
        Whether each was met on the day in question.
    calendar
        The days that each date may be.
    as_of
        The day in question; its first reading counts as now.
    plan
        Beyond what the case knows: the days on which it had each step coming, as :func:`planned` returns; a step whose
        last day has passed is taken to have come about. Else the steps' own dates tell.
    """
    number = {step.id: place for place, step in enumerate(steps)}
    over = {step.id for step in steps if _over(calendar.of(step.date), as_of)}
    kept = over | {name for name, days in (plan or {}).items() if days.by(as_of) is Truth.TRUE}
    presumed = frozenset(name for name in kept if met[name] is Truth.UNDETERMINED)
    lapsed = frozenset(name for name in over if met[name] is Truth.FALSE)
    done = [met[step.id] is Truth.TRUE or step.id in presumed for step in steps]
    network = network_of([AllOf(tuple(_needed(step.requires, number))) for step in steps], done)
    now = as_of.earliest.toordinal() if as_of.earliest else -inf
    timings = (_timing(step, Interval(None, None) if step.id in lapsed else calendar.of(step.date)) for step in steps)
    floored = (timing if ready else _from_now(timing, now) for timing, ready in zip(timings, done, strict=True))
    gates = (GATE,) * (len(network.needs) - network.steps)
    return RoadmapModel(tuple(steps), number, network, (*floored, *gates), now, lapsed, presumed)


def _needed(parts: Iterable[Written], number: Mapping[str, int]) -> Iterator[Requirement]:
    """Yield what must come first; what only makes a step easier need not."""
    for part in parts:
        if part.accelerates:
            continue
        if part.step is not None:
            yield Wanted(number[part.step], int(part.strict))
            continue
        inner = tuple(_needed(part.any or part.all, number))
        if not inner:  # everything in it only makes the step easier
            continue
        yield AnyOf(_stricter(inner, part)) if part.any else AllOf(_stricter(inner, part))


def _stricter(parts: tuple[Requirement, ...], whole: Written) -> tuple[Requirement, ...]:
    """Return the parts of a requirement that is strict as a whole: each step in it strictly before."""
    if not whole.strict:
        return parts
    return tuple(
        Wanted(part.number, 1) if isinstance(part, Wanted) else type(part)(_stricter(part.parts, whole))
        for part in parts
    )


def _over(planned: Interval, as_of: Interval) -> bool:
    return planned.latest is not None and as_of.earliest is not None and planned.latest < as_of.earliest


def _timing(step: Step, dates: Interval) -> Timing:
    first = float(dates.earliest.toordinal()) if dates.earliest else -inf
    last = float(dates.latest.toordinal()) if dates.latest else inf
    if step.duration is None:
        return Timing(first, last)
    return Timing(first, last, step.duration.low, step.duration.high)


def _from_now(timing: Timing, now: float) -> Timing:
    """Return the timing of an unmet step that is dated only by its last day: it can come about from now on."""
    return timing._replace(first=now) if timing.first == -inf and timing.last < inf else timing
