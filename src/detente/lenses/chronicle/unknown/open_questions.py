"""Open questions: what the case leaves undetermined at this date, and what would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Part, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.look import Look
from detente.lenses.wording import one_or_many
from detente.situation.answers import Undetermined

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLUMNS = (
    Column("what", "Open question"),
    Column("because", "Why it cannot be said"),
    Column("settled_by", "What would settle it"),
)


@dataclass(frozen=True, slots=True)
class OpenQuestions(Result):
    """What cannot be said.

    Attributes
    ----------
    undetermined
        What the case leaves open at this date.
    """

    undetermined: tuple[Undetermined, ...]


def find(look: Look[ChronicleOptions]) -> OpenQuestions:
    """Return what cannot be said at this date."""
    return OpenQuestions(look.situation.undetermined)


def show(found: OpenQuestions, look: Look[ChronicleOptions]) -> Finding | None:
    """Say what cannot be said, and what would settle it."""
    undetermined, called = found.undetermined, look.situation.names
    if not undetermined:
        return None
    rows = tuple(Row((_what(called, each.id), each.because, each.settled_by)) for each in undetermined)
    return Finding(
        "What cannot be said",
        one_or_many(
            len(undetermined),
            "1 question is left open at this date; it is not decided by default.",
            f"{len(undetermined)} questions are left open at this date; none of them is decided by default.",
        ),
        tables=(Table("undetermined", "Open questions", _COLUMNS, rows),),
        part=Part.DOUBT,
    )


def _what(called: Mapping[str, str], name: str) -> str:
    """Return what to call an open question: its record's name, or of a nameless position who wants what."""
    return " on ".join(called.get(part, part) for part in name.split("/"))


CHAPTER = Chapter("open-questions", 110, find, show)
