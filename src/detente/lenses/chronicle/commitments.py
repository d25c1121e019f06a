"""Commitments: who owes what to whom, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Depth, Finding, Result, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, happened, held
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed
from detente.situation.answers import Standing

if TYPE_CHECKING:
    from detente.case.commitment import Commitment, StatusChange
    from detente.findings.table import Cell
    from detente.situation import Situation

_COLUMNS = (
    Column("commitment", "Commitment"),
    Column("by", "Owed by"),
    Column("to", "Owed to"),
    Column("issue", "About"),
    Column("under", "Under"),
    Column("status", "Status"),
    Column("certain", "Certain", "truth"),
    Column("history", "History"),
)


@dataclass(frozen=True, slots=True)
class Ledger(Result):
    """What was promised.

    Attributes
    ----------
    commitments
        By commitment: what became of it.
    """

    commitments: Mapping[str, Standing]


def find(look: Look[ChronicleOptions]) -> Ledger:
    """Return what became of each commitment."""
    return Ledger(look.situation.commitments)


def show(found: Ledger, look: Look[ChronicleOptions]) -> Finding | None:
    """Say what was promised, and what became of it."""
    situation, owed = look.situation, look.moment.past.commitments
    if not owed:
        return None
    counts = Counter(_status(found.commitments[commitment.id]) for commitment in owed)
    words = listed([f"{number} {status}" for status, number in counts.items()])
    table = Table("commitments", "Ledger of commitments", _COLUMNS, tuple(_row(situation, each) for each in owed))
    headline = f"{counted(len(owed), 'commitment')}: {words}."
    return Finding("What was promised", headline, tables=(filled(table),), depth=Depth.APPENDIX)


def _row(situation: Situation, owed: Commitment) -> Row:
    called = situation.names
    standing = situation.commitments[owed.id]
    history = tuple(_change(change, happened(situation, change.from_)) for change in owed.status)
    cells: tuple[Cell, ...] = (
        owed.label,
        tuple(called[actor] for actor in owed.by),
        tuple(called[actor] for actor in owed.to),
        called.get(owed.issue or ""),
        " ".join(part for part in (owed.under, owed.clause) if part) or None,
        _status(standing),
        standing.certain,
        history,
    )
    return row_of((owed, *owed.status), *cells)


def _status(standing: Standing) -> str:
    if standing.status is None:
        return "not yet made" if standing.certain is Truth.TRUE else "of unknown status"
    return standing.status.replace("-", " ")


def _change(change: StatusChange, when: str) -> str:
    return held(f"{change.status.replace('-', ' ')} {when}".strip(), change)


CHAPTER = Chapter("commitments", 40, find, show)
