"""Answers: who stays because what it could gain would be taken away again."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal
    from detente.methods.gmcr.engines.engine import Engine

CELLS = 5 << 12
"""Up to how many verdicts are found together: what they need fits near the processor."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What counts as an answer to an improvement.

    An answer is a legal sequence of the opponents' moves to a state that the one who is answered likes no
    better than where it stood before its improvement.

    Attributes
    ----------
    credible
        Whether everybody who moves in it must gain by its own move.
    inescapable
        Whether it must also hold after one more move of the one who is answered.
    """

    credible: bool
    inescapable: bool


def unmoved(engine: Engine, i: int, asked: Sequence[Answers | None]) -> Bool:
    """Return the feasible states at which each improvement of DM ``i`` has an answer [shape (k, S)].

    What tempts ``i`` is the best over its moves of what they are worth once they are answered. The worst answer
    may count the move's own outcome: an improvement lies above where ``i`` stands and so punishes nothing, and
    a move that is no improvement tempts nobody.

    Parameters
    ----------
    engine
        The conflict.
    i
        The decision maker.
    asked
        Which answers count, for each row; ``None`` where none does. [length k]
    """
    payoff = engine.payoffs[i]
    dreaded = {False: payoff}
    if any(answers is not None and answers.inescapable for answers in asked):
        dreaded[True] = engine.own_best(i, payoff[None])[0]
    found = np.empty((len(asked), *payoff.shape), dtype=np.bool_)
    at_once = max(1, len(asked)) if found.size <= CELLS else 1
    for start in range(0, len(asked), at_once):
        some = slice(start, start + at_once)
        temptation = engine.own_best(i, _worth(engine, i, dreaded, asked[some]))
        np.greater_equal(payoff, temptation, out=found[some])
    found &= engine.feasible
    return found


def _worth(engine: Engine, i: int, dreaded: Mapping[bool, Ordinal], asked: Sequence[Answers | None]) -> Ordinal:
    """Return what each state is worth to DM ``i`` once the answers that count were given [shape (k, S)].

    An answer is worth what ``i`` dreads of the state it leads to: its payoff there, or the best of its moves.
    """
    payoff = dreaded[False]
    worth = []
    for credible, run in groupby(asked, key=lambda answers: answers and answers.credible):
        dread = [payoff if answers is None else dreaded[answers.inescapable] for answers in run]
        rows = np.array(dread) if len(dread) > 1 else dread[0][None]
        if credible is not None:
            worst = engine.others_worst_credible if credible else engine.others_worst
            rows = np.minimum(payoff, worst(i, rows))
        worth.append(rows)
    return np.concatenate(worth) if len(worth) > 1 else worth[0]
