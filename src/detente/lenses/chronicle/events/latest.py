"""The latest: the last events about the dispute of which a source says when they happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth
from detente.dates.words import plain_date
from detente.findings import Column, Finding, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.events.record import days_of, on_record, when_of, who_of
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.positions.sides import members_of, parties_of, upwards
from detente.lenses.chronicle.words import filled, happened, remarked
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case import Case
    from detente.case.event import Event
    from detente.situation import Situation

_MOST, _MOST_NAMED, _LONGEST = 3, 2, 100
_COLUMNS = (Column("date", "Date", "date"), Column("what", "What happened"), Column("actors", "Who"))


@dataclass(frozen=True, slots=True)
class Latest:
    """The last events.

    Attributes
    ----------
    dated, undated
        Those about the dispute that certainly happened, the latest first, and those of which no source says since
        when or until when they may have.
    every
        Whether no event is about the dispute in particular, so that these are of all.
    """

    dated: tuple[Event, ...]
    undated: tuple[Event, ...]
    every: bool


def find(look: Look[ChronicleOptions]) -> Latest | None:
    """Return the last events about the dispute; of all where none is about it in particular."""
    situation = look.situation
    certain = [event for event in look.case.events if on_record(situation, event) is Truth.TRUE]
    about = list(_about(look.case, certain))
    days = {event.id: days_of(situation, event) for event in certain}
    dated = [event for event in about or certain if days[event.id].earliest and days[event.id].latest]
    dated.sort(key=lambda event: (days[event.id].earliest or date.min, days[event.id].latest or date.max, event.id))
    undated = tuple(event for event in about or certain if event not in dated)
    return Latest(tuple(reversed(dated)), undated, not about) if dated else None


def _about(case: Case, events: list[Event]) -> Iterator[Event]:
    """Yield the events on a subject of the talks, those that join parties, and a party's own on no other subject."""
    party = {actor.id: side.id for side in parties_of(case) for actor in members_of(case, side)}
    tracks = {track.id: {party[actor] for actor in track.parties if actor in party} for track in case.formats}
    parents = {issue.id: issue.parent for issue in case.issues}
    tabled = {issue.id for issue in case.issues if issue.on_agenda} or set(parents)
    for event in events:
        among = {party[part.actor] for part in event.actors if part.actor in party}
        among |= tracks.get(event.format or "", set())
        if set(upwards(event.issue, parents)) & tabled or len(among) > 1 or (among and event.issue is None):
            yield event


def show(found: Latest, look: Look[ChronicleOptions]) -> Finding:
    """Say what happened last; what the case notes of it stands in the whole timeline."""
    situation, last = look.situation, found.dated[:_MOST]
    rows = (row(event, _when(situation, event), event.what, _first(who_of(situation, event))) for event in last)
    caption = f"The last {counted(len(last), 'dated event')}{'' if found.every else ' about the dispute'}"
    table = Table("latest-events", caption, _COLUMNS, tuple(replace(each, note="") for each in rows))
    return Finding(
        "What happened last",
        f"{_headline(situation, last)}.",
        statements=tuple(_undated(found)),
        tables=(filled(table),),
    )


def _first(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first who took part, and how many more; the timeline names all."""
    more = len(names) - _MOST_NAMED
    return (*names[:_MOST_NAMED], f"{more} more") if more > 1 else names


def _when(situation: Situation, event: Event) -> str:
    """Return the date of an event; one that is counted from another as the days it comes to."""
    if not isinstance(event.date, RelativeDate):
        return when_of(situation, event)
    days = str(days_of(situation, event))
    return remarked(days, "inferred") if when_of(situation, event).endswith("inferred)") else days


def _headline(situation: Situation, last: Sequence[Event]) -> str:
    """Return the last event with a day of its own, and how many may be later; without one, the last of all."""
    exact = [event for event in last if days_of(situation, event).is_day]
    named = (exact or last)[0]
    day = days_of(situation, named).earliest or date.max
    ends = [days_of(situation, event).latest or day for event in last if event is not named]
    later = sum(end > day for end in ends)
    when = plain_date(happened(situation, named.date, named))
    more = f"; {counted(later, 'event')} may be later" if later else ""
    return f"{remarked(shortened(named.what, _LONGEST), when)}{more}"


def _undated(found: Latest) -> Iterator[Statement]:
    if many := len(found.undated):
        has = one_or_many(many, "has", "have")
        yield Statement(f"{counted(many, 'more event')} {has} no date of {one_or_many(many, 'its', 'their')} own.")


CHAPTER = Chapter("latest", 65, find, show)
