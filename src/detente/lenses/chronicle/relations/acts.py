"""Relations: who did what to whom, and how friendly it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.relation import Relation
from detente.dates import Truth
from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import filled, happened
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, one_or_many

if TYPE_CHECKING:
    from detente.situation import Situation

_COLUMNS = (
    Column("between", "Who towards whom"),
    Column("what", "What"),
    Column("date", "Date", "date"),
    Column("until", "Until", "date"),
    Column("by_now", "By this date", "truth"),
    Column("event", "In the course of"),
    Column("sign", "Sign"),
    Column("goldstein", "Scale", "number"),
)
_CAPTION = "Acts and attitudes between actors; the scale is Goldstein's, from −10, hostile, to 10, friendly"


def find(look: Look[ChronicleOptions]) -> tuple[Relation, ...] | None:
    """Return the acts and levels between actors, by pair; those that certainly lie later are left out."""
    past = [relation for relation in look.case.relations if _by_now(look.situation, relation) is not Truth.FALSE]
    return tuple(sorted(past, key=lambda relation: (relation.from_, relation.to))) or None


def show(past: tuple[Relation, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say who did what to whom."""
    situation = look.situation
    pairs = {frozenset((relation.from_, relation.to)) for relation in past}
    headline = (
        f"{counted(len(past), 'act or attitude', 'acts and attitudes')} between {counted(len(pairs), 'pair')} of actors"
    )
    doubtful = sum(_by_now(situation, relation) is Truth.UNDETERMINED for relation in past)
    if doubtful:
        headline += f"; of {doubtful} it cannot be said whether {one_or_many(doubtful, 'it', 'they')} came by this date"
    table = Table("relations", _CAPTION, _COLUMNS, tuple(_row(situation, r) for r in past))
    return Finding("Who stands how to whom", f"{headline}.", tables=(filled(table),), depth=Depth.APPENDIX)


def _by_now(situation: Situation, relation: Relation) -> Truth:
    """Return whether an act or level came by the date; what is undated holds at the date of the case."""
    now, own = situation.as_of.interval, situation.case.case.as_of.interval
    if relation.date is None:
        return Truth.TRUE if now == own or own.by(now) is Truth.TRUE else Truth.UNDETERMINED
    return situation.calendar.happened(relation.date).by(now)


def _row(situation: Situation, relation: Relation) -> Row:
    called = situation.names
    return row(
        relation,
        f"{called[relation.from_]} towards {called[relation.to]}",
        relation.what,
        happened(situation, relation.date),
        happened(situation, relation.until),
        _by_now(situation, relation),
        called.get(relation.event or ""),
        relation.bearing,
        relation.goldstein,
    )


CHAPTER = Chapter("relations", 80, find, show)
