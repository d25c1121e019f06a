"""The web in full: every condition with its states, and every judgement, to look them up and dispute them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of, say
from detente.lenses.system.region import Region, region
from detente.lenses.system.words import condition_words, target_words
from detente.lenses.wording import listed
from detente.situation.region import gateways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.case.system import Background, DescriptorState, Effect, Impact
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions

_CONDITIONS = (
    Column("condition", "Condition"),
    Column("kind", "Kind"),
    Column("now", "State now"),
    Column("shown", "Shown by"),
)
_STATES = (Column("condition", "Condition"), Column("states", "States"))
_HISTORY = (Column("condition", "Condition"), Column("state", "State"), Column("since", "Since"))
_CLOSED = (Column("condition", "Condition"), Column("state", "State"), Column("why", "Why"))
_SHOCKS = (Column("shock", "Shock"), Column("what", "What it would be"), Column("set", "Sets"), Column("for", "For"))
_PAIR = (Column("from", "What acts"), Column("on", "On"))
_ALWAYS = Column("on", "Whatever the states are, something acts on")
_EFFECT = "Effect [−3 to 3]"
_WHY = Column("why", "Why")
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
        _effects(found),
        _background(found),
        Table("needs", "What can only be under a condition", _NEEDS, tuple(_needs(found))),
        Table(
            "gates",
            "What the region opens and closes elsewhere",
            _GATES,
            tuple(_gates(found)),
        ),
        Table("all-shocks", "What is tried", _SHOCKS, tuple(_shocks(found))),
    )
    said = say("How the region is cut into conditions.", found.system)
    claimed = said if said.cites or said.assumption or said.hedge else None
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
        held = look.situation.descriptors[own.id]
        states = [state for state in own.states if state.id in held.possible]
        now = listed([state.label for state in states], last="or") or None
        shown = "; ".join(state.tripwire for state in states if state.tripwire and held.state) or None
        told = [entry for entry in own.history if entry.state in held.possible]
        resting = told[-1:] if held.state else told
        yield row_of([own, *resting], own.label, ", ".join(word for word in (*words, read) if word), now, shown)


def _states(found: Region) -> Iterator[Row]:
    """Yield each condition with its states; those that rest on something of their own have rows of their own."""
    for own in found.descriptors:
        alone = [state for state in own.states if not row_of([state]).is_bare]
        plain = tuple(_state(state) for state in own.states if state not in alone)
        if plain:
            yield Row((own.label, plain))
        for state in alone:
            yield row_of([state], own.label, (_state(state),))


def _state(state: DescriptorState) -> str:
    return f"{state.label} (when {state.when})" if state.when else state.label


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


def _effects(found: Region) -> Table:
    """Return what states do to others: a row for each pair of them, and a column for each coder."""
    judged: dict[tuple[str, str], list[Impact]] = {}
    for impact in found.system.impacts:
        judged.setdefault((impact.source, impact.on), []).append(impact)
    coders = tuple(dict.fromkeys(impact.coder for impact in found.system.impacts))
    usual = _usual([*found.system.impacts, *found.system.background])
    rows = tuple(_pair(found, pair, coders, usual) for same in judged.values() for pair in _apart(same))
    titles = (f"{_EFFECT}, by {coder}" if coder else _EFFECT for coder in coders)
    columns = (*_PAIR, *(Column(f"effect-{k}" if k else "effect", each) for k, each in enumerate(titles)), _WHY)
    return Table("effects", f"What each does to the others{_said_of(usual)}", columns, rows)


def _apart(same: Sequence[Impact]) -> Iterator[list[Impact]]:
    """Yield the judgements of one pair, together as long as a row can say all of them."""
    held: list[Impact] = []
    for impact in same:
        if any(not _go_together(other, impact) for other in held):
            yield held
            held = []
        held.append(impact)
    yield held


def _go_together(one: Impact, other: Impact) -> bool:
    """Return whether a row can say both: held alike at the same time, and not each on an assumption of its own."""
    assumed = {each.assumption for each in (one, other) if each.assumption}
    return _held(one) == _held(other) and len(assumed) <= 1


def _held(impact: Impact) -> tuple[object, ...]:
    return impact.certainty, impact.hedge, impact.from_, impact.to


def _pair(found: Region, judged: list[Impact], coders: Sequence[str | None], usual: str) -> Row:
    by = {impact.coder: _judged(impact, usual) for impact in judged}
    reasons = tuple(dict.fromkeys(impact.why for impact in judged if impact.why))
    first = judged[0]
    names = _named(found, first.source), _named(found, first.on)
    return row_of(judged, *names, *map(by.get, coders), reasons)


def _background(found: Region) -> Table:
    usual = _usual([*found.system.impacts, *found.system.background])
    rows = tuple(
        row_of([each], f"{_named(found, each.on)}{_since(found, each)}", _judged(each, usual), each.why)
        for each in found.system.background
    )
    columns = (_ALWAYS, Column("effect", _EFFECT), _WHY)
    return Table("background", f"What acts whatever the states are{_said_of(usual)}", columns, rows)


def _since(found: Region, judged: Background) -> str:
    """Return since when something acts, where that is said."""
    return f", since {found.moment.clock.said(judged.from_)}" if judged.from_ is not None else ""


def _usual(judged: Sequence[Impact | Background]) -> str:
    """Return how most judgements were come by; those of which a table does not say it."""
    return max(kinds, key=kinds.count) if (kinds := [each.basis for each in judged]) else ""


def _said_of(usual: str) -> str:
    return f"; {usual} where nothing else is said" if usual else ""


def _judged(judged: Impact | Background, usual: str) -> str:
    strength = _strength(judged.effect)
    return strength if judged.basis == usual else f"{strength}, {judged.basis}"


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
