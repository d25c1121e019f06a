"""Terms: contested words, who uses them, and what this page says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.term import Term
from detente.findings import Column, Depth, Finding, Row, Table
from detente.findings.table import Text
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.situation import Situation

_COLUMNS = (
    Column("term", "Term"),
    Column("used_by", "Used by"),
    Column("neutral", "House wording"),
    Column("meaning", "Refers to"),
)


def find(look: Look[ChronicleOptions]) -> tuple[Term, ...] | None:
    """Return the vocabulary that takes sides."""
    return look.case.terms or None


def show(terms: tuple[Term, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say whose words are whose."""
    used = sum(bool(term.used_by) for term in terms)
    rows = tuple(_row(look.situation, term) for term in terms)
    return Finding(
        "Whose words",
        f"{counted(len(terms), 'contested term')}{_attributed(len(terms), used)}.",
        tables=(filled(Table("terms", "Contested vocabulary", _COLUMNS, rows)),),
        depth=Depth.APPENDIX,
    )


def _attributed(every: int, used: int) -> str:
    if not used:
        return ""
    who = f", {used} of them" if used < every else ", each" if every > 1 else ","
    return f"{who} attributed to those who use {'them' if 1 < used < every else 'it'}"


def _row(situation: Situation, term: Term) -> Row:
    called = situation.names
    word = Text(term.term, term.language) if term.language else term.term
    return row(term, word, tuple(called[user] for user in term.used_by), term.neutral, term.meaning)


CHAPTER = Chapter("terms", 120, find, show)
