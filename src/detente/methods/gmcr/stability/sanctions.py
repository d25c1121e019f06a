"""Sanctions: who is deterred, because what it could gain would be taken away again."""

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
class Sanctions:
    """What counts as a sanction of a unilateral improvement.

    A sanction is a legal sequence of the opponents' moves to a state that the one who is sanctioned likes no
    better than where it stood before its improvement.

    Attributes
    ----------
    credible
        Whether everybody who moves in it must gain by its own move: a sequence of unilateral improvements.
    inescapable
        Whether it must also hold after one more move of the one who is sanctioned.
    """

    credible: bool
    inescapable: bool


def deterred(engine: Engine, i: int, asked: Sequence[Sanctions | None]) -> Bool:
    """Return the feasible states at which each improvement of DM ``i`` is sanctioned [shape (k, S)].

    What tempts ``i`` is the best over its moves of what they are worth once they are sanctioned. The worst sanction
    may count the move's own outcome: an improvement lies above where ``i`` stands and so punishes nothing, and
    a move that is no improvement tempts nobody.

    Parameters
    ----------
    engine
        The conflict.
    i
        The decision maker.
    asked
        Which sanctions count, for each row; ``None`` where none does. [length k]

    References
    ----------
    FangHipelKilgour1993, RegoVieira2017
    """
    payoff = engine.payoffs[i]
    dreaded = {False: payoff}
    if any(sanctions is not None and sanctions.inescapable for sanctions in asked):
        dreaded[True] = engine.own_best(i, payoff[None])[0]
    found = np.empty((len(asked), *payoff.shape), dtype=np.bool_)
    at_once = max(1, len(asked)) if found.size <= CELLS else 1
    for start in range(0, len(asked), at_once):
        some = slice(start, start + at_once)
        temptation = engine.own_best(i, _worth(engine, i, dreaded, asked[some]))
        np.greater_equal(payoff, temptation, out=found[some])
    found &= engine.feasible
    return found


def _worth(engine: Engine, i: int, dreaded: Mapping[bool, Ordinal], asked: Sequence[Sanctions | None]) -> Ordinal:
    """Return what each state is worth to DM ``i`` once the sanctions that count were made [shape (k, S)].

    A sanction is worth what ``i`` dreads of the state it leads to: its payoff there, or the best of its moves.
    """
    payoff = dreaded[False]
    worth = []
    for credible, run in groupby(asked, key=lambda sanctions: sanctions and sanctions.credible):
        dread = [payoff if sanctions is None else dreaded[sanctions.inescapable] for sanctions in run]
        rows = np.array(dread) if len(dread) > 1 else dread[0][None]
        if credible is not None:
            worst = engine.others_worst_credible if credible else engine.others_worst
            rows = np.minimum(payoff, worst(i, rows))
        worth.append(rows)
    return np.concatenate(worth) if len(worth) > 1 else worth[0]
