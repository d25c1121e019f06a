"""Words: how the chronicle names things and joins them into sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import RelativeDate, Truth

if TYPE_CHECKING:
    from detente.dates import PartialDate
    from detente.situation import Situation

TRUTHS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNDETERMINED: "cannot be said"}


def dated(situation: Situation, when: PartialDate | RelativeDate | None) -> str:
    """Return a date as its source states it; a relative one with the days it comes to."""
    if when is None:
        return ""
    if isinstance(when, RelativeDate):
        anchor = situation.names.get(when.anchor, when.anchor)
        far = f"{when.by} " if when.by else ""
        return f"{situation.calendar.of(when)} ({far}{when.direction} “{anchor}”)"
    return when.text
