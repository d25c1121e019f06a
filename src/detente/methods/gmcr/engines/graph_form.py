"""Conflicts in graph form: states and moves are listed.

Moves need not compose: from ``a`` to ``b`` and on to ``c`` does not give a move from ``a`` to ``c``. So
that no decision maker moves twice in a row, the opponents' sequences are followed over pairs of a state
and the decision maker who moved last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Self

import numpy as np

from detente.methods.gmcr.engines.turns import by_turns, least_after

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal, States


@dataclass(frozen=True, eq=False)
class GraphForm:
    """A conflict in graph form; an :class:`~detente.methods.gmcr.engine.Engine`.

    Attributes
    ----------
    arcs
        For each decision maker, its moves as rows of source and target. [each shape (m, 2)]
    payoffs
        Ordinal payoffs. [shape (n_dm, S)]

    Raises
    ------
    ValueError
        If there is not one list of moves per decision maker, or a move has the wrong shape, leaves the
        states, or leads nowhere.
    """

    arcs: tuple[States, ...]
    payoffs: Ordinal

    def __post_init__(self) -> None:
        if len(self.arcs) != len(self.payoffs):
            msg = f"{len(self.arcs)} lists of moves for {len(self.payoffs)} decision makers"
            raise ValueError(msg)
        for i, arcs in enumerate(self.arcs):
            if arcs.ndim != 2 or arcs.shape[1] != 2:
                msg = f"the moves of decision maker {i} have shape {arcs.shape}, not (m, 2)"
                raise ValueError(msg)
            outside = ((arcs < 0) | (arcs >= self.feasible.size)).any(axis=1)
            wrong = arcs[outside | (arcs[:, 0] == arcs[:, 1])]
            if wrong.size:
                msg = f"{wrong[0]} is not a move between two of {self.feasible.size} states"
                raise ValueError(msg)

    @cached_property
    def feasible(self) -> Bool:
        """All states: only those that can be are listed [shape (S,)]."""
        return np.ones(self.payoffs.shape[1], dtype=np.bool_)

    def with_payoffs(self, payoffs: Ordinal) -> Self:
        """Return the same conflict among decision makers with other preferences [shape (n_dm, S)]."""
        return replace(self, payoffs=payoffs)

    def moves(self, i: int, s: int) -> States:
        """Return the states that DM ``i`` can move to from ``s`` in one step, ascending [shape (k,)]."""
        return self.moves_from(i, np.array([s], dtype=np.intp))[:, 1]

    def moves_from(self, i: int, states: States) -> States:
        """Return the moves of DM ``i`` from any of some distinct states as rows of source and target [shape (m, 2)]."""
        arcs = self._sorted[i]
        first, last = (np.searchsorted(arcs[:, 0], states, side=side) for side in ("left", "right"))
        count = last - first
        skipped = np.repeat(np.cumsum(count) - last, count)
        moves: States = arcs[np.arange(skipped.size) - skipped]
        return moves

    def own_best(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and DM ``i``'s moves from it [shape (k, S)]."""
        return np.maximum(v, self.best_move(i, v))

    def best_move(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over DM ``i``'s moves from each state, without staying [shape (k, S)]."""
        best = np.full_like(v, np.iinfo(v.dtype).min)
        for most, values in zip(best, v, strict=True):
            np.maximum.at(most, self.arcs[i][:, 0], values[self.arcs[i][:, 1]])
        return best

    def others_worst(self, i: int, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and all that ``i``'s opponents can make of it."""
        return _worst(v, [arcs for j, arcs in enumerate(self.arcs) if j != i])

    def others_worst_credible(self, i: int, v: Ordinal) -> Ordinal:
        """Return the same as :meth:`others_worst` when every mover must gain by its own move [shape (k, S)]."""
        return _worst(v, [arcs for j, arcs in enumerate(self._improving) if j != i])

    @cached_property
    def _sorted(self) -> tuple[States, ...]:
        """Return the distinct moves of each decision maker by source, then by target."""
        return tuple(np.unique(arcs, axis=0) for arcs in self.arcs)

    @cached_property
    def _improving(self) -> tuple[States, ...]:
        pairs = zip(self.arcs, self.payoffs, strict=True)
        return tuple(arcs[p[arcs[:, 1]] > p[arcs[:, 0]]] for arcs, p in pairs)


def _worst(v: Ordinal, movers: list[States]) -> Ordinal:
    """Return the least of ``v`` over each state and the legal sequences of ``movers`` from it [shape (k, S)]."""
    steps = [partial(least_after, arcs) for arcs in movers]
    return np.array([by_turns(values, steps, join=np.minimum) for values in v])
