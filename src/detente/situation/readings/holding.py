"""Whether a reading holds at a date, and which dates leave that open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from detente.case.calendar import UNKNOWN
from detente.case.validity import narrowest
from detente.dates import Interval, RelativeDate, Truth
from detente.dates.interval import ONE_DAY
from detente.situation.readings.origins import Origins

if TYPE_CHECKING:
    from detente.case.reading import Moment, Reading
    from detente.case.record import Record
    from detente.situation.clock import Clock

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading of which the date leaves open whether it holds.

    Attributes
    ----------
    section
        The section of the case it stands in.
    id, what
        Its id, or that of what it takes its date from, and what to call it.
    when
        The date that decides it.
    ends
        Whether it is the end of the reading.
    turn
        What has come once the reading has begun or ended: all readings of one turn hold or fail together.
    days
        The days on which that may come.
    """

    section: str
    id: str
    what: str
    when: Moment
    ends: bool
    turn: str
    days: Interval


@dataclass(frozen=True, slots=True)
class Read:
    """A reading and what it stands in.

    Attributes
    ----------
    section
        The section of the case.
    records
        The section's record and those below it, down to the reading.
    names
        Of each, its id and what to call it.
    """

    section: str
    records: tuple[Reading, ...]
    names: tuple[tuple[str, str], ...]

    def below(self, record: Reading, name: str | None, what: str) -> Read:
        """Return a reading inside this one; one without a name is spoken of by what it stands in."""
        named = (name or self.names[-1][0], what)
        return Read(self.section, (*self.records, record), (*self.names, named))


class _Bound(NamedTuple):
    """The beginning or end of a reading, with the id of what states it and what to call that."""

    section: str
    names: tuple[str, str]
    when: Moment
    ends: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """Which readings hold at a date.

    Attributes
    ----------
    clock
        The case and the date.
    met
        Whether each step is met, asked for only where a reading hangs on one.
    assumed
        The turns that are taken to have come, where that cannot be said.
    doubts
        What was left open by the dates asked about so far.
    missed
        By section, since when those readings hold that do not yet, and until when those did that do no more.
    origins
        Which record of the case as written each is that was shortened.
    """

    clock: Clock
    met: Callable[[], Mapping[str, Truth]]
    assumed: frozenset[str] = frozenset()
    doubts: dict[Doubt, None] = field(default_factory=dict)
    missed: dict[tuple[str, bool], list[Moment]] = field(default_factory=dict)
    origins: Origins = field(default_factory=Origins)

    def called(self, name: str) -> str:
        """Return what to call a record, by its id."""
        return self.clock.names.get(name, name)

    def copy(self, record: R, changes: Mapping[str, Any]) -> R:
        """Return a record with what is left of it at the date, and remember of which it is."""
        return self.origins.copy(record, changes)

    def holds(self, read: Read) -> bool:
        """Return whether a reading holds.

        Dates of which that cannot be said are noted, and have not come unless that is assumed.
        """
        since, until = self._since(read), self._until(read)
        begun = self._has_come(since.when)
        over = Truth.FALSE if until is None else self._is_over(until.when)
        if begun is Truth.FALSE:
            self.missed.setdefault((read.section, False), []).append(since.when)
        if over is Truth.TRUE and until is not None:
            self.missed.setdefault((read.section, True), []).append(until.when)
        if begun is Truth.FALSE or over is Truth.TRUE:
            return False  # whatever the other date may be
        lasting = until is None or self._settled(~over, until)  # noted, whether it has begun or not
        return self._settled(begun, since) and lasting

    def is_vague(self, when: Moment) -> bool:
        """Whether nobody can say, by its days alone, that a date has come or that it has not."""
        return self.clock.passed(when) is Truth.UNDETERMINED

    def has_come(self, section: str, names: tuple[str, str], when: Moment) -> bool:
        """Return whether a date has come, noting it where that cannot be said.

        Parameters
        ----------
        section, names, when
            The section of the case in which the date stands, the id of what it belongs to and what is so since then,
            and the date.
        """
        return self._settled(self._has_come(when), _Bound(section, names, when, ends=False))

    def _since(self, read: Read) -> _Bound:
        """Return since when a reading holds."""
        owner = narrowest(read.records, "from_") or 0
        return _Bound(read.section, read.names[owner], read.records[owner].from_ or self.clock.case.case.as_of, False)

    def _until(self, read: Read) -> _Bound | None:
        """Return until when a reading holds; ``None`` where no end is stated."""
        owner = narrowest(read.records, "to")
        until = None if owner is None else read.records[owner].to
        return None if owner is None or until is None else _Bound(read.section, read.names[owner], until, True)

    def _doubt(self, bound: _Bound) -> Doubt:
        """Return a date of which nobody can say whether it has come, as what is doubted."""
        days, when = self._days(bound.when), bound.when
        if not bound.ends or (isinstance(when, RelativeDate) and when.is_anchor):
            return Doubt(bound.section, *bound.names, when, bound.ends, _turn(when, days), days)
        after = Interval(_next(days.earliest), _next(days.latest))
        return Doubt(bound.section, *bound.names, when, True, _turn(when, after, over=True), after)

    def _days(self, when: Moment) -> Interval:
        """Return the days that a date may be; any day for a step, which may come about on another than its own."""
        if isinstance(when, RelativeDate) and when.direction == "step":
            return UNKNOWN
        return self.clock.calendar.of(when)

    def _settled(self, answer: Truth, bound: _Bound) -> bool:
        """Return an answer; where there is none, it is noted, and is what follows from the date as it is assumed."""
        if answer is Truth.UNDETERMINED:
            doubt = self._doubt(bound)
            self.doubts[doubt] = None
            return (doubt.turn in self.assumed) is not doubt.ends
        return answer is Truth.TRUE

    def _has_come(self, when: Moment) -> Truth:
        if isinstance(when, RelativeDate) and when.direction == "step":
            return self.met().get(when.anchor, Truth.FALSE)
        return Truth.TRUE if self._is_now(when) else self.clock.passed(when)

    def _is_over(self, when: Moment) -> Truth:
        if isinstance(when, RelativeDate) and when.is_anchor:
            return self._has_come(when)
        return Truth.FALSE if self._is_now(when) else ~self.clock.not_past(when)

    def _is_now(self, when: Moment) -> bool:
        """Whether a date is that of the question itself, as roughly known as it may be."""
        return not isinstance(when, RelativeDate) and when.interval == self.clock.date.interval


def _turn(when: Moment, days: Interval, *, over: bool = False) -> str:
    """Return what to call that a date has come, or is over: by its day, where only one is possible."""
    return str(days) if days.is_day else f"{when} over" if over else str(when)


def _next(day: date | None) -> date | None:
    return None if day is None or day == date.max else day + ONE_DAY
