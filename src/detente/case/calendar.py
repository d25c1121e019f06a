"""The calendar of a case: every date as an interval of days, relative ones counted from their anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.case.case import Case
from detente.dates import Interval, PartialDate, RelativeDate

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
    """

    anchors: Mapping[str, Interval]
    circular: frozenset[str]

    def of(self, moment: PartialDate | RelativeDate | None) -> Interval:
        """Return the days that ``moment`` may be; all days when nothing is stated."""
        if moment is None:
            return UNKNOWN
        if isinstance(moment, PartialDate):
            return moment.interval
        return moment.resolve(self.anchors.get(moment.anchor, UNKNOWN))


def calendar_of(case: Case) -> Calendar:
    """Return the calendar of a case; dates that hang in a circle, or on nothing, may be any day."""
    moments = {event.id: event.date for event in case.events}
    moments |= {step.id: step.date for step in case.steps if step.date is not None}
    anchors: dict[str, Interval] = {}
    circular: set[str] = set()
    for start in moments:
        chain = _chain(start, moments, anchors)
        if chain and isinstance(last := moments[chain[-1]], RelativeDate) and last.anchor in chain:
            circular.update(chain[chain.index(last.anchor) :])
        for name in reversed(chain):
            moment = moments[name]
            known = anchors.get(moment.anchor, UNKNOWN) if isinstance(moment, RelativeDate) else UNKNOWN
            anchors[name] = moment.resolve(known) if isinstance(moment, RelativeDate) else moment.interval
    return Calendar(anchors, frozenset(circular))


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
