"""Terms: contested words, who uses them, and what this page says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Row, Table
from detente.findings.table import Text
from detente.lenses.chronicle.words import counted, names
from detente.lenses.evidence import row

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
    rows = tuple(_row(situation, term) for term in terms)
    return Finding(
        "chronicle",
        "terms",
        "Whose words",
        f"{counted(len(terms), 'contested term')}, each attributed to those who use it.",
        tables=(Table("terms", "Contested vocabulary", _COLUMNS, rows),),
    )


def _row(situation: Situation, term: Term) -> Row:
    called = names(situation.case)
    word = Text(term.term, term.language) if term.language else term.term
    return row(term, word, tuple(called[user] for user in term.used_by), term.neutral, term.meaning)
