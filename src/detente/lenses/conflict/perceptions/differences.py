"""Differences: what one perception changes in the conflict, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from detente.lenses.conflict.joint import consented_to
from detente.lenses.conflict.words import DIRECTIONS, condition, maker_names, refusal, rule_words
from detente.lenses.wording import listed
from detente.methods.gmcr.preference.blocks import block_numbers, split
from detente.models.conflict.blocks import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.case.conflict import Conflict, DecisionMaker, Infeasible, Statement
    from detente.case.joint_act import JointAct
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.situation import Situation


class Difference(NamedTuple):
    """One thing in which two readings of a conflict differ, each as a clause.

    Attributes
    ----------
    here, there
        What is so with a perception, and what is so without it.
    """

    here: str
    there: str


def differences(analysis: Explicit, before: Situation, after: Situation) -> Iterator[Difference]:
    """Yield what differs between two readings of a conflict.

    Parameters
    ----------
    analysis
        The conflict as its model is written, for the words of its options.
    before, after
        A reading without a perception, and with it; both have the conflict's decision makers and options.
    """
    was, now = before.case.conflict, after.case.conflict
    if was is None or now is None:
        return
    makers = zip(maker_names(analysis), was.decision_makers, now.decision_makers, strict=True)
    for name, old, new in makers:
        yield from _openings(name, old, before, after, consented_to(was))
        yield from _directions(old, new)
        yield from _red_lines(analysis, name, old, new)
        yield from _preferences(analysis, name, old, new)
        yield from _moves(name, old.actor, was, now)
    there = [_rule(analysis, rule) for rule in was.infeasible if rule not in now.infeasible]
    here = [_rule(analysis, rule) for rule in now.infeasible if rule not in was.infeasible]
    yield from (Difference(f"there is no rule {rule}", f"there is a rule {rule}") for rule in there)
    yield from (Difference(f"there is a rule {rule}", f"there is no rule {rule}") for rule in here)


def _rule(analysis: Explicit, rule: Infeasible) -> str:
    return f"“{rule_words(analysis, rule).rstrip('.')}”"


def _openings(
    name: str, maker: DecisionMaker, before: Situation, after: Situation, acts: Mapping[str, JointAct]
) -> Iterator[Difference]:
    for option in maker.options:
        was, now = before.options[option.id].open, after.options[option.id].open
        if was != now:
            act = acts.get(option.id)
            what = f"take “{option.label}”" if act is None else f"consent to “{act.label}”"
            can, cannot = (f"{name} {can} {what}" for can in ("can", "cannot"))
            yield _either(now, can, cannot)


def _either(first: bool, one: str, other: str) -> Difference:
    return Difference(one, other) if first else Difference(other, one)


def _directions(old: DecisionMaker, new: DecisionMaker) -> Iterator[Difference]:
    for was, now in zip(old.options, new.options, strict=True):
        if was.direction != now.direction:
            here, there = (f"“{was.label}” can be {DIRECTIONS[each]}" for each in (now.direction, was.direction))
            yield Difference(here, there)


def _red_lines(analysis: Explicit, name: str, old: DecisionMaker, new: DecisionMaker) -> Iterator[Difference]:
    was, now = ({refusal(analysis, name, line) for line in maker.red_lines} for maker in (old, new))
    for line in sorted(was ^ now):
        yield _either(line in now, line, f"{name} draws no such red line")


def _preferences(analysis: Explicit, name: str, old: DecisionMaker, new: DecisionMaker) -> Iterator[Difference]:
    was, now = old.preferences, new.preferences
    if was is None or now is None:
        if was is not now:
            yield _either(now is None, f"{name} has no preferences", f"{name} has preferences")
    elif was.statements is not None and now.statements is not None:
        yield from _wishes(analysis, name, was.statements, now.statements)
    elif (was.weights, was.ranking, was.statements) != (now.weights, now.ranking, now.statements):
        yield Difference(f"{name} orders the outcomes in one way", f"{name} orders them in another")


def _wishes(analysis: Explicit, name: str, old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[Difference]:
    was = {wish.id or wish.when: condition(analysis, wish.when) for wish in old}
    now = {_known(wish, old, new): condition(analysis, wish.when) for wish in new}
    for key, wish in was.items():
        if key not in now:
            yield Difference(_lacking(name, wish), f"{name} prefers {wish}")
        elif now[key] != wish:
            yield Difference(f"{name} prefers {now[key]}", f"{name} prefers {wish}")
    added = (wish for key, wish in now.items() if key not in was)
    yield from (Difference(f"{name} prefers {wish}", _lacking(name, wish)) for wish in added)
    yield from _alike(analysis, name, old, new)
    here, there = [key for key in now if key in was], [key for key in was if key in now]
    if here != there:
        yield Difference(
            f"{name} prefers, the more important first, {', then '.join(now[key] for key in here)}",
            f"{name} prefers, the more important first, {', then '.join(was[key] for key in there)}",
        )


def _lacking(name: str, wish: str) -> str:
    """Return that somebody has no such wish; against an option where the wish is that it is not taken."""
    against = re.fullmatch("not (“[^”]*”)", wish)
    return f"{name} has no wish against {against[1]}" if against else f"{name} has no wish for {wish}"


def _alike(analysis: Explicit, name: str, old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[Difference]:
    """Yield which wishes count alike in one of the readings only."""
    was, now = _blocks(old), _blocks(new)
    for block in dict.fromkeys((*now, *was)):
        if (block in was) != (block in now):
            said = listed([condition(analysis, when) for when in block])
            alike, apart = (f"for {name} these {do}count alike: {said}" for do in ("", "do not "))
            yield _either(block in now, alike, apart)


def _blocks(stated: Sequence[Statement]) -> list[tuple[str, ...]]:
    """Return the conditions of statements that count alike, block by block."""
    blocks = split(range(len(stated)), block_numbers(runs(stated)))
    return [tuple(stated[k].when for k in block) for block in blocks if len(block) > 1]


def _known(wish: Statement, old: Sequence[Statement], new: Sequence[Statement]) -> str:
    """Return what a statement was called before: by its id, or by an id that is gone where it says the same."""
    ids = {other.id or other.when for other in new}
    same = [other.id or other.when for other in old if other.when == wish.when]
    own = wish.id or wish.when
    return own if own in {other.id or other.when for other in old} else next((k for k in same if k not in ids), own)


def _moves(name: str, actor: str, was: Conflict, now: Conflict) -> Iterator[Difference]:
    old, new = _arcs(was, actor), _arcs(now, actor)
    for here, there in sorted(new ^ old):
        can, cannot = (f"{name} {can} move from {here} to {there}" for can in ("can", "cannot"))
        yield _either((here, there) in new, can, cannot)


def _arcs(conflict: Conflict, actor: str) -> set[tuple[str, str]]:
    moves = conflict.graph.moves.get(actor, {}) if conflict.graph else {}
    return {(here, there) for here, reached in moves.items() for there in reached}
