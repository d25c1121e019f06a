"""Actors: who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.actor import Actor
from detente.findings import Column, Depth, Finding, Row, Table
from detente.findings.table import Text
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.chronicle.words import amount, filled, held, lasting, remarked
from detente.lenses.evidence import row_of
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from detente.case.actor import Office
    from detente.case.position import Capability
    from detente.situation import Situation

_COLUMNS = (
    Column("name", "Actor"),
    Column("kind", "Kind"),
    Column("role", "Role here"),
    Column("part_of", "Part of"),
    Column("offices", "Offices"),
    Column("capabilities", "What it can bring to bear"),
    Column("names", "Own and others' names"),
    Column("aliases", "Also called"),
)


def find(look: Look[ChronicleOptions]) -> tuple[Actor, ...] | None:
    """Return everyone the case speaks of."""
    return look.moment.past.actors or None


def show(actors: tuple[Actor, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say who is who."""
    parties = [actor.name for actor in actors if "party" in actor.role]
    headline = counted(len(actors), "actor")
    if parties:
        headline += f"; {one_or_many(len(parties), 'the party is', 'the parties are')} {listed(parties)}"
    table = filled(Table("actors", "Who is who", _COLUMNS, tuple(_row(look.situation, actor) for actor in actors)))
    return Finding("Who is who", f"{headline}.", tables=(table,), depth=Depth.APPENDIX)


def _row(situation: Situation, actor: Actor) -> Row:
    called = situation.names
    powers = [power for power in situation.case.capabilities if power.actor == actor.id]
    return row_of(
        (actor, *powers),
        actor.name,
        remarked(actor.kind, actor.iso) if actor.iso else actor.kind,
        actor.role,
        called.get(actor.part_of or ""),
        tuple(_office(situation, office) for office in actor.offices),
        tuple(_power(situation, power) for power in powers),
        tuple(Text(name, tag) for tag, name in actor.names.items()),
        actor.aliases,
    )


def _office(situation: Situation, office: Office) -> str:
    words = f"{office.title}, {situation.names[office.of]}" if office.of else office.title
    when = lasting(situation, office.from_, office.to)
    return remarked(words, when) if when else words


def _power(situation: Situation, power: Capability) -> str:
    """Return a capability with the issue it is for, what it is measured by, and when it holds."""
    words = f"{situation.names[power.issue]}: " if power.issue else ""
    words += amount(power.value, None) or ""
    when = lasting(situation, power.from_, power.to)
    for remark in (power.basis, when):
        words = remarked(words, remark) if remark else words
    return held(words, power)


CHAPTER = Chapter("actors", 130, find, show)
