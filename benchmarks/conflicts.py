"""Conflicts to measure, and the analysis that is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.directions import Direction
from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.stability.analysis import analyse

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool


def conflict(n: int, movers: int, *, barred: float = 0.0, one_way: int = 0) -> OptionForm:
    """Build a random conflict; ``one_way`` makes each n-th option take-only."""
    rng = np.random.default_rng(n)
    ways = [Direction.TAKE_ONLY if one_way and k % one_way == 2 else Direction.BOTH for k in range(n)]
    feasible = rng.random(1 << n) >= barred
    payoffs = rng.integers(0, 1 << n, (movers, 1 << n), dtype=np.int32)
    return OptionForm(tuple(k * movers // n for k in range(n)), tuple(ways), feasible, payoffs)


def staircase(k: int) -> OptionForm:
    """Build the worst case: two climbers whose only way up is one step each by turns."""
    x, y = np.divmod(np.arange(1 << 2 * k), 1 << k)
    height = (x + y).astype(np.int32)
    owners = (0,) * k + (1,) * k + (2,)
    payoffs = np.repeat([height, height, -height], 2, axis=1)
    return OptionForm(owners, (Direction.BOTH,) * len(owners), np.repeat((y == x) | (y == x + 1), 2), payoffs)


def shuffled(model: OptionForm) -> OptionForm:
    """Build a random conflict of the same movers, with as many possible states and as many levels."""
    rng = np.random.default_rng(1)
    payoffs = rng.permuted(model.payoffs, axis=1)
    return OptionForm(model.owners, model.directions, rng.permutation(model.feasible), payoffs)


def matrices(model: OptionForm) -> Bool:
    """Return the moves between every two states [shape (2, S, S)]."""
    size = model.feasible.size
    moves = np.zeros((2, size, size), dtype=np.bool_)
    for i in range(2):
        moves[i][tuple(model.arcs(i).T)] = True
    return moves


def analyse_anew(model: OptionForm) -> None:
    """Analyse a conflict that nothing is known about yet, so that sorting its preferences counts."""
    analyse(OptionForm(model.owners, model.directions, model.feasible, model.payoffs))
