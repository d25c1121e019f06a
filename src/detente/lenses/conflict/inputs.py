"""Inputs: what a verdict of the model rests on, as statements with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.joint import consented_to
from detente.lenses.conflict.narration import deciding, reasons, wished
from detente.lenses.conflict.words import condition, maker_names, move, taken
from detente.lenses.evidence import say
from detente.lenses.wording import sentence
from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability.analysis import improvements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.citation import Claim
    from detente.findings import Statement
    from detente.lenses.conflict.engine.subject import Subject


def status_quo_said(analysis: Subject, state: int, called: str = "the status quo") -> Statement:
    """Return what is done in the state that a verdict speaks of, on what the conflict as a whole rests on."""
    return say(f"{sentence(called).rstrip('.')}: {'; '.join(taken(analysis, state))}.", analysis.conflict)


def foremost_wishes(analysis: Subject) -> Iterator[Statement]:
    """Yield what weighs most for each decision maker, or how else the case says what it prefers."""
    for maker, name in zip(analysis.conflict.decision_makers, maker_names(analysis), strict=True):
        stated = maker.preferences
        if stated is not None and stated.statements:
            first = stated.statements[0]
            yield say(f"{name} wants most: {condition(analysis, first.when)}.{_why(first.why)}", first)
        elif stated is not None:
            how = "weighs its options" if stated.weights is not None else "ranks the states"
            yield say(f"{name} {how} as the case says.", stated)


def deterred(analysis: Explicit, i: int, state: int) -> Iterator[Statement]:
    """Yield by which wish or red line each single move of a decision maker from a state is worse for it.

    Single moves take or drop one option. In graph form no wishes are stated.
    """
    engine, name = analysis.model.engine, maker_names(analysis)[i]
    payoff = engine.payoffs[i]
    if analysis.model.labels is not None:
        return
    for end in engine.moves(i, state).tolist():
        if (end ^ state).bit_count() != 1 or payoff[end] >= payoff[state]:
            continue
        for wish in deciding(analysis, Move(i, state, end)):
            said = wished(analysis, "it", wish)
            yield say(f"{name} would not {move(analysis, state, end)}: {said}.{_why(wish.why)}", wish)


def _why(why: str | None) -> str:
    return f" {sentence(why)}" if why else ""


def leaving(analysis: Subject, states: Iterable[int]) -> Iterator[Statement]:
    """Yield what the tests of some states rest on: the status quo, and who would leave which state for which wish.

    Where nobody would, the wishes that weigh most.
    """
    quo = analysis.model.status_quo
    if quo is not None:
        yield status_quo_said(analysis, quo)
    found = []
    if isinstance(analysis, Explicit):
        makers = range(len(analysis.model.decision_makers))
        steps = [step for state in states for i in makers if (step := best_gain(analysis, i, state))]
        found = list(dict.fromkeys(reasons(analysis, steps)))
    yield from found or foremost_wishes(analysis)
    yield from _one_way(analysis)


def _one_way(analysis: Subject) -> Iterator[Statement]:
    """Yield what can be done and not undone, or undone and not done again; a joint act once."""
    acts = consented_to(analysis.conflict)
    said: dict[str, Claim] = {}
    for option in analysis.conflict.options:
        if option.direction != "both":
            claim = acts.get(option.id, option)
            done, undone = ("taken", "dropped") if option.direction == "take-only" else ("dropped", "taken up")
            said[f"Once {done}, “{claim.label}” cannot be {undone} again."] = claim
    yield from (say(words, claim) for words, claim in said.items())


def best_gain(analysis: Explicit, i: int, state: int) -> Move | None:
    """Return the move by which a decision maker gains most from a state, acting alone."""
    better = improvements(analysis.model.engine, i, s=state)
    if not better.size:
        return None
    return Move(i, state, int(better[analysis.model.engine.payoffs[i][better].argmax()]))
