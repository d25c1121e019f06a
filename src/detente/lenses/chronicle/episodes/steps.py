"""The steps of episodes on record, in order, and pairs of episodes between the same sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.chronicle.episodes.told import Act, Episodes, Level, Pair, Step, Told
from detente.lenses.chronicle.events.record import on_record
from detente.models.chronicle.episodes import EpisodeOrder

if TYPE_CHECKING:
    from detente.case.episode import Episode, Incident
    from detente.case.event import Event
    from detente.case.relation import Relation
    from detente.situation import Situation

_LEVELS: Mapping[str | None, Level] = MappingProxyType({"conflictual": "raised", "cooperative": "lowered"})


def told_of(situation: Situation, episodes: tuple[Episode, ...]) -> Episodes:
    """Return episodes as far as they were on record by the date, the earliest first."""
    reader = _Reader(situation)
    found = {each.id: Told(each.between, tuple(reader.steps(each))) for each in episodes}
    kept = {name: told for name, told in found.items() if told.incidents}
    ordered = {name: kept[name] for name in sorted(kept, key=lambda name: (*_begun(kept[name]), name))}
    return Episodes(ordered, tuple(_pairs(ordered)))


def acts_of(told: Told) -> tuple[Act, ...]:
    """Return the kinds of step of an episode, each once, in order."""
    return tuple(dict.fromkeys(Act(step.role, step.by) for step in told.incidents))


def _begun(told: Told) -> tuple[str, str]:
    """Return what episodes are sorted by: the bounds of their first steps."""
    first = told.incidents[0]
    return first.earliest or "", first.latest or "9999-12-31"


def _pairs(told: Mapping[str, Told]) -> Iterator[Pair]:
    before: dict[frozenset[str], str] = {}
    for name, episode in told.items():
        sides = frozenset(episode.between)
        if sides in before:
            first, second = acts_of(told[before[sides]]), acts_of(episode)
            yield Pair(
                before[sides],
                name,
                tuple(act for act in first if act in second),
                tuple(act for act in first if act not in second),
                tuple(act for act in second if act not in first),
            )
        if sides:
            before[sides] = name


class _Reader:
    """Reads episodes of one situation."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._events: Mapping[str, Event] = {event.id: event for event in situation.case.events}
        self._above = {actor.id: actor.part_of for actor in situation.case.actors}
        self._acts: dict[str, list[Relation]] = {}
        for relation in situation.case.relations:
            self._acts.setdefault(relation.event or "", []).append(relation)

    def steps(self, episode: Episode) -> Iterator[Step]:
        """Yield the steps that may have been on record, in order; what is answered only later was not there."""
        sequence = EpisodeOrder(episode, self._situation.calendar)
        bounds = dict(zip(sequence.events, zip(sequence.chain.first, sequence.chain.last, strict=True), strict=True))
        today = self._situation.as_of.interval.latest
        sure = True
        for incident, follows in sequence.in_order():
            first, last = bounds[incident.event]
            is_later = today is not None and first > today.toordinal()
            sure = sure and follows
            if is_later or on_record(self._situation, self._events[incident.event]) is Truth.FALSE:
                continue
            yield Step(
                incident.event,
                incident.role,
                self._by(episode, incident),
                incident.answers,
                _iso(first),
                _iso(last),
                Truth.TRUE if sure else Truth.UNDETERMINED,
                self._level(incident.event),
            )
            sure = True

    def _by(self, episode: Episode, incident: Incident) -> str | None:
        """Return the side that took a step, if that is known to be one."""
        acted = [incident.by] if incident.by else [each.from_ for each in self._acts.get(incident.event, ())]
        sides = {self._side(episode, actor) for actor in acted}
        return sides.pop() if len(sides) == 1 else None

    def _side(self, episode: Episode, actor: str | None) -> str | None:
        """Return the side that an actor is, or belongs to."""
        seen = set[str]()
        while actor is not None and actor not in episode.between and actor not in seen:
            seen.add(actor)
            actor = self._above.get(actor)
        return actor if actor in episode.between else None

    def _level(self, event: str) -> Level | None:
        signs = {each.bearing for each in self._acts.get(event, ())} - {None}
        if not signs:
            return None
        return _LEVELS.get(signs.pop(), "mixed") if len(signs) == 1 else "mixed"


def _iso(day: float) -> str | None:
    return date.fromordinal(int(day)).isoformat() if isfinite(day) else None
