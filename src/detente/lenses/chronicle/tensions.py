"""Tensions: where the sources pull apart, and how the case reads them."""

from __future__ import annotations

from detente.case.term import Tension
from detente.findings import Column, Depth, Finding, Part, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted

_COLUMNS = (Column("what", "Tension"), Column("reading", "How the case reads it"))


def find(look: Look[ChronicleOptions]) -> tuple[Tension, ...] | None:
    """Return the claims that pull apart."""
    return look.moment.past.tensions or None


def show(tensions: tuple[Tension, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say where the sources disagree."""
    del look
    read = sum(tension.reading is not None for tension in tensions)
    rows = tuple(row(tension, tension.what, tension.reading) for tension in tensions)
    return Finding(
        "Where the sources disagree",
        f"{counted(len(tensions), 'tension')} between claims{_read(len(tensions), read)}.",
        tables=(filled(Table("tensions", "Claims that pull apart", _COLUMNS, rows)),),
        part=Part.DOUBT,
        depth=Depth.APPENDIX,
    )


def _read(every: int, read: int) -> str:
    if not read:
        return ""
    who = f", {read} of them" if read < every else ", each" if every > 1 else ","
    return f"{who} with the reading this case takes"


CHAPTER = Chapter("tensions", 100, find, show)
