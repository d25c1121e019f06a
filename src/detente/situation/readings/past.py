"""The past of a day: the records of a case without what certainly came later, and without ends that lay ahead.

What a reader is told of a day uses that day's knowledge. What may have come before or after stays, as such; what is
undated, and so read at the case's own date, is not told of earlier days. From that date on what lies later than all
that the case knows is a plan, and stays, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from detente.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case import Case
    from detente.case.actor import Actor
    from detente.case.commitment import Commitment
    from detente.case.episode import Episode
    from detente.case.issue import Issue
    from detente.case.measure import Measure
    from detente.case.negotiation_format import Format
    from detente.case.step import Step
    from detente.dates import PartialDate, RelativeDate
    from detente.situation.clock import Clock
    from detente.situation.situation import Situation


class _Dated(Protocol):
    @property
    def date(self) -> PartialDate | RelativeDate | None: ...


_D = TypeVar("_D", bound=_Dated)


def past_of(situation: Situation, clock: Clock) -> Case:
    """Return the case of a situation with what can have been said by its date.

    Parameters
    ----------
    clock
        The clock of the situation.
    """
    case, told = situation.case, _Told(situation, clock)
    undated = {} if clock.is_current else {"conclusions": (), "tensions": (), "forecasts": ()}
    return case.model_copy(
        update={
            "actors": tuple(map(told.actor, case.actors)),
            "events": tuple(each for each in case.events if situation.events[each.id].happened is not Truth.FALSE),
            "disclosures": told.said(case.disclosures),
            "episodes": tuple(map(told.episode, case.episodes)),
            "formats": tuple(told.format(each) for each in case.formats if told.came(each.from_)),
            "issues": tuple(issue for each in case.issues if (issue := told.issue(each)) is not None),
            "positions": told.dated(case.positions),
            "commitments": tuple(owed for each in case.commitments if (owed := told.owed(each)) is not None),
            "relations": told.dated(case.relations),
            "measures": tuple(seen for each in case.measures if (seen := told.measure(each)) is not None),
            "steps": tuple(each for each in case.steps if told.knows(each)),
            **undated,
        }
    )


class _Told:
    """What of each record can have been said by a date."""

    def __init__(self, situation: Situation, clock: Clock) -> None:
        self._situation = situation
        self._clock = clock

    def came(self, when: PartialDate | RelativeDate | None) -> bool:
        """Whether something that begins with a date may have begun; without one that cannot be said."""
        return when is None or self._clock.passed(when) is not Truth.FALSE or self._is_plan(when)

    def dated(self, records: Iterable[_D]) -> tuple[_D, ...]:
        """Return the records that may have come by the date."""
        return tuple(each for each in records if self._read(each.date))

    def said(self, words: Iterable[_D]) -> tuple[_D, ...]:
        """Return the words that may have been spoken by the date; a word is no plan, so none lies ahead."""
        return tuple(each for each in self.dated(words) if self._clock.happened(each.date) is not Truth.FALSE)

    def _read(self, when: PartialDate | RelativeDate | None) -> bool:
        """Whether something may have been read by the date; what is undated, at the case's own."""
        return self._clock.is_current if when is None else self.came(when)

    def _over(self, when: PartialDate | RelativeDate | None) -> bool:
        """Whether an end may have come by the date, or was planned."""
        return when is not None and self.came(when)

    def _is_plan(self, when: PartialDate | RelativeDate) -> bool:
        """Whether a date lies later than all that the case knows, seen from its own date or later."""
        last, first = self._clock.last_known, self._clock.calendar.of(when).earliest
        return self._clock.is_current and last is not None and first is not None and first > last

    def actor(self, actor: Actor) -> Actor:
        """Return an actor with the offices that it may have held."""
        offices = tuple(
            office if office.to is None or self._over(office.to) else office.model_copy(update={"to": None})
            for office in actor.offices
            if self.came(office.from_)
        )
        return actor if offices == actor.offices else actor.model_copy(update={"offices": offices})

    def episode(self, episode: Episode) -> Episode:
        """Return an episode without motives and likenesses, which bear no dates, on a day before the case's own."""
        if self._clock.is_current:
            return episode
        bare = tuple(each.model_copy(update={"motive": ()}) for each in episode.incidents)
        return episode.model_copy(update={"incidents": bare, "resembles": ()})

    def format(self, track: Format) -> Format:
        """Return a negotiation track without an end that lay ahead, and without what it may have led to later.

        Its venues and what it produced bear no dates: while it may go on they are those of the case's own date.
        """
        if not self._clock.is_current:
            track = track.model_copy(update={"turns": self.dated(track.turns), "coupled_with": ()})
        if not self._clock.is_current and self._clock.passed(track.to) is not Truth.TRUE:
            track = track.model_copy(update={"venues": (), "outputs": ()})
        return track if track.to is None or self._over(track.to) else track.model_copy(update={"to": None})

    def issue(self, issue: Issue) -> Issue | None:
        """Return an issue with the times that it may have been on the agenda; ``None`` where all lay ahead."""
        if not issue.on_agenda:
            absent = issue.on_agenda is None or self._clock.is_current
            return issue if absent else issue.model_copy(update={"on_agenda": None})
        kept = tuple(
            each if each.to is None or self._over(each.to) else each.model_copy(update={"to": None})
            for each in issue.on_agenda
            if self.came(each.from_)
        )
        return issue.model_copy(update={"on_agenda": kept}) if kept else None

    def owed(self, owed: Commitment) -> Commitment | None:
        """Return a commitment with what may have become of it; ``None`` where all of that lay ahead."""
        kept = tuple(each for each in owed.status if self._read(each.from_))
        return owed.model_copy(update={"status": kept}) if kept or not owed.status else None

    def measure(self, measure: Measure) -> Measure | None:
        """Return a measure with what may have been observed of it; ``None`` where all of that lay ahead."""
        kept = self.dated(measure.observations)
        return measure.model_copy(update={"observations": kept}) if kept or not measure.observations else None

    def knows(self, step: Step) -> bool:
        """Whether a step may have been met, or lay ahead by what was read at the date."""
        if self._situation.case.roadmap is not None or self._clock.is_current:
            return True
        return self._situation.steps[step.id] is not Truth.FALSE
