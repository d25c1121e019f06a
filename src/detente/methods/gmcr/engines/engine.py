"""What the stability concepts ask of a conflict, whatever form it is given in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal, States


class Engine(Protocol):
    """The moves and preferences of a conflict.

    Decision makers (DMs) and states are numbered from 0. Every array over the states may hold anything
    at infeasible states, in and out. Several questions may be asked at once: each row of ``v`` is one.
    """

    @property
    def payoffs(self) -> Ordinal:
        """Ordinal payoffs: bigger is better, ties are equal [shape (n_dm, S)]."""

    @property
    def feasible(self) -> Bool:
        """Which states can be [shape (S,)]."""

    def moves(self, i: int, s: int) -> States:
        """Return the states that DM ``i`` can move to from ``s`` in one step, ascending [shape (k,)]."""

    def moves_from(self, i: int, states: States) -> States:
        """Return the moves of DM ``i`` from any of some distinct states as rows of source and target [shape (m, 2)]."""

    def own_best(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and DM ``i``'s moves from it [shape (k, S)]."""

    def best_move(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over DM ``i``'s moves from each state, not counting the state itself.

        Where it has no move, the least number of the type of ``v`` [shape (k, S)].
        """

    def others_worst(self, i: int, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and all that ``i``'s opponents can make of it.

        The opponents move in any legal sequence: no DM moves twice in a row [shape (k, S)].
        """

    def others_worst_credible(self, i: int, v: Ordinal) -> Ordinal:
        """Return the same as :meth:`others_worst` when every mover must gain by its own move [shape (k, S)]."""

    def with_payoffs(self, payoffs: Ordinal) -> Self:
        """Return the same conflict among decision makers with other preferences [shape (n_dm, S)]."""
