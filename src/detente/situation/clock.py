"""The clock of a case: the date that it stands at, and comparisons with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as calendar_date

from detente.case import Case
from detente.case.calendar import Calendar
from detente.dates import Interval, PartialDate, RelativeDate, Truth
from detente.situation.answers import Undetermined


@dataclass(frozen=True, slots=True)
class Clock:
    """A case, its calendar, what its records are called, and the date it stands at."""

    case: Case
    calendar: Calendar
    names: Mapping[str, str]
    date: PartialDate

    def passed(self, when: PartialDate | RelativeDate | None) -> Truth:
        """Return whether ``when``, which may be a plan, lies on or before the date."""
        return self.calendar.of(when).by(self.date.interval)

    def happened(self, when: PartialDate | RelativeDate | None) -> Truth:
        """Return whether what the case has as happened ``when`` did so on or before the date."""
        return self.calendar.happened(when).by(self.date.interval)

    def reached(self, when: PartialDate | RelativeDate | None) -> Truth:
        """Return whether what came about ``when`` had by the date; what is undated holds at the case's own."""
        if when is None:
            return Truth.TRUE if self.is_current else Truth.UNDETERMINED
        return self.happened(when)

    def order(self, when: PartialDate | RelativeDate | None) -> tuple[bool, calendar_date, calendar_date]:
        """Return what to sort what happened ``when`` by: the undated first, then by last and first possible day."""
        days = self.calendar.happened(when)
        return (days.latest is not None, days.latest or calendar_date.min, days.earliest or calendar_date.min)

    def not_past(self, when: PartialDate | RelativeDate | None) -> Truth:
        """Return whether the date lies on or before ``when``; nothing stated is no end."""
        return Truth.TRUE if when is None else self.date.interval.by(self.calendar.of(when))

    @property
    def last_known(self) -> calendar_date | None:
        """The last day that the case can know: of its own date or its information lock; ``None`` for no end."""
        header = self.case.case
        known = [header.as_of.interval.latest, header.known_until.interval.latest if header.known_until else None]
        return max((day for day in known if day is not None), default=None)

    @property
    def is_known(self) -> bool:
        """Whether the date lies within what the case can know."""
        last = self.last_known
        return last is None or self.date.interval.by(Interval.day(last)) is Truth.TRUE

    @property
    def is_current(self) -> bool:
        """Whether the date is not earlier than the case's own, so that what is undated in it holds."""
        own = self.case.case.as_of.interval
        return own.by(self.date.interval) is Truth.TRUE or own == self.date.interval

    def said(self, when: PartialDate | RelativeDate | None) -> str:
        """Return a date in words, with the name of what it is counted from."""
        if not isinstance(when, RelativeDate):
            return "a date nobody stated" if when is None else str(when)
        far = f"{when.by} " if when.by else ""
        return f"{far}{when.direction} '{self.names.get(when.anchor, when.anchor)}'"

    def vague(self, name: str, when: PartialDate | RelativeDate | None, what: str) -> Undetermined:
        """Return the open question of something whose date may lie on either side of the date.

        An event that it is counted from is not named while it lies ahead.
        """
        if when is None:
            return Undetermined(name, f"no source dates {what}", f"the date of {what}")
        interval = self.calendar.of(when)
        said = str(when)
        if isinstance(when, RelativeDate):
            anchor = next((event for event in self.case.events if event.id == when.anchor), None)
            ahead = anchor is not None and self.happened(anchor.date) is Truth.FALSE
            said = f"{'counted from something later' if ahead else self.said(when)} ({interval})"
        because = f"the date of {what}, {said}, may lie before or after {self.date}"
        return Undetermined(name, because, f"a more exact date of {what}")
