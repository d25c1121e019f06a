"""Intervals of days: what a partial date says, and how it compares with another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from detente.dates.truth import Truth

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The days on which something may have happened.

    Attributes
    ----------
    earliest, latest
        First and last possible day, both included; ``None`` where no bound is stated.
    """

    earliest: date | None
    latest: date | None

    @classmethod
    def day(cls, when: date) -> Interval:
        """Return the interval of a single known day."""
        return cls(when, when)

    @property
    def is_day(self) -> bool:
        """Whether only one day is possible."""
        return self.earliest is not None and self.earliest == self.latest

    def by(self, moment: Interval) -> Truth:
        """Return whether this lies on or before ``moment``.

        True only if every possible day does, false only if none does, else undetermined.
        """
        if self.latest is not None and moment.earliest is not None and self.latest <= moment.earliest:
            return Truth.TRUE
        if self.earliest is not None and moment.latest is not None and self.earliest > moment.latest:
            return Truth.FALSE
        return Truth.UNDETERMINED

    def until(self, last: date | None) -> Interval:
        """Return the days on or before ``last``; all of them where none is, or where ``last`` is ``None``."""
        if last is None or (self.earliest is not None and self.earliest > last):
            return self
        return Interval(self.earliest, last if self.latest is None else min(self.latest, last))

    def before(self) -> Interval:
        """Return the days strictly before every reading of this interval that allows them."""
        return Interval(None, None if self.latest is None else _step(self.latest, -ONE_DAY))

    def after(self) -> Interval:
        """Return the days strictly after some reading of this interval."""
        return Interval(None if self.earliest is None else _step(self.earliest, ONE_DAY), None)

    def span_to(self, end: Interval) -> Interval:
        """Return the interval from the start of this one to the end of ``end``."""
        return Interval(self.earliest, end.latest)

    def __str__(self) -> str:
        if self.is_day:
            return str(self.earliest)
        return f"{self.earliest or '..'}/{self.latest or '..'}"


def _step(day: date, delta: timedelta) -> date:
    """Return ``day`` moved by ``delta``, stopping at the ends of the calendar."""
    try:
        return day + delta
    except OverflowError:
        return day
