"""Open questions: what the case leaves undetermined at this date, and what would settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Table
from detente.lenses.chronicle.words import counted

if TYPE_CHECKING:
    from detente.situation import Situation

_COLUMNS = (
    Column("id", "Record"),
    Column("because", "Why it cannot be said"),
    Column("settled_by", "What would settle it"),
)


def finding(situation: Situation) -> Finding | None:
    """Return what cannot be said at this date."""
    undetermined = situation.undetermined
    if not undetermined:
        return None
    rows = tuple(Row((found.id, found.because, found.settled_by)) for found in undetermined)
    return Finding(
        "chronicle",
        "open-questions",
        "What cannot be said",
        f"{counted(len(undetermined), 'question')} left open at this date, none of them decided by default.",
        tables=(Table("undetermined", "Open questions", _COLUMNS, rows),),
    )
