"""Validity: since when and until when a reading holds, and what can be said of two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from detente.dates import RelativeDate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from detente.case.calendar import Calendar
    from detente.case.header import Header
    from detente.case.reading import Moment, Reading


@dataclass(frozen=True, slots=True)
class Validity:
    """The time of a reading.

    Attributes
    ----------
    since, until
        Its beginning, and its end where one is stated.
    """

    since: Moment
    until: Moment | None

    def never_is(self, calendar: Calendar) -> bool:
        """Whether it certainly ends before it begins."""
        return self.until is not None and _is_past(self.until, self.since, calendar)

    def is_apart(self, other: Validity, calendar: Calendar) -> bool:
        """Whether no day can lie in both."""
        return any(
            first.until is not None and _is_past(first.until, second.since, calendar)
            for first, second in ((self, other), (other, self))
        )


def narrowest(records: Sequence[Reading], bound: Literal["from_", "to"]) -> int | None:
    """Return which of some readings, each inside the one before, says when the last begins or ends: the narrowest.

    ``None`` where none does.
    """
    return next((k for k in reversed(range(len(records))) if getattr(records[k], bound) is not None), None)


def validity_of(records: Sequence[Reading], header: Header) -> Validity:
    """Return the time of a reading.

    Parameters
    ----------
    records
        What it stands in and the reading itself, the widest first: what the narrowest says counts.
    header
        Of the case, whose date is the beginning where none is stated.
    """
    first, last = narrowest(records, "from_"), narrowest(records, "to")
    since = None if first is None else records[first].from_
    return Validity(since or header.as_of, None if last is None else records[last].to)


def _is_past(end: Moment, start: Moment, calendar: Calendar) -> bool:
    """Whether what ends at one date is certainly over on the day on which something begins at another."""
    if end == start:
        return isinstance(end, RelativeDate) and end.is_anchor
    last, first = _day(end, calendar), _day(start, calendar, earliest=True)
    if last is None or first is None:
        return False
    over = isinstance(end, RelativeDate) and end.is_anchor  # by then it has come about, and what it ends is over
    return last < first + timedelta(days=over)


def _day(when: Moment, calendar: Calendar, *, earliest: bool = False) -> date | None:
    """Return the last or first day that a date may be; ``None`` for that of a step, which may come about otherwise."""
    if isinstance(when, RelativeDate) and when.direction == "step":
        return None
    days = calendar.of(when)
    return days.earliest if earliest else days.latest
