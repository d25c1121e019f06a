"""The timeline: what happened, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Depth, Figure, Finding, Result, Row, Table
from detente.findings.figures.lanes import Lane, Lanes, Mark
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.events.record import in_order, on_record, when_of, who_of
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, happened, remarked
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many
from detente.situation.answers import Occurrence

if TYPE_CHECKING:
    from detente.case.event import Event
    from detente.situation import Situation

_COLUMNS = (
    Column("date", "Date", "date"),
    Column("what", "What happened"),
    Column("kind", "Kind"),
    Column("actors", "Who"),
    Column("place", "Where"),
    Column("about", "Part of"),
    Column("happened", "By this date", "truth"),
)
_RECENT_YEARS = 6


@dataclass(frozen=True, slots=True)
class Timeline(Result):
    """What happened.

    Attributes
    ----------
    events
        By event: whether it had happened, and whether that was known.
    """

    events: Mapping[str, Occurrence]


def find(look: Look[ChronicleOptions]) -> Timeline:
    """Return which events had happened."""
    return Timeline(look.situation.events)


def show(found: Timeline, look: Look[ChronicleOptions]) -> Finding | None:
    """Say what happened, in order; what certainly came, or came to be known, later is left out."""
    del found
    situation = look.situation
    past = [event for event in situation.case.events if on_record(situation, event) is not Truth.FALSE]
    if not past:
        return None
    past.sort(key=lambda event: in_order(situation, event))
    table = filled(Table("events", "Events in order", _COLUMNS, tuple(_row(situation, event) for event in past)))
    figure = _figure(situation, past, table)
    return Finding(
        "What happened",
        f"{_headline(situation, past)}.",
        tables=() if figure else (table,),
        figures=(figure,) if figure else (),
        depth=Depth.DETAIL,
    )


def _headline(situation: Situation, past: list[Event]) -> str:
    certain = [event for event in past if on_record(situation, event) is Truth.TRUE]
    doubtful = len(past) - len(certain)
    it = one_or_many(doubtful, "it", "they")
    doubt = f"it cannot be said whether {it} had happened and {one_or_many(doubtful, 'was', 'were')} known"
    if not certain:
        return f"No event is certainly on record by this date; of {doubtful} {doubt}"
    last = certain[-1]
    begun = situation.calendar.happened(last.date).earliest
    others = [situation.calendar.happened(event.date).latest for event in certain[:-1]]
    sure = begun is not None and all(day is not None and day <= begun for day in others)
    among = one_or_many(len(certain), "", "the latest " if sure else "among the latest ")
    what = remarked(f"“{last.what}”", plain_date(happened(situation, last.date, last)))
    headline = f"{counted(len(certain), 'event')} on record by this date, {among}{what}"
    return f"{headline}; of {doubtful} more {doubt}" if doubtful else headline


def _row(situation: Situation, event: Event) -> Row:
    called = situation.names
    return row(
        event,
        when_of(situation, event),
        event.what,
        (event.kind or "").replace("-", " "),
        who_of(situation, event),
        event.place,
        tuple(called[name] for name in (event.format, event.issue) if name),
        on_record(situation, event),
    )


def _figure(situation: Situation, events: list[Event], table: Table) -> Figure | None:
    """Return the events of the last years as marks, one lane for each kind of event."""
    today = situation.as_of.interval.latest
    if today is None:
        return None
    first = date(max(today.year - _RECENT_YEARS + 1, 1), 1, 1)
    lanes: dict[str, list[Mark]] = {}
    for event in events:
        when = situation.calendar.happened(event.date)
        if when.earliest is None or when.latest is None or when.earliest < first:
            continue
        kind = (event.kind or "event").replace("-", " ")
        label = f"{plain_date(happened(situation, event.date, event))}: {event.what}"
        lanes.setdefault(kind, []).append(Mark(when.earliest, when.latest, label))
    if not lanes:
        return None
    drawn = sum(map(len, lanes.values()))
    description = "One lane for each kind of event; a point is a day, a bar the days on which it may have happened."
    if drawn < len(events):
        missing = len(events) - drawn
        lie, have = one_or_many(missing, "lies", "lie"), one_or_many(missing, "has", "have")
        description += f" {missing} more {lie} or may lie before {first.year}, or {have} no dated end: see the table."
    ordered = sorted(lanes.items(), key=lambda item: (-len(item[1]), item[0]))
    last = max([today, *(mark.latest for marks in lanes.values() for mark in marks)])
    spec = Lanes(first, last, today, tuple(Lane(kind, marks=tuple(marks)) for kind, marks in ordered))
    return Figure("events-over-time", "Events over time", description, spec, table)


CHAPTER = Chapter("timeline", 70, find, show)
