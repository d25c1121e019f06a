"""Relations: who did what to whom, and how friendly it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.findings import Column, Finding, Row, Table
from detente.lenses.chronicle.words import counted, dated, names
from detente.lenses.evidence import row

if TYPE_CHECKING:
    from detente.case.relation import Relation
    from detente.situation import Situation

_COLUMNS = (
    Column("from", "From"),
    Column("to", "Towards"),
    Column("what", "What"),
    Column("date", "Date", "date"),
    Column("goldstein", "Goldstein scale, −10 hostile to 10 friendly", "number"),
)


def finding(situation: Situation) -> Finding | None:
    """Return the acts and levels between actors, by pair; those that certainly lie later are left out."""
    past = [
        relation
        for relation in situation.case.relations
        if situation.calendar.of(relation.date).by(situation.as_of.interval) is not Truth.FALSE
    ]
    if not past:
        return None
    pairs = {frozenset((relation.from_, relation.to)) for relation in past}
    past.sort(key=lambda relation: (relation.from_, relation.to))
    headline = (
        f"{counted(len(past), 'act or attitude', 'acts and attitudes')} between {counted(len(pairs), 'pair')} of actors"
    )
    table = Table("relations", "Acts and attitudes between actors", _COLUMNS, tuple(_row(situation, r) for r in past))
    return Finding("chronicle", "relations", "Who stands how to whom", f"{headline}.", tables=(table,))


def _row(situation: Situation, relation: Relation) -> Row:
    called = names(situation.case)
    return row(
        relation,
        called[relation.from_],
        called[relation.to],
        relation.what,
        dated(situation, relation.date),
        relation.goldstein,
    )
