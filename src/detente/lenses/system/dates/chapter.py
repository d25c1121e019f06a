"""The region as it is, and as it was at each date at which it changed: its states, and what pushed it then."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.dates import Truth, parse_edtf
from detente.dates.words import plain_date
from detente.findings import Column, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.system.coders import find as coders_of
from detente.lenses.system.dates.picture import picture
from detente.lenses.system.now import headline, method, pressures_in, pushed, unknown
from detente.lenses.system.region import region
from detente.lenses.system.results import AtDate, Dates
from detente.lenses.wording import counted, listed, one_or_many, sentence
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
    from detente.lenses.system.results import Pressure
    from detente.situation.clock import Clock

_COLUMNS = (Column("date", "Date", "date"), Column("changed", "What had changed"), Column("pushed", "Under pressure"))
_MONTH = len("2024-10")


def find(look: Look[SystemOptions]) -> Dates | None:
    """Return the region at the dates at which it changed; ``None`` where the case has no region at the date."""
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


def show(over: Dates, look: Look[SystemOptions]) -> Finding | None:
    """Say what is under pressure, and show how the region came to be as it is and what pushed it."""
    found = look.once(region)
    if found is None or not found.descriptors:
        return None
    several = len(over.dates) > 1
    return Finding(
        "What holds the region as it is",
        f"{headline(found)} {_changed_since(found, over)}" if several else headline(found),
        statements=(
            *(unknown(look) if found.now is None else pushed(found, found.now)),
            *((_hindsight(over),) if several else ()),
            *_judged(found, look),
        ),
        figures=(picture(found, over, _table(found, over)),) if several else (),
        method=method(found),
        id="region",
    )


def _judged(found: Region, look: Look[SystemOptions]) -> Iterator[Statement]:
    """Yield how alike those judged who did, and what the case notes of the whole."""
    agreed = coders_of(look)
    if agreed is not None and agreed.coders is not None and agreed.coders.same_sign is not None:
        share = round(100 * agreed.coders.same_sign)
        yield Statement(f"Those who judged apart agree on which way things push in {share} of 100 cases.")
    if found.system.note:
        yield Statement(sentence(found.system.note))


def _table(found: Region, over: Dates) -> Table:
    rows = (
        Row((each.date, _changed(found, before, each), _told(found, each.pressures))) for before, each in _pairs(over)
    )
    return Table("dates", "The region at the dates of its changes", _COLUMNS, tuple(rows))


def _pairs(over: Dates) -> Iterator[tuple[AtDate | None, AtDate]]:
    """Yield each date after the one before it."""
    yield from zip((None, *over.dates), over.dates, strict=False)


def _changed_since(found: Region, over: Dates) -> str:
    """Return how much is otherwise than at first."""
    first, *_, last = over.dates
    changed = sum(first.states[each.id] != last.states[each.id] for each in found.descriptors)
    are, since = one_or_many(changed, "is", "are"), plain_date(first.date[:_MONTH])
    return f"Of {counted(len(found.descriptors), 'condition')} of the region {changed} {are} otherwise than in {since}."


def _hindsight(over: Dates) -> Statement:
    """Return how often a condition that was pushed moved there next, which nobody foresaw."""
    knew = "Whoever made these judgements knew what came next."
    pushes = [
        any(later.states[name] == one.toward for one in each.pressures if one.descriptor == name)
        for each, later in pairwise(over.dates)
        for name in {one.descriptor for one in each.pressures}
    ]
    if not pushes:
        return Statement(f"The model sees nothing pushed before today. {knew}")
    return Statement(
        f"Of {counted(len(pushes), 'push', 'pushes')} at earlier dates {sum(pushes)} came about next. {knew}"
    )


def _changed(found: Region, before: AtDate | None, now: AtDate) -> str:
    """Return what is otherwise than at the date before; of the first, every state."""
    told = [
        f"{each.label}: {next(state.label for state in each.states if state.id == now.states[each.id])}"
        for each in found.descriptors
        if before is None or before.states[each.id] != now.states[each.id]
    ]
    return "; ".join(told)


def _told(found: Region, pressures: tuple[Pressure, ...]) -> str:
    labels = {each.id: each for each in found.descriptors}
    told = []
    for each in pressures:
        own = labels[each.descriptor]
        state = next(state.label for state in own.states if state.id == each.toward)
        told.append(f"{own.label} to “{state}”")
    return listed(told) if told else "nothing"


CHAPTER = Chapter("dates", 20, find, show)
