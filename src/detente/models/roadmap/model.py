"""The steps of a case as a network with dates, as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from math import ceil, floor, inf
from operator import or_

from detente.case.calendar import Calendar
from detente.case.step import Requirement as Written
from detente.case.step import Step
from detente.dates import Interval, Truth
from detente.methods.schedule.dates import GATE, Dates, Schedule, Timing
from detente.methods.schedule.network import Network
from detente.methods.schedule.requirements import AllOf, AnyOf, Requirement, network_of
from detente.methods.schedule.requirements import Step as Wanted
from detente.models.roadmap.order import in_order
from detente.models.roadmap.since import met_since


@dataclass(frozen=True)
class RoadmapModel:
    """A roadmap ready for analysis.

    Attributes
    ----------
    steps
        The steps of the case by their ids, whatever its order: the first nodes of the network.
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

    @cached_property
    def schedule(self) -> Schedule:
        """The network with its timings."""
        return Schedule(self.network, self.timings, self.now)

    @cached_property
    def everything(self) -> Dates:
        """The dates of all nodes that can still come about; of alternatives the first counts."""
        return self.schedule.path(self.network.attainable())

    @cached_property
    def eased_by(self) -> Mapping[int, tuple[int, ...]]:
        """By step, those that only make it easier."""
        return {number: tuple(_helpers(step.requires, self.number)) for number, step in enumerate(self.steps)}

    @cached_property
    def own_marks(self) -> tuple[int, ...]:
        """For each node, the steps that its days rest on by itself, a bit for each.

        A step rests on what is assumed of it, and on those met by presumption that it waited for.
        """
        network = self.network
        met = [1 << number if step.id in self.presumed else 0 for number, step in enumerate(self.steps)]
        met += [0] * (len(network.needs) - network.steps)
        for gate in reversed(range(network.steps, len(network.needs))):
            if network.past[gate]:
                parts = [met[need.node] for need in network.needs[gate] if network.past[need.node]]
                met[gate] = 0 if network.any_of[gate] and not all(parts) else reduce(or_, parts, 0)
        own = [1 << number if step.assumption else 0 for number, step in enumerate(self.steps)]
        own += [0] * (len(network.needs) - network.steps)
        for node, needs in enumerate(network.needs):
            own[node] = reduce(or_, (met[need.node] for need in needs if network.past[need.node]), own[node])
        return tuple(own)


def planned(model: RoadmapModel) -> Mapping[str, Interval]:
    """Return the days on which each unmet step is to come about by its own date and those of what it waits for.

    Of alternatives the first counts. A step with a date is to come about by its end, though nobody can say when what
    it waits for does; but not before that. A step that nothing dates may be any day; one that can never come about,
    none of the steps that wait for each other in a circle, is left out.
    """
    dates = model.everything
    ahead = (place for place in dates.earliest if place < model.network.steps)
    return {model.steps[place].id: _planned(model, place) for place in ahead}


def _planned(model: RoadmapModel, place: int) -> Interval:
    first = model.everything.earliest[place]
    last = max(min(model.timings[place].last, model.everything.latest[place]), first)
    return Interval(_date(first), _date(last))


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
        last day has passed is taken to have come about on one of them.
    """
    steps = in_order(steps)
    number = {step.id: place for place, step in enumerate(steps)}
    kept = {name: days for name, days in (plan or {}).items() if days.by(as_of) is Truth.TRUE}
    presumed = frozenset(name for name in kept if met[name] is Truth.UNDETERMINED)
    over = {step.id for step in steps if _over(calendar.of_step(step), as_of)}
    lapsed = frozenset(name for name in over - presumed if met[name] is not Truth.TRUE)
    done = [met[step.id] is Truth.TRUE or step.id in presumed for step in steps]
    requirements = [AllOf(tuple(needed(step.requires, number))) for step in steps]
    network = network_of(requirements, done)
    now = as_of.earliest.toordinal() if as_of.earliest else -inf
    days = [_days(step, met[step.id], calendar, as_of) for step in steps]
    dated = {k: days[k] for k, step in enumerate(steps) if step.date is not None and met[step.id] is Truth.TRUE}
    known = {steps[k].id: since for k, since in met_since(requirements, done, dated).items()}
    known |= {name: kept[name] for name in presumed} | dict.fromkeys(lapsed, Interval(None, None))
    timings = (_timing(step, known.get(step.id, own)) for step, own in zip(steps, days, strict=True))
    floored = (timing if ready else _from_now(timing, now) for timing, ready in zip(timings, done, strict=True))
    gates = (GATE,) * (len(network.needs) - network.steps)
    return RoadmapModel(steps, number, network, (*floored, *gates), now, lapsed, presumed)


def _days(step: Step, met: Truth, calendar: Calendar, as_of: Interval) -> Interval:
    """Return the days that a step may be on; what was met was met by the day in question."""
    days = calendar.of_step(step)
    if step.date is None or met is not Truth.TRUE or as_of.latest is None:
        return days
    return Interval(days.earliest, min(days.latest or as_of.latest, as_of.latest))


def needed(parts: Iterable[Written], number: Mapping[str, int]) -> Iterator[Requirement]:
    """Yield what must come first; what only makes a step easier need not."""
    for part in parts:
        if part.accelerates:
            continue
        if part.step is not None:
            yield Wanted(number[part.step], int(part.strict))
            continue
        inner = tuple(needed(part.any or part.all, number))
        if not inner:  # everything in it only makes the step easier
            continue
        yield AnyOf(_stricter(inner, part)) if part.any else AllOf(_stricter(inner, part))


def _helpers(parts: Iterable[Written], number: Mapping[str, int]) -> Iterator[int]:
    """Yield the steps that would make a step easier without having to come first."""
    pending = [(part, part.accelerates) for part in parts]
    while pending:
        part, eases = pending.pop()
        if eases and part.step is not None:
            yield number[part.step]
        pending += [(each, eases or each.accelerates) for each in (*part.any, *part.all)]


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
    return Timing(first, last, floor(step.duration.low), ceil(step.duration.high))  # whole days around it


def _from_now(timing: Timing, now: float) -> Timing:
    """Return the timing of an unmet step that is dated only by its last day: it can come about from now on."""
    return timing._replace(first=now) if timing.first == -inf and timing.last < inf else timing
