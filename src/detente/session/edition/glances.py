"""Glances: briefs of the same case at earlier dates that it names, and in its scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.reading import Reading
from detente.case.shape import records_at
from detente.dates import Interval, PartialDate, Truth
from detente.findings import Glance
from detente.session.errors import CaseError
from detente.situation import ScenarioError
from detente.situation.readings.day import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from detente.findings import Brief
    from detente.study import Moment

_DATES = 3
_SCENARIOS = 2
_NAMING = tuple(key for key in SECTIONS if key != "system")
"""Sections whose readings begin at a date worth looking at; the many effects of a region begin at any."""


def glances(moment: Moment, brief: Callable[[Moment], Brief]) -> tuple[Glance, ...]:
    """Return briefs of the same case at earlier dates that it names, and in its first scenarios.

    The dates are that of the moment and, before it, the last ones from which on some reading of the case holds; what is
    in a scenario is looked at in this one and without any. What cannot be modelled then is left out.
    """
    study, own = moment.study, moment.scenario
    scenarios = [None, *((own,) if own is not None else study.alternatives[:_SCENARIOS])]
    found = []
    for day in dates(moment):
        for scenario in scenarios:
            if day == moment.as_of and scenario == own:
                continue
            try:
                then = brief(study.at(day, scenario))
            except (CaseError, ScenarioError):
                continue
            found.append(Glance(str(day), scenario.label if scenario else "", then))
    return tuple(found)


def dates(moment: Moment) -> tuple[PartialDate, ...]:
    """Return up to three dates, the latest first: that of the moment, and before it when readings began to hold."""
    own = moment.as_of.interval
    named = {when for when in _begun(moment) if when != own and when.by(own) is Truth.TRUE}
    days = sorted((each.earliest for each in named if each.earliest is not None), reverse=True)
    earlier = (PartialDate(day.isoformat(), Interval.day(day)) for day in days[: _DATES - 1])
    return (moment.as_of, *earlier)


def _begun(moment: Moment) -> Iterator[Interval]:
    """Yield the days from which on some reading holds, where these are known to the day."""
    case, clock = moment.study.case, moment.clock
    for key in _NAMING:
        for _, record in records_at(getattr(case, key), (key,)):
            if isinstance(record, Reading) and record.from_ is not None:
                days = clock.calendar.of(record.from_)
                if days.is_day:
                    yield days
