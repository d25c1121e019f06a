"""Whether a reading holds at a date, and which dates leave that open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth

if TYPE_CHECKING:
    from detente.case.reading import Moment, Reading
    from detente.situation.clock import Clock


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading of which the date leaves open whether it holds.

    Attributes
    ----------
    date
        The date that decides it, as the case writes it: all readings of one date hold or fail together.
    section
        The section of the case it stands in.
    id, what
        Its id, or that of what it takes its date from, and what to call it.
    when
        The date that decides it.
    ends
        Whether it is the end of the reading.
    """

    date: str
    section: str
    id: str
    what: str
    when: Moment
    ends: bool


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
        By date as the case writes it: whether it is taken to have come, where that cannot be said.
    doubts
        What was left open by the dates asked about so far.
    missed
        By section, since when those readings hold that do not yet, and until when those did that do no more.
    """

    clock: Clock
    met: Callable[[], Mapping[str, Truth]]
    assumed: Mapping[str, bool] = field(default_factory=dict)
    doubts: dict[Doubt, None] = field(default_factory=dict)
    missed: dict[tuple[str, bool], list[Moment]] = field(default_factory=dict)

    def holds(self, read: Read) -> bool:
        """Return whether a reading holds.

        Dates of which that cannot be said are noted, and have not come unless that is assumed.
        """
        begun = self._begun(read)
        if begun is Truth.FALSE:
            return False
        over = self._over(read)
        return begun is Truth.TRUE and over is Truth.FALSE

    def _begun(self, read: Read) -> Truth:
        owner = next((k for k in reversed(range(len(read.records))) if read.records[k].from_ is not None), None)
        own = self.clock.case.case.as_of
        since: Moment = own if owner is None else (read.records[owner].from_ or own)
        answer = self._settled(self._has_come(since), since, read, owner or 0, ends=False)
        if answer is Truth.FALSE:
            self.missed.setdefault((read.section, False), []).append(since)
        return answer

    def _over(self, read: Read) -> Truth:
        owner = next((k for k in reversed(range(len(read.records))) if read.records[k].to is not None), None)
        until = None if owner is None else read.records[owner].to
        if owner is None or until is None:
            return Truth.FALSE
        answer = self._settled(self._is_over(until), until, read, owner, ends=True)
        if answer is Truth.TRUE:
            self.missed.setdefault((read.section, True), []).append(until)
        return answer

    def _settled(self, answer: Truth, when: Moment, read: Read, owner: int, *, ends: bool) -> Truth:
        """Return an answer; where there is none, what is assumed, else that the date has not come, and note it."""
        if answer is not Truth.UNDETERMINED:
            return answer
        name, what = read.names[owner]
        self.doubts[Doubt(str(when), read.section, name, what, when, ends)] = None
        return Truth.of(self.assumed.get(str(when), False))

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
