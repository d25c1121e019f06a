"""Plans: when each step was to come about, as far as the case could know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.dates import Interval, PartialDate
from detente.models.roadmap.model import model_roadmap, planned
from detente.situation.steps import met_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.situation.clock import Clock


def plans(clock: Clock) -> Mapping[str, Interval]:
    """Return the days on which the roadmap had each unmet step coming; nothing at a date that the case knows.

    The roadmap is worked out on the last day that the case knows, so that every lens shares one calendar. What has a
    last day has a first one: nothing unmet comes about before that day.
    """
    last = clock.last_known
    if clock.is_known or last is None:
        return {}
    known = replace(clock, date=PartialDate(last.isoformat(), Interval.day(last)))
    met = met_steps(known, [])
    days = planned(model_roadmap(clock.case.steps, met, clock.calendar, as_of=Interval.day(last)))
    return {name: Interval(each.earliest or last, each.latest) if each.latest else each for name, each in days.items()}
