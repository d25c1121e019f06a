"""Tensions: where the sources pull apart, and how the case reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Table
from detente.lenses.evidence import row
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.situation import Situation

_COLUMNS = (Column("what", "Tension"), Column("reading", "How the case reads it"))


def finding(situation: Situation) -> Finding | None:
    """Return the claims that pull apart."""
    tensions = situation.case.tensions
    if not tensions:
        return None
    read = sum(tension.reading is not None for tension in tensions)
    rows = tuple(row(tension, tension.what, tension.reading) for tension in tensions)
    return Finding(
        "chronicle",
        "tensions",
        "Where the sources disagree",
        f"{counted(len(tensions), 'tension')} between claims{_read(len(tensions), read)}.",
        tables=(Table("tensions", "Claims that pull apart", _COLUMNS, rows),),
        depth=Depth.APPENDIX,
    )


def _read(every: int, read: int) -> str:
    if not read:
        return ""
    who = f", {read} of them" if read < every else ", each" if every > 1 else ","
    return f"{who} with the reading this case takes"
