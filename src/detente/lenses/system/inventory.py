"""The web in full: every condition with its states, and every judgement, to look them up and dispute them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.system.region import Region, region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.system import Background, Effect, Impact
    from detente.findings import Row
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions

_STATES = (
    Column("condition", "Condition"),
    Column("kind", "Kind"),
    Column("state", "State"),
    Column("seen", "What would show it"),
    Column("closed", "Closed"),
)
_EFFECTS = (
    Column("from", "What acts"),
    Column("on", "On"),
    Column("effect", "Effect [−3 to 3]"),
    Column("evidence", "Evidence"),
    Column("why", "Why"),
)
_NEEDS = (Column("state", "State"), Column("needs", "Only if"), Column("why", "Why"))
_GATES = (Column("what", "What"), Column("gate", "Is"), Column("when", "When"), Column("why", "Why"))


def find(look: Look[SystemOptions]) -> Region | None:
    """Return the region; ``None`` where the case has none at the date."""
    return look.once(region)


def show(found: Region, look: Look[SystemOptions]) -> Finding:
    """List every condition, effect, requirement and gate."""
    tables = (
        Table("all-states", "Conditions and their states", _STATES, tuple(_states(found, look))),
        Table("effects", "What each does to the others", _EFFECTS, tuple(_effects(found))),
        Table("needs", "What can only be under a condition", _NEEDS, tuple(_needs(found))),
        Table("gates", "What the region opens and closes elsewhere", _GATES, tuple(_gates(found))),
    )
    return Finding(
        "The region's web in full",
        "Every condition, and every judgement of what it does to the others, to be looked up and disputed.",
        tables=tuple(table for table in tables if table.rows),
        depth=Depth.APPENDIX,
        id="web",
    )


def _states(found: Region, look: Look[SystemOptions]) -> Iterator[Row]:
    for own in found.descriptors:
        actor = look.situation.names.get(own.actor, own.actor) if own.actor else ""
        words = (own.kind, own.pace, "in order" if own.ordered else "", f"chosen by {actor}" if actor else "")
        kind = ", ".join(word for word in (*words, f"read from {own.reads}" if own.reads else "") if word)
        for state in own.states:
            seen = "; ".join(filter(None, (state.tripwire, f"when {state.when}" if state.when else "")))
            records = [state, *([state.closed] if state.closed else []), own]
            closed = state.closed.why if state.closed else None
            yield row_of(records, own.label, kind, state.label, seen or None, closed)


def _effects(found: Region) -> Iterator[Row]:
    for impact in found.system.impacts:
        yield _effect(found, impact, _named(found, impact.source), impact.coder)
    for background in found.system.background:
        yield _effect(found, background, "at all times", None)


def _effect(found: Region, judged: Impact | Background, source: str, coder: str | None) -> Row:
    evidence = f"{judged.basis}, by {coder}" if coder else judged.basis
    return row_of([judged], source, _named(found, judged.on), _strength(judged.effect), evidence, judged.why)


def _strength(effect: Effect) -> str:
    ends = [f"{each:+d}".replace("-", "−") if each else "0" for each in (effect.low, effect.high)]
    return ends[0] if effect.low == effect.high else f"{ends[0]} to {ends[1]}"


def _needs(found: Region) -> Iterator[Row]:
    for each in found.system.requirements:
        yield row_of([each], _named(found, each.state), each.only_if, each.why)


def _gates(found: Region) -> Iterator[Row]:
    for each in found.system.gates:
        yield row_of([each], each.target, "opened" if each.opens else "closed", each.when, each.why)


def _named(found: Region, name: str) -> str:
    """Return what to call a state given as ``descriptor.state``."""
    number = found.model.states.index(name)
    return f"{found.descriptors[found.place(number)[0]].label}: {found.label(number)}"


CHAPTER = Chapter("web", 70, find, show)
