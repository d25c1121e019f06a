"""Wording: what a record says, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.case.record import Record

_SAYING = ("name", "title", "what", "text", "stance", "claim", "then", "question", "term", "when", "why")
_LONGEST = 200


def label(record: Record) -> str:
    """Return what to call a record; an empty text where it says nothing in words."""
    said = (getattr(record, key, None) for key in _SAYING)
    return shortened(next((text for text in said if isinstance(text, str)), ""))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
