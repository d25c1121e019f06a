"""Dates and lists: one event told twice, an act and its event, a track and what happened on it.

Two records tell one event where they say the same in the same words, are of one kind, and rest on no common source: one
source that tells something twice tells two events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.chronicle.tensions.found.tension import Found, Told, words
from detente.lenses.chronicle.words import plainly
from detente.lenses.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.event import Event
    from detente.dates import Interval, PartialDate, RelativeDate
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.lenses.look import Look


def find(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield the facts of which two records tell dates that exclude each other, or other actors."""
    yield from _twice(look)
    yield from _acts(look)
    yield from _tracks(look)


def _twice(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield the events that two records tell otherwise."""
    known: dict[object, list[Event]] = {}
    for event in look.moment.past.events:
        known.setdefault((words(event.what), event.kind), []).append(event)
    for first, *others in known.values():
        for other in others:
            readings = _told(look, first.date, first), _told(look, other.date, other)
            if not readings[0].sources or not readings[1].sources or readings[0].sources & readings[1].sources:
                continue
            about = first.id, other.id
            if _apart(look, first.date, other.date):
                yield Found("dates", about, first.what, readings)
            actors = [{each.actor for each in event.actors} for event in (first, other)]
            if all(actors) and actors[0] != actors[1]:
                yield Found("lists", about, first.what, (_with(look, first), _with(look, other)))


def _acts(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield the acts that are dated otherwise than the events that they are part of."""
    events = {event.id: event for event in look.moment.past.events}
    for act in look.moment.past.relations:
        event = events.get(act.event or "")
        if event is not None and act.date is not None and _apart(look, act.date, event.date):
            readings = Told(plainly(look.situation, act.date), act.cites), _told(look, event.date, event)
            yield Found("dates", (act.id or event.id, event.id), event.what, readings)


def _tracks(look: Look[ChronicleOptions]) -> Iterator[Found]:
    """Yield the tracks on which something happened before they began, or after they ended."""
    tracks = {track.id: track for track in look.moment.past.formats}
    for event in look.moment.past.events:
        track = tracks.get(event.format or "")
        if track is None:
            continue
        when = f"{plainly(look.situation, event.date)}: {event.what}"
        for bound, early, said in ((track.from_, True, "begins"), (track.to, False, "ends")):
            days, other = _days(look, event.date), _days(look, bound)
            first, last = (days, other) if early else (other, days)
            if bound is not None and last.by(first) is Truth.FALSE:
                text = f"it {said} {plainly(look.situation, bound)}"
                yield Found(
                    "dates", (track.id, event.id), track.label, (Told(text, track.cites), Told(when, event.cites))
                )


def _told(look: Look[ChronicleOptions], when: PartialDate | RelativeDate, event: Event) -> Told:
    return Told(plainly(look.situation, when), event.cites)


def _with(look: Look[ChronicleOptions], event: Event) -> Told:
    return Told(listed([look.situation.names[each.actor] for each in event.actors]), event.cites)


def _days(look: Look[ChronicleOptions], when: PartialDate | RelativeDate | None) -> Interval:
    return look.situation.calendar.happened(when)


def _apart(look: Look[ChronicleOptions], one: PartialDate | RelativeDate, other: PartialDate | RelativeDate) -> bool:
    """Whether two dates exclude each other."""
    first, second = _days(look, one), _days(look, other)
    return Truth.FALSE in (first.by(second), second.by(first))
