"""Words: how the chronicle names things and joins them into sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth

if TYPE_CHECKING:
    from detente.case import Case
    from detente.dates import PartialDate
    from detente.situation import Situation

TRUTHS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNDETERMINED: "cannot be said"}


def names(case: Case) -> Mapping[str, str]:
    """Return what to call every record that a reader may be told of, by id."""
    found = {source.id: source.title or source.id for source in case.sources}
    found |= {actor.id: actor.name for actor in case.actors}
    found |= {issue.id: issue.label for issue in case.issues}
    found |= {track.id: track.label for track in case.formats}
    found |= {step.id: step.name for step in case.steps}
    found |= {event.id: event.what for event in case.events}
    found |= {owed.id: owed.label for owed in case.commitments}
    found |= {measure.id: measure.label for measure in case.measures}
    makers = case.conflict.decision_makers if case.conflict else ()
    found |= {option.id: option.text or option.id for maker in makers for option in maker.options}
    return found


def dated(situation: Situation, when: PartialDate | RelativeDate | None) -> str:
    """Return a date as its source states it; a relative one with the days it comes to."""
    if when is None:
        return ""
    if isinstance(when, RelativeDate):
        anchor = names(situation.case).get(when.anchor, when.anchor)
        far = f"{when.by} " if when.by else ""
        return f"{situation.calendar.of(when)} ({far}{when.direction} “{anchor}”)"
    return when.text
