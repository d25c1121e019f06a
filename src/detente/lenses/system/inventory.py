"""The web in full: every condition with its states, and every judgement, to look them up and dispute them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of, say
from detente.lenses.system.region import Region, region
from detente.lenses.system.words import condition_words, target_words
from detente.situation.region import gateways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.case.system import Background, Effect, Impact
    from detente.findings import Row
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions

_CONDITIONS = (Column("condition", "Condition"), Column("kind", "Kind"))
_STATES = (
    Column("condition", "Condition"),
    Column("state", "State"),
    Column("stands", "Stands for"),
)
_HISTORY = (Column("condition", "Condition"), Column("state", "State"), Column("since", "Since"))
_CLOSED = (Column("condition", "Condition"), Column("state", "State"), Column("why", "Why"))
_SHOCKS = (Column("shock", "Shock"), Column("what", "What it would be"), Column("set", "Sets"), Column("for", "For"))
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
        Table("conditions", "Conditions", _CONDITIONS, tuple(_conditions(found, look))),
        Table("all-states", "States of conditions", _STATES, tuple(_states(found))),
        Table("history", "How conditions came to be as they are", _HISTORY, tuple(_history(found, look))),
        Table("closed", "What cannot be", _CLOSED, tuple(_closed(found))),
        Table("effects", "What each does to the others", _EFFECTS, tuple(_effects(found))),
        Table("needs", "What can only be under a condition", _NEEDS, tuple(_needs(found))),
        Table(
            "gates",
            "What the region opens and closes elsewhere",
            _GATES,
            tuple(_gates(found)),
        ),
        Table("all-shocks", "What is tried", _SHOCKS, tuple(_shocks(found))),
    )
    said = say("How the region is cut into conditions.", found.system, noted=True)
    claimed = said if said.cites or said.assumption or said.note or said.hedge else None
    return Finding(
        "The region's web in full",
        "Every condition, and every judgement of what it does to the others, to be looked up and disputed.",
        statements=() if claimed is None else (claimed,),
        tables=tuple(table for table in tables if table.rows),
        depth=Depth.APPENDIX,
        id="web",
    )


def _conditions(found: Region, look: Look[SystemOptions]) -> Iterator[Row]:
    for own in found.descriptors:
        actor = look.situation.names.get(own.actor, own.actor) if own.actor else ""
        words = (own.kind, own.pace, "in order" if own.ordered else "", f"chosen by {actor}" if actor else "")
        read = f"read from {own.reads}" if own.reads else ""
        yield row_of([own], own.label, ", ".join(word for word in (*words, read) if word))


def _states(found: Region) -> Iterator[Row]:
    for own in found.descriptors:
        for state in own.states:
            yield row_of([state], own.label, state.label, f"when {state.when}" if state.when else None)


def _history(found: Region, look: Look[SystemOptions]) -> Iterator[Row]:
    for own in found.descriptors:
        labels = {state.id: state.label for state in own.states}
        for entry in own.history:
            since = look.moment.clock.said(entry.from_) if entry.from_ is not None else None
            yield row_of([entry], own.label, labels[entry.state], since)


def _closed(found: Region) -> Iterator[Row]:
    for own in found.descriptors:
        for state in own.states:
            if state.closed is not None:
                yield row_of([state.closed], own.label, state.label, state.closed.why)


def _shocks(found: Region) -> Iterator[Row]:
    for shock in found.system.shocks:
        sets = "; ".join(_named(found, f"{name}.{state}") for name, state in shock.states.items())
        lasting = "as long as the others move" if shock.lasting == "held" else "once"
        yield row_of([shock], shock.label, shock.text, sets, f"{lasting}, then let go" if shock.release else lasting)


def _effects(found: Region) -> Iterator[Row]:
    for impact in found.system.impacts:
        yield _effect(found, impact, _named(found, impact.source), impact.coder)
    for background in found.system.background:
        yield _effect(found, background, "at all times", None)


def _effect(found: Region, judged: Impact | Background, source: str, coder: str | None) -> Row:
    evidence = f"{judged.basis}, by {coder}" if coder else judged.basis
    return row_of([judged], source, _named(found, judged.on), _strength(judged.effect), evidence, judged.why)


def _strength(effect: Effect) -> str:
    ends = [strength_of(each) for each in (effect.low, effect.high)]
    return ends[0] if effect.low == effect.high else f"{ends[0]} to {ends[1]}"


def strength_of(effect: int) -> str:
    """Return how strong an effect is: "+2", "−1", "0"."""
    return f"{effect:+d}".replace("-", "−") if effect else "0"


def _needs(found: Region) -> Iterator[Row]:
    for each in found.system.requirements:
        yield row_of([each], _named(found, each.state), condition_words(found, each.only_if), each.why)


def _gates(found: Region) -> Iterator[Row]:
    for each in gateways(found.moment.case):
        gate, what = each.gate, target_words(found.moment, each.target)
        yield row_of([gate], what, "opened" if gate.opens else "closed", condition_words(found, gate.when), gate.why)


def _named(found: Region, name: str) -> str:
    """Return what to call a state given as ``descriptor.state``."""
    return found.called(found.model.states.index(name))


CHAPTER = Chapter("web", 70, find, show)
