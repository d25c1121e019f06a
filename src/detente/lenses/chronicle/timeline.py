"""The timeline: what happened, in order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Figure, Finding, Lane, Lanes, Mark, Row, Table
from detente.lenses.chronicle.words import counted, dated, names
from detente.lenses.evidence import row

if TYPE_CHECKING:
    from detente.case.event import Event
    from detente.situation import Situation

_COLUMNS = (
    Column("date", "Date", "date"),
    Column("what", "What happened"),
    Column("kind", "Kind"),
    Column("actors", "Who"),
    Column("place", "Where"),
    Column("happened", "By this date", "truth"),
    Column("certainty", "Held as"),
)
_RECENT_YEARS = 6


def finding(situation: Situation) -> Finding | None:
    """Return the events in order of their dates; those that certainly lie later are left out."""
    past = [e for e in situation.case.events if situation.events[e.id].happened is not Truth.FALSE]
    if not past:
        return None
    past.sort(key=lambda event: _key(situation, event))
    table = Table("events", "Events in order", _COLUMNS, tuple(_row(situation, event) for event in past))
    certain = [event for event in past if situation.events[event.id].happened is Truth.TRUE]
    headline = f"{counted(len(certain), 'event')} on record by this date"
    if certain:
        headline += f", the latest “{certain[-1].what}” ({dated(situation, certain[-1].date)})"
    if len(certain) < len(past):
        headline += f"; of {len(past) - len(certain)} more it cannot be said whether they had happened"
    figure = _figure(situation, past, table)
    return Finding(
        "chronicle",
        "timeline",
        "What happened",
        f"{headline}.",
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
    )


def _key(situation: Situation, event: Event) -> tuple[date, date]:
    when = situation.calendar.of(event.date)
    return (when.latest or date.max, when.earliest or date.min)


def _row(situation: Situation, event: Event) -> Row:
    called = names(situation.case)
    return row(
        event,
        dated(situation, event.date),
        event.what,
        (event.kind or "").replace("-", " "),
        tuple(_who(called[p.actor], p.role) for p in event.actors),
        event.place,
        situation.events[event.id].happened,
        event.certainty,
    )


def _who(name: str, role: str | None) -> str:
    return f"{name} ({role})" if role else name


def _figure(situation: Situation, events: list[Event], table: Table) -> Figure | None:
    """Return the events of the last years as marks, one lane for each kind of event."""
    today = situation.as_of.interval.latest
    if today is None:
        return None
    first = date(max(today.year - _RECENT_YEARS + 1, 1), 1, 1)
    lanes: dict[str, list[Mark]] = {}
    for event in events:
        when = situation.calendar.of(event.date)
        if when.earliest is None or when.latest is None or when.earliest < first:
            continue
        kind = (event.kind or "event").replace("-", " ")
        label = f"{dated(situation, event.date)}: {event.what}"
        lanes.setdefault(kind, []).append(Mark(when.earliest, when.latest, label))
    if not lanes:
        return None
    drawn = sum(map(len, lanes.values()))
    description = "One lane for each kind of event; a point is a day, a bar the days on which it may have happened."
    if drawn < len(events):
        description += f" {len(events) - drawn} more lie before {first.year} or are not dated: see the table."
    ordered = sorted(lanes.items(), key=lambda item: (-len(item[1]), item[0]))
    last = max([today, *(mark.latest for marks in lanes.values() for mark in marks)])
    spec = Lanes(first, last, today, tuple(Lane(kind, marks=tuple(marks)) for kind, marks in ordered))
    return Figure("events-over-time", "Events over time", description, spec, table)
