"""Actors: who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.actor import Actor
from detente.findings import Column, Depth, Finding, Row, Table
from detente.findings.table import Text
from detente.lenses.chapter import Chapter
from detente.lenses.chronicle.options import ChronicleOptions
from detente.lenses.evidence import row
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from detente.situation import Situation

_COLUMNS = (
    Column("name", "Actor"),
    Column("kind", "Kind"),
    Column("role", "Role here"),
    Column("part_of", "Part of"),
    Column("names", "Own and others' names"),
    Column("aliases", "Also called"),
)


def find(look: Look[ChronicleOptions]) -> tuple[Actor, ...] | None:
    """Return everyone the case speaks of."""
    return look.case.actors or None


def show(actors: tuple[Actor, ...], look: Look[ChronicleOptions]) -> Finding:
    """Say who is who."""
    parties = [actor.name for actor in actors if "party" in actor.role]
    headline = counted(len(actors), "actor")
    if parties:
        headline += f"; {one_or_many(len(parties), 'the party is', 'the parties are')} {listed(parties)}"
    table = Table("actors", "Who is who", _COLUMNS, tuple(_row(look.situation, actor) for actor in actors))
    return Finding("Who is who", f"{headline}.", tables=(table,), depth=Depth.APPENDIX)


def _row(situation: Situation, actor: Actor) -> Row:
    called = situation.names
    return row(
        actor,
        actor.name,
        actor.kind,
        actor.role,
        called.get(actor.part_of or ""),
        tuple(Text(name, tag) for tag, name in actor.names.items()),
        actor.aliases,
    )


CHAPTER = Chapter("actors", 130, find, show)
