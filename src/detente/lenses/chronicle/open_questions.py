"""Open questions: what the case leaves undetermined at this date, and what would settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Table
from detente.lenses.wording import one_or_many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.situation import Situation

_COLUMNS = (
    Column("what", "Open question"),
    Column("because", "Why it cannot be said"),
    Column("settled_by", "What would settle it"),
)


def finding(situation: Situation) -> Finding | None:
    """Return what cannot be said at this date."""
    undetermined = situation.undetermined
    if not undetermined:
        return None
    called = situation.names
    rows = tuple(Row((_what(called, found.id), found.because, found.settled_by)) for found in undetermined)
    return Finding(
        "chronicle",
        "open-questions",
        "What cannot be said",
        one_or_many(
            len(undetermined),
            "1 question is left open at this date; it is not decided by default.",
            f"{len(undetermined)} questions are left open at this date; none of them is decided by default.",
        ),
        tables=(Table("undetermined", "Open questions", _COLUMNS, rows),),
    )


def _what(called: Mapping[str, str], name: str) -> str:
    """Return what to call an open question: its record's name, or of a nameless position who wants what."""
    return " on ".join(called.get(part, part) for part in name.split("/"))
