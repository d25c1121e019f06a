"""The calendar of a case: every date as an interval of days, relative ones counted from their anchors.

A case that knows things up to a day (``known_until``) says of all that it has as happened that it did by that day: an
event of October 2024 in a case locked on the 15th happened between the 1st and the 15th. Plans may lie later. The date
that a case stands at (``as_of``) is no such day: without ``known_until`` it may hold what happened afterwards. Only a
step's status is what held at that date, so that without ``known_until`` what is met was met by then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from detente.dates import Interval, PartialDate, RelativeDate

if TYPE_CHECKING:
    from detente.case.case import Case
    from detente.case.step import Step

UNKNOWN = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Calendar:
    """When things happened.

    Attributes
    ----------
    anchors
        The days of every event and step that has a date, by id.
    circular
        Ids whose dates are counted from each other.
    lock
        The last day that the case knows of; ``None`` where it states none.
    met_by
        The last day on which a step that is met can have been.
    """

    anchors: Mapping[str, Interval]
    circular: frozenset[str]
    lock: date | None
    met_by: date | None

    def of(self, moment: PartialDate | RelativeDate | None) -> Interval:
        """Return the days that ``moment`` may be, be it a plan or not; all days when nothing is stated."""
        if moment is None:
            return UNKNOWN
        if isinstance(moment, PartialDate):
            return moment.interval
        return moment.resolve(self.anchors.get(moment.anchor, UNKNOWN))

    def happened(self, moment: PartialDate | RelativeDate | None) -> Interval:
        """Return the days on which what the case has as happened may have: those up to its lock, if any is."""
        return UNKNOWN if moment is None else self.of(moment).until(self.lock)

    def of_step(self, step: Step) -> Interval:
        """Return the days that a step may be on: one that is met has happened, another one is a plan."""
        return self.of(step.date).until(self.met_by if step.date and step.status == "met" else None)


def calendar_of(case: Case) -> Calendar:
    """Return the calendar of a case; dates that hang in a circle, or on nothing, may be any day."""
    moments = {event.id: event.date for event in case.events}
    moments |= {step.id: step.date for step in case.steps if step.date is not None}
    lock = case.case.known_until.interval.latest if case.case.known_until else None
    met_by = lock or case.case.as_of.interval.latest
    ends = {event.id: lock for event in case.events}
    ends |= {step.id: met_by if step.status == "met" else None for step in case.steps if step.date is not None}
    anchors: dict[str, Interval] = {}
    circular: set[str] = set()
    for start in moments:
        chain = _chain(start, moments, anchors)
        if chain and isinstance(last := moments[chain[-1]], RelativeDate) and last.anchor in chain:
            circular.update(chain[chain.index(last.anchor) :])
        for name in reversed(chain):
            moment = moments[name]
            known = anchors.get(moment.anchor, UNKNOWN) if isinstance(moment, RelativeDate) else UNKNOWN
            days = moment.resolve(known) if isinstance(moment, RelativeDate) else moment.interval
            anchors[name] = days.until(ends[name])
    return Calendar(anchors, frozenset(circular), lock, met_by)


def _chain(start: str, moments: Mapping[str, PartialDate | RelativeDate], done: Mapping[str, Interval]) -> list[str]:
    """Return the ids that hang on each other from ``start`` on, up to one that is dated, done or met before."""
    chain: list[str] = []
    seen: set[str] = set()
    name = start
    while name in moments and name not in done and name not in seen:
        chain.append(name)
        seen.add(name)
        moment = moments[name]
        if isinstance(moment, PartialDate):
            break
        name = moment.anchor
    return chain
