"""The timeline: what happened, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.dates.words import plain_date
from detente.findings import Column, Depth, Figure, Finding, Result, Row, Table
from detente.findings.figures.chronology import Chronology, Happening
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.events.record import days_of, in_order, on_record, when_of, who_of
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, happened, plainly, remarked
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many
from detente.situation.answers import Occurrence

if TYPE_CHECKING:
    from detente.case.event import Event
    from detente.dates import Interval
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
_MOST_DRAWN, _FEWEST, _YEAR = 20, 2, timedelta(days=365)


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
    """Return those that began last, one below the other, over a calendar on which most of them have room."""
    today = situation.as_of.interval.latest
    days = {event.id: days_of(situation, event) for event in events}
    begun = sorted(events, key=lambda event: days[event.id].earliest or date.min)[-_MOST_DRAWN:]
    shown = [event for event in events if event in begun]
    days = {event.id: days[event.id] for event in shown}
    first = _first(sorted(when.earliest for when in days.values() if when.earliest), today) if today else None
    if today is None or first is None:
        return None
    last = max([today, *(when.latest for when in days.values() if when.latest)])
    happenings = tuple(_happening(situation, event, days[event.id]) for event in shown)
    description = "One row for each event: its date, what happened, and where that lies on the calendar."
    description += _earlier(shown, first, days)
    spec = Chronology(first, last, today, happenings)
    return Figure("events-over-time", _title(len(shown), len(events)), description, spec, table)


def _title(shown: int, all_events: int) -> str:
    """Return what the figure shows, and where the rest is."""
    if shown == all_events:
        return "Events over time"
    return f"The {shown} of {all_events} events that began last; the table has them all"


def _first(begun: list[date], today: date) -> date | None:
    """Return the first day of the calendar: without those first events that lie farther back than all others reach."""
    while len(begun) > _FEWEST and begun[1] - begun[0] > max(today - begun[1], _YEAR):
        begun = begun[1:]
    return date(begun[0].year, 1, 1) if begun else None


def _happening(situation: Situation, event: Event, when: Interval) -> Happening:
    sure = on_record(situation, event) is Truth.TRUE
    return Happening(plainly(situation, event.date, event), event.what, when.earliest, when.latest, sure)


def _earlier(shown: list[Event], first: date, days: Mapping[str, Interval]) -> str:
    """Return which events lie before the calendar begins."""
    early = [event for event in shown if (last := days[event.id].latest) is not None and last < first]
    said = [f"“{event.what}”" for event in early]
    return (
        f" The calendar begins with {first.year}; earlier {one_or_many(len(said), 'is', 'are')} {listed(said)}."
        if said
        else ""
    )


CHAPTER = Chapter("timeline", 70, find, show)
