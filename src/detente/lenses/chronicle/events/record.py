"""The record: which events had happened and were known, when they did, and who took part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.lenses.chronicle.words import happened, remarked

if TYPE_CHECKING:
    from detente.case.event import Event
    from detente.dates import Interval, Truth
    from detente.situation import Situation


def on_record(situation: Situation, event: Event) -> Truth:
    """Return whether an event had happened by the date, and was known."""
    found = situation.events[event.id]
    return found.happened & found.known


def days_of(situation: Situation, event: Event) -> Interval:
    """Return the days between which an event happened."""
    return situation.calendar.happened(event.date)


def in_order(situation: Situation, event: Event) -> tuple[date, date, str]:
    """Return what events are sorted by: their days, and of the same days their ids, never their lines."""
    when = days_of(situation, event)
    return (when.latest or date.max, when.earliest or date.min, event.id)


def when_of(situation: Situation, event: Event) -> str:
    """Return the date of an event as its source states it, with the day on which it became known."""
    when, reported = happened(situation, event.date, event), plain_date(happened(situation, event.reported))
    if not reported:
        return when
    return remarked(when, "reported by then" if reported == plain_date(when) else f"reported {reported}")


def who_of(situation: Situation, event: Event) -> tuple[str, ...]:
    """Return who took part in an event, each with what it did there."""
    named = ((situation.names[part.actor], part.role) for part in event.actors)
    return tuple(f"{name} ({role})" if role else name for name, role in named)
