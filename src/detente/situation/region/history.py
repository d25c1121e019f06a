"""Histories of descriptors: the last entry that certainly was made, and which others may come after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.dates import PartialDate, Truth
from detente.situation.answers import InState, Undetermined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.case.system import Descriptor, HistoryEntry
    from detente.situation.clock import Clock


@dataclass(slots=True)
class History:
    """What the dated entries of one descriptor say."""

    clock: Clock
    descriptor: Descriptor
    questions: list[Undetermined] = field(default_factory=list)

    def answer(self) -> InState:
        """Return the state of the last entry that certainly was made, and what others leave open."""
        certain = self._reached(Truth.TRUE)
        doubtful = self._reached(Truth.UNDETERMINED)
        last = certain[-1] if certain else None
        possible = dict.fromkeys([last.state] if last else [])
        for entry in certain[:-1]:
            if last and entry.state != last.state and not self._before(entry, last):
                possible[entry.state] = None
                self._unordered(entry, last)
        for entry in doubtful:
            if last is None or entry.state != last.state:
                possible[entry.state] = None
                what = f"the change of '{self.descriptor.label}' to “{self._called(entry.state)}”"
                self.questions.append(self.clock.vague(self.descriptor.id, entry.from_, what))
        if not certain and not doubtful:
            self._unknown()
        if self.questions or last is None:
            return InState(None, tuple(possible), None, tuple(self.questions))
        return InState(last.state, (last.state,), self._since(certain), ())

    def _reached(self, truth: Truth) -> list[HistoryEntry]:
        found = [each for each in self.descriptor.history if self._truth(each) is truth]
        return sorted(found, key=lambda each: self.clock.order(each.from_))

    def _truth(self, entry: HistoryEntry) -> Truth:
        """Return whether an entry was made; one without a date is what was so at first."""
        return Truth.TRUE if entry.from_ is None else self.clock.reached(entry.from_)

    def _before(self, entry: HistoryEntry, last: HistoryEntry) -> bool:
        """Whether an entry was certainly made before the last one, or is undated, as what was so at first."""
        if entry.from_ is None:
            return last.from_ is not None
        days = self.clock.calendar
        return days.happened(entry.from_).by(days.happened(last.from_)) is Truth.TRUE

    def _unordered(self, entry: HistoryEntry, last: HistoryEntry) -> None:
        one, other = self._called(entry.state), self._called(last.state)
        because = f"the dates leave open whether '{self.descriptor.label}' was “{one}” before or after “{other}”"
        self.questions.append(Undetermined(self.descriptor.id, because, "more exact dates of the two"))

    def _unknown(self) -> None:
        first = min((each.from_ for each in self.descriptor.history), key=self.clock.order, default=None)
        label = self.descriptor.label
        because = f"nothing says in which state '{label}' was" + (f" before {self.clock.said(first)}" if first else "")
        self.questions.append(Undetermined(self.descriptor.id, because, f"the state of '{label}' at {self.clock.date}"))

    def _called(self, state: str) -> str:
        return next((each.label for each in self.descriptor.states if each.id == state), state)

    def _since(self, certain: Sequence[HistoryEntry]) -> str | None:
        """Return since when it has been in its last state, over all entries that say so one after the other."""
        since = certain[-1]
        for entry in reversed(certain):
            if entry.state != since.state:
                break
            since = entry
        if since.from_ is None:
            return None
        if isinstance(since.from_, PartialDate):
            return since.from_.text
        return str(self.clock.calendar.happened(since.from_))
