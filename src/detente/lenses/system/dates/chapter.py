"""The region at each date at which it changed, for programs: its states, and what pushed it then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import Truth, parse_edtf
from detente.lenses.chapter import Chapter
from detente.lenses.system.now import pressures_in
from detente.lenses.system.region import region
from detente.lenses.system.results import AtDate, Dates
from detente.models.system.model import model_system
from detente.situation.region import states_of
from detente.situation.steps import met_steps, plans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from detente.case.reading import Reading
    from detente.case.system import Descriptor, System
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region
    from detente.situation.clock import Clock


def find(look: Look[SystemOptions]) -> Dates | None:
    """Return the region at the dates at which it changed; ``None`` where the case has no region at the date."""
    return look.once(over_time)


def over_time(look: Look[SystemOptions]) -> Dates | None:
    """Return the same, worked out anew: chapters ask for it once."""
    found = look.once(region)
    return Dates(tuple(_dates(look, found))) if found is not None else None


def _dates(look: Look[SystemOptions], found: Region) -> Iterator[AtDate]:
    before = None
    for day in sorted(_days(look, found)):
        clock = replace(look.moment.clock, case=look.case, date=parse_edtf(day.isoformat()))
        configuration = found.configuration(states_of(clock, met_steps(clock, plans(clock), []), []))
        if configuration is not None and configuration != before:
            before = configuration
            judged = replace(
                found, model=model_system(_reached(found.system, clock), cited_only=found.options.cited_only)
            )
            yield AtDate(day.isoformat(), found.ids(configuration), pressures_in(judged, configuration))


def _reached(system: System, clock: Clock) -> System:
    """Return the judgements of today without those that say themselves that they hold only since later."""
    lists = {
        "impacts": tuple(each for each in system.impacts if not _is_later(each, clock)),
        "background": tuple(each for each in system.background if not _is_later(each, clock)),
        "requirements": tuple(each for each in system.requirements if not _is_later(each, clock)),
        "descriptors": tuple(_opened(each, clock) for each in system.descriptors),
    }
    return system.model_copy(update=lists)


def _opened(descriptor: Descriptor, clock: Clock) -> Descriptor:
    """Return a descriptor without the closures that came later."""
    states = tuple(
        state.model_copy(update={"closed": None}) if state.closed and _is_later(state.closed, clock) else state
        for state in descriptor.states
    )
    return descriptor.model_copy(update={"states": states})


def _is_later(reading: Reading, clock: Clock) -> bool:
    return reading.from_ is not None and clock.reached(reading.from_) is Truth.FALSE


def _days(look: Look[SystemOptions], found: Region) -> Iterator[date]:
    """Yield the last day on which each change that is told of may have come, up to the date."""
    end = look.moment.as_of.interval.latest
    for each in found.descriptors:
        for entry in each.history:
            days = look.situation.calendar.happened(entry.from_) if entry.from_ is not None else None
            if days is not None and days.latest is not None and (end is None or days.latest <= end):
                yield days.latest
    if end is not None:
        yield end


CHAPTER = Chapter("dates", 20, find)
