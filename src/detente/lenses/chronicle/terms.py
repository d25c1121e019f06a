"""Terms: contested words, who uses them, and what this page says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Table
from detente.findings.table import Text
from detente.lenses.evidence import row
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.case.term import Term
    from detente.situation import Situation

_COLUMNS = (
    Column("term", "Term"),
    Column("used_by", "Used by"),
    Column("neutral", "House wording"),
    Column("meaning", "Refers to"),
)


def finding(situation: Situation) -> Finding | None:
    """Return the vocabulary that takes sides."""
    terms = situation.case.terms
    if not terms:
        return None
    used = sum(bool(term.used_by) for term in terms)
    rows = tuple(_row(situation, term) for term in terms)
    return Finding(
        "chronicle",
        "terms",
        "Whose words",
        f"{counted(len(terms), 'contested term')}{_attributed(len(terms), used)}.",
        tables=(Table("terms", "Contested vocabulary", _COLUMNS, rows),),
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
