"""Narration: sequences of moves as sentences tell them, and which preferences stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.case.red_line import RedLine
from detente.findings.figures.routes import Gain
from detente.lenses.conflict.words import condition, maker_names, move, refusal
from detente.lenses.evidence import say
from detente.lenses.wording import sentence
from detente.methods.gmcr.preference.blocks import block_numbers, split
from detente.methods.gmcr.preference.state_sets import holds
from detente.methods.gmcr.preference.statements import parse
from detente.models.conflict.blocks import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.case.conflict import Statement as Wish
    from detente.findings import Statement
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.moves.sequences import Move


def told(analysis: Explicit, moves: Iterable[Move]) -> tuple[str, ...]:
    """Return one clause for each move, which says so where its mover does not gain from it."""
    names = maker_names(analysis)
    return tuple(
        f"{names[step.by]} would {move(analysis, step.source, step.target)}{_cost(analysis, step)}" for step in moves
    )


def gains(analysis: Explicit, step: Move) -> bool:
    """Return whether who moves prefers where the move leads."""
    payoff = analysis.model.engine.payoffs[step.by]
    return bool(payoff[step.target] > payoff[step.source])


def worth(analysis: Explicit, by: int, source: int, target: int) -> Gain:
    """Return what a move is worth to its mover."""
    payoff = analysis.model.engine.payoffs[by]
    return (Gain.COST, Gain.EVEN, Gain.GAIN)[int(np.sign(payoff[target] - payoff[source])) + 1]


def _cost(analysis: Explicit, step: Move) -> str:
    payoff = analysis.model.engine.payoffs[step.by]
    if gains(analysis, step):
        return ""
    return " (without a gain)" if payoff[step.target] == payoff[step.source] else " (against its own preference)"


def reasons(analysis: Explicit, moves: Iterable[Move]) -> Iterator[Statement]:
    """Yield the red line or stated preference for which each mover likes one end of its move better than the other."""
    for step in moves:
        block, name = deciding(analysis, step), maker_names(analysis)[step.by]
        for wish in block:
            because = f" {sentence(wish.why)}" if wish.why else ""
            alike = "" if len(block) == 1 or isinstance(wish, RedLine) else _alike(wish)
            yield say(f"{wished(analysis, name, wish)}{alike}.{because}", wish)


def wished(analysis: Explicit, name: str, wish: Wish | RedLine) -> str:
    """Return what somebody accepts in no case, or what it prefers, as a clause."""
    if isinstance(wish, RedLine):
        return refusal(analysis, name, wish)
    return f"{name} prefers {condition(analysis, wish.when)}"


def _alike(wish: Wish) -> str:
    return f", which counts alike with the others of “{wish.equal}”"


def deciding(analysis: Explicit, step: Move) -> tuple[Wish | RedLine, ...]:
    """Return the mover's red line that only one end of its move crosses, else its most important such statement.

    Where that is one of several that count alike, return all of them: their number decides.
    """
    model = analysis.model
    maker = analysis.conflict.decision_makers[step.by]
    if model.labels is not None:
        return ()
    accepted = model.accepts(step.by)
    stated = (maker.preferences and maker.preferences.statements) or ()
    blocks: list[tuple[Wish | RedLine, ...]] = [
        tuple(stated[k] for k in block) for block in split(range(len(stated)), block_numbers(runs(stated)))
    ]
    if accepted is not None and accepted[step.source] != accepted[step.target]:
        blocks = [(line,) for line in maker.red_lines]
    for wishes in blocks:
        read = [parse(wish.when) for wish in wishes]
        ends = (step.source, step.target)
        before, after = (sum(holds(each, model.options, state=end) for each in read) for end in ends)
        if before != after:
            return wishes
    return ()
