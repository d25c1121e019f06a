"""Events and formats: what had happened and was known, which tracks were active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.situation.answers import Occurrence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.situation.answers import Undetermined
    from detente.situation.clock import Clock


def occurrences(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Occurrence]:
    """Return whether each event had happened, and whether that was known, by event id."""
    answers: dict[str, Occurrence] = {}
    for event in clock.case.events:
        happened = clock.happened(event.date)
        known = happened if event.reported is None else clock.happened(event.reported)
        answers[event.id] = Occurrence(happened, known)
        if happened is Truth.UNDETERMINED:
            open_questions.append(clock.vague(event.id, event.date, f"'{event.what}'"))
        elif known is Truth.UNDETERMINED:
            open_questions.append(clock.vague(event.id, event.reported, f"the report of '{event.what}'"))
    return answers


def active_formats(clock: Clock, open_questions: list[Undetermined]) -> Mapping[str, Truth]:
    """Return whether each negotiation track was active, by format id; no stated end is no end."""
    answers: dict[str, Truth] = {}
    for track in clock.case.formats:
        begun, lasting = clock.happened(track.from_), clock.not_past(track.to)
        answers[track.id] = begun & lasting
        if answers[track.id] is Truth.UNDETERMINED:
            which, when = ("beginning", track.from_) if begun is Truth.UNDETERMINED else ("end", track.to)
            open_questions.append(clock.vague(track.id, when, f"the {which} of '{track.label}'"))
    return answers
