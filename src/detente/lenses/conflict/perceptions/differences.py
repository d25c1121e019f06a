"""Differences: what one perception changes in the conflict, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.joint import consented_to
from detente.lenses.conflict.words import DIRECTIONS, condition, maker_names, refusal, rule_words
from detente.lenses.wording import listed
from detente.methods.gmcr.preference.blocks import block_numbers, split
from detente.models.conflict.blocks import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.case.conflict import Conflict, DecisionMaker, Statement
    from detente.case.joint_act import JointAct
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.situation import Situation


def differences(analysis: Explicit, before: Situation, after: Situation) -> Iterator[str]:
    """Yield what differs between two views of a conflict, each as a clause.

    Parameters
    ----------
    analysis
        The conflict as the case has it, for the words of its options.
    before, after
        A view without a perception, and with it; both have the conflict's decision makers and options.
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
    gone = [rule for rule in was.infeasible if rule not in now.infeasible]
    come = [rule for rule in now.infeasible if rule not in was.infeasible]
    yield from (f"there is no rule “{rule_words(analysis, rule).rstrip('.')}”" for rule in gone)
    yield from (f"there is a rule “{rule_words(analysis, rule).rstrip('.')}”" for rule in come)


def _openings(
    name: str, maker: DecisionMaker, before: Situation, after: Situation, acts: Mapping[str, JointAct]
) -> Iterator[str]:
    for option in maker.options:
        was, now = before.options[option.id].open, after.options[option.id].open
        if was != now:
            can, cannot = ("can", "cannot") if now else ("cannot", "can")
            act = acts.get(option.id)
            what = f"take “{option.label}”" if act is None else f"consent to “{act.label}”"
            yield f"{name} {can} {what} (in the case it {cannot})"


def _directions(old: DecisionMaker, new: DecisionMaker) -> Iterator[str]:
    for was, now in zip(old.options, new.options, strict=True):
        if was.direction != now.direction:
            can = f"“{was.label}” can be {DIRECTIONS[now.direction]}"
            yield f"{can} (in the case: {DIRECTIONS[was.direction]})"


def _red_lines(analysis: Explicit, name: str, old: DecisionMaker, new: DecisionMaker) -> Iterator[str]:
    was, now = ({refusal(analysis, name, line) for line in maker.red_lines} for maker in (old, new))
    yield from (f"{said} (in the case it does not say so)" for said in sorted(now - was))
    yield from (f"it is not so that {said}" for said in sorted(was - now))


def _preferences(analysis: Explicit, name: str, old: DecisionMaker, new: DecisionMaker) -> Iterator[str]:
    was, now = old.preferences, new.preferences
    if was is None or now is None:
        if was is not now:
            yield f"{name} has no preferences" if now is None else f"{name} has preferences (the case states none)"
    elif was.statements is not None and now.statements is not None:
        yield from _wishes(analysis, name, was.statements, now.statements)
    elif (was.weights, was.ranking, was.statements) != (now.weights, now.ranking, now.statements):
        yield f"{name} orders the outcomes otherwise than in the case"


def _wishes(analysis: Explicit, name: str, old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[str]:
    was = {wish.id or wish.when: condition(analysis, wish.when) for wish in old}
    now = {_known(wish, old, new): condition(analysis, wish.when) for wish in new}
    for key, wish in was.items():
        if key not in now:
            yield f"{name} does not prefer {wish} (in the case it does)"
        elif now[key] != wish:
            yield f"{name} prefers {now[key]} (in the case it prefers {wish})"
    yield from (f"{name} prefers {wish} (in the case it does not)" for key, wish in now.items() if key not in was)
    yield from _alike(analysis, name, old, new)
    if [key for key in now if key in was] != [key for key in was if key in now]:
        yield f"{name} prefers in another order {'; then '.join(now.values())}"


def _alike(analysis: Explicit, name: str, old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[str]:
    """Yield which wishes count alike in one of the views only."""
    was, now = (_blocks(stated) for stated in (old, new))
    for block in now:
        if block not in was:
            said = listed([condition(analysis, when) for when in block])
            yield f"for {name} these count alike: {said} (in the case they do not)"
    for block in was:
        if block not in now:
            said = listed([condition(analysis, when) for when in block])
            yield f"for {name} these do not count alike: {said} (in the case they do)"


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


def _moves(name: str, actor: str, was: Conflict, now: Conflict) -> Iterator[str]:
    old, new = _arcs(was, actor), _arcs(now, actor)
    yield from (f"{name} can move from {here} to {there} (in the case it cannot)" for here, there in sorted(new - old))
    yield from (f"{name} cannot move from {here} to {there} (in the case it can)" for here, there in sorted(old - new))


def _arcs(conflict: Conflict, actor: str) -> set[tuple[str, str]]:
    moves = conflict.graph.moves.get(actor, {}) if conflict.graph else {}
    return {(here, there) for here, reached in moves.items() for there in reached}
