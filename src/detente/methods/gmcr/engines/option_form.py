"""Conflicts in option form: a state is the set of options taken.

No state-by-state matrix is ever built. Two moves in a row of one decision maker are one move: each of its
options ends where the two moves left it, which its direction allows, and an improvement on an improvement
improves. So the rule that no one moves twice in a row drops out here, and what the opponents can make of
a state is plain reachability. In graph form, where moves need not compose, it does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Self

import numpy as np

from detente.methods.gmcr.engines.fibers import each_movers
from detente.methods.gmcr.engines.label_search import settle
from detente.methods.gmcr.engines.steps import Steps
from detente.methods.gmcr.engines.sweep import Sweep
from detente.methods.gmcr.engines.transforms import own_and_others
from detente.methods.gmcr.states import TooManyStatesError, state_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.directions import Direction
    from detente.methods.gmcr.engines.transforms import Transform

ROUNDS = 12
"""How often every opponent is let loose on every state before the search goes state by state."""

CHUNK = 1 << 22
"""How many moves are looked at together in a search."""

MAX_MOVES = 1 << 24
"""The most moves of one decision maker that are listed one by one."""


@dataclass(frozen=True, eq=False)
class OptionForm:
    """A conflict in option form; an :class:`~detente.methods.gmcr.engine.Engine`.

    Attributes
    ----------
    owners
        The decision maker whom each option belongs to, in written order [length n].
    directions
        How each option may change [length n].
    feasible
        Which states can be [shape (2**n,)].
    payoffs
        Ordinal payoffs; those of infeasible states are never looked at [shape (n_dm, 2**n)].

    Raises
    ------
    TooManyStatesError
        If there are too many options to list their states.
    ValueError
        If the shapes disagree or an option has no owner among the decision makers.
    """

    owners: tuple[int, ...]
    directions: tuple[Direction, ...]
    feasible: Bool
    payoffs: Ordinal

    def __post_init__(self) -> None:
        count = state_count(len(self.owners))
        shapes = (len(self.directions), self.feasible.shape, self.payoffs.shape[1:])
        if shapes != (len(self.owners), (count,), (count,)):
            msg = f"{len(self.owners)} owned options, but (directions, feasible, payoffs) have {shapes}"
            raise ValueError(msg)
        if not set(self.owners) <= set(range(len(self.payoffs))):
            msg = f"options belong to {sorted(set(self.owners))} of {len(self.payoffs)} decision makers"
            raise ValueError(msg)

    def with_payoffs(self, payoffs: Ordinal) -> Self:
        """Return the same conflict among decision makers with other preferences [shape (n_dm, S)]."""
        return replace(self, payoffs=payoffs)

    def moves(self, i: int, s: int) -> States:
        """Return the states that DM ``i`` can move to from ``s`` in one step, ascending [shape (k,)]."""
        return self.moves_from(i, np.array([s], dtype=np.intp))[:, 1]

    def moves_from(self, i: int, states: States) -> States:
        """Return the moves of DM ``i`` from any of some distinct states as rows of source and target [shape (m, 2)]."""
        there, allowed = self._steps[i].forward(states)
        allowed &= self.feasible[there] & (there != states[:, None])
        return np.stack([np.repeat(states, allowed.sum(axis=1)), there[allowed]], axis=1)

    def arcs(self, i: int) -> States:
        """Return all moves of DM ``i`` as rows of source and target [shape (m, 2)].

        Raises
        ------
        TooManyStatesError
            If there are more than ``MAX_MOVES`` to look at.
        """
        states = np.flatnonzero(self.feasible)
        if states.size * self._steps[i].choices.size > MAX_MOVES:
            msg = (
                f"decision maker {i} has more moves than the {MAX_MOVES} that can be listed one by one: "
                "leave out options that are settled at this date, or join options that always go together"
            )
            raise TooManyStatesError(msg)
        return self.moves_from(i, states)

    def own_best(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over each state and DM ``i``'s moves from it [shape (k, S)]."""
        return self._transforms[i].best(v if self._complete else self._bar(v, np.iinfo(v.dtype).min))

    def best_move(self, i: int, v: Ordinal) -> Ordinal:
        """Return the most that ``v`` is over DM ``i``'s moves from each state, without staying [shape (k, S)]."""
        return self._transforms[i].best_elsewhere(self._bar(v, np.iinfo(v.dtype).min))

    def others_worst(self, i: int, v: Ordinal) -> Ordinal:
        """Return the least that ``v`` is over each state and all that ``i``'s opponents can make of it.

        Where nothing is infeasible the opponents' moves compose to one: any change of their options.
        """
        if self._complete:
            return self._together[i].worst(v)
        v = self._bar(v, np.iinfo(v.dtype).max)
        return self._closure(i, v, self._move_worst, credible=False)

    def others_worst_credible(self, i: int, v: Ordinal) -> Ordinal:
        """Return the same as :meth:`others_worst` when every mover must gain by its own move [shape (k, S)]."""
        v = v if self._complete else self._bar(v, np.iinfo(v.dtype).max)
        return self._closure(i, v, lambda j, w: self._sweeps[j].worst(w), credible=True)

    def _closure(self, i: int, v: Ordinal, step: Callable[[int, Ordinal], Ordinal], *, credible: bool) -> Ordinal:
        """Let the opponents move by turns until nothing changes; after a few rounds, search instead."""
        opponents = [j for j in self._movers if j != i]
        if len(opponents) < 2:
            return step(opponents[0], v) if opponents else v
        start = v
        for _ in range(ROUNDS):
            start = v
            for j in opponents:
                v = step(j, v)
            if np.array_equal(v, start):
                return v
        before = partial(self._before, opponents, credible=credible)
        pairs = zip(v, start, strict=True)
        return np.array([settle(row, np.flatnonzero(row != was), before=before) for row, was in pairs])

    def _move_worst(self, j: int, v: Ordinal) -> Ordinal:
        return self._bar(self._transforms[j].worst(v), np.iinfo(v.dtype).max)

    def _before(self, movers: Sequence[int], states: States, *, credible: bool) -> States:
        """Return the states from which one of ``movers`` moves, or improves, into ``states``."""
        found = []
        for j in movers:
            pieces = -(-states.size * self._steps[j].choices.size // CHUNK)
            for piece in np.array_split(states, pieces):
                here, allowed = self._steps[j].backward(piece)
                allowed &= self.feasible[here]
                if credible:
                    allowed &= self.payoffs[j][here] < self.payoffs[j][piece][:, None]
                found.append(here[allowed])
        return np.concatenate(found)

    def _bar(self, v: Ordinal, filling: int) -> Ordinal:
        return np.where(self.feasible, v, v.dtype.type(filling))

    def _of_mover(self, i: int) -> tuple[Direction | None, ...]:
        return tuple(d if owner == i else None for owner, d in zip(self.owners, self.directions, strict=True))

    @cached_property
    def _movers(self) -> tuple[int, ...]:
        return tuple(sorted(set(self.owners)))

    @cached_property
    def _complete(self) -> bool:
        return bool(self.feasible.all())

    @cached_property
    def _transforms(self) -> tuple[Transform, ...]:
        return own_and_others(self.owners, self.directions, len(self.payoffs))[0]

    @cached_property
    def _together(self) -> tuple[Transform, ...]:
        return own_and_others(self.owners, self.directions, len(self.payoffs))[1]

    @cached_property
    def _steps(self) -> tuple[Steps, ...]:
        return tuple(Steps.of(self._of_mover(i)) for i in range(len(self.payoffs)))

    @cached_property
    def _sweeps(self) -> tuple[Sweep, ...]:
        fibers = each_movers(self.owners, self.directions, len(self.payoffs))
        return tuple(Sweep.of(own, self._lifted(p)) for own, p in zip(fibers, self.payoffs, strict=True))

    def _lifted(self, payoff: Ordinal) -> Ordinal:
        """Return payoffs in which infeasible states tie with the best: nothing is better, and they bring nothing."""
        if self._complete:
            return payoff
        return np.where(self.feasible, payoff, payoff.max(initial=np.iinfo(payoff.dtype).min, where=self.feasible))
