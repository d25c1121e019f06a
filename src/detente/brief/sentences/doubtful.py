"""Events of which it cannot be said whether they had happened by the day, or were known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.wording import one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.brief.matter import Matter
    from detente.case.event import Event


def in_doubt(matter: Matter) -> Iterator[str]:
    """Yield in a sentence each which events may have happened by then, and which of those that had may be known."""
    found = matter.situation.events
    may_be = [event for event in matter.situation.case.events if found[event.id].known is not Truth.FALSE]
    unsure = [event for event in may_be if found[event.id].happened is Truth.UNDETERMINED]
    untold = [event for event in may_be if found[event.id].known is Truth.UNDETERMINED and event not in unsure]
    yield from _told(matter, unsure, ("this had happened", "these had happened"))
    yield from _told(matter, untold, ("this was known", "these were known"))


def _told(matter: Matter, events: list[Event], what: tuple[str, str]) -> Iterator[str]:
    """Yield that something cannot be said of some events, the soonest first; nothing of none."""
    if events:
        texts = [event.what for event in sorted(events, key=lambda event: _when(matter, event))]
        yield sentence(f"whether {one_or_many(len(texts), *what)} by then cannot be said: {matter.speech.row(texts)}")


def _when(matter: Matter, event: Event) -> tuple[date, date, str]:
    days = matter.situation.calendar.happened(event.date)
    return days.earliest or date.min, days.latest or date.max, event.id
