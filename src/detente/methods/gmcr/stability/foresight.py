"""Foresight: where each of two decision makers expects a conflict to end when both look some moves ahead.

They take turns, and whoever does not move ends it. With a horizon of ``h`` moves, the one whose turn it is
compares staying with each of its moves, after which the other looks ``h - 1`` moves ahead. Preferences must
be strict: then the payoff of what is expected names a single state, although several moves may lead to it.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability.concept import UndefinedConceptError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.engines.engine import Engine

KEPT = 1 << 25
"""How many expected states, over all horizons, are held at a time while a line of moves is followed."""

WORK = 1 << 28
"""How many states, over all horizons, are looked at in search of the horizons that repeat."""


@dataclass(frozen=True, slots=True)
class Anticipation:
    """Why a decision maker stays at a state or leaves it, looking ahead.

    Attributes
    ----------
    horizon
        How many moves ahead it looks.
    line
        What it expects to follow if it made the best of its moves; empty when it has none.
    stays
        Whether it does not prefer where that ends.
    recurring
        Whether the horizon is one of those that repeat for ever, and it stays or leaves not at this one alone.
    """

    horizon: int
    line: tuple[Move, ...]
    stays: bool
    recurring: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Foresight:
    """Two decision makers who each expect the other to look ahead as well.

    Attributes
    ----------
    engine
        The conflict.
    rank
        Their payoffs as ranks from 0, the worst feasible state; 0 at infeasible states. [shape (2, S)]
    ordered
        The feasible states from the worst to the best for each. [shape (2, m)]
    """

    engine: Engine
    rank: Ordinal
    ordered: States

    @classmethod
    def of(cls, engine: Engine) -> Foresight:
        """Return the foresight of two decision makers with strict preferences.

        Raises
        ------
        UndefinedConceptError
            If there are not two, or one of them likes two feasible states equally.
        """
        movers = len(engine.payoffs)
        if movers != 2:
            raise UndefinedConceptError(f"it is for two decision makers, and there {_are(movers)} here")
        feasible = np.flatnonzero(engine.feasible)
        payoffs = engine.payoffs[:, feasible]
        order = np.argsort(payoffs, axis=1, kind="stable")
        levels = np.take_along_axis(payoffs, order, axis=1)
        ordered = feasible[order]
        for i, k in np.argwhere(levels[:, 1:] == levels[:, :-1])[:1].tolist():
            message = "it needs preferences without ties, as otherwise more than one end may be expected"
            raise UndefinedConceptError(message, tie=(i, int(ordered[i, k]), int(ordered[i, k + 1])))
        rank = np.zeros(engine.payoffs.shape, dtype=np.int32)
        np.put_along_axis(rank, ordered, np.arange(feasible.size, dtype=np.int32)[None], axis=1)
        return cls(engine, rank, ordered)

    def stable(self, i: int, horizon: int) -> Bool:
        """Return the feasible states that DM ``i`` does not leave, looking so many moves ahead [shape (S,)]."""
        return np.asarray(self.engine.feasible & (self._expected(i, horizon) == self._everywhere))

    def stable_at_last(self) -> tuple[int, Bool]:
        """Return the feasible states that each DM stays at from some horizon on, however far it looks.

        What is expected depends only on what was expected one move nearer, so the horizons repeat from some
        point on (R. P. Brent's search for cycles finds them).

        Returns
        -------
        horizon
            One less than the first horizon of a round of those that repeat.
        stable
            Where each decision maker stays at all of them. [shape (2, S)]

        Raises
        ------
        UndefinedConceptError
            If no repetition is found after a great many horizons.
        """
        expected = np.stack([self._everywhere] * 2)
        seen, seen_at, wait = expected, 0, 1
        stays = np.stack([self.engine.feasible] * 2)
        most = max(WORK // max(expected.size, 1), 64)
        for horizon in range(1, most + 1):
            expected = np.stack([self._deeper(i, expected[1 - i]) for i in (0, 1)])
            stays &= expected == self._everywhere
            if np.array_equal(expected, seen):
                return seen_at, stays
            if horizon - seen_at == wait:
                seen, seen_at, wait = expected, horizon, 2 * wait
                stays = np.stack([self.engine.feasible] * 2)
        message = f"what is expected does not repeat within {most} moves ahead: ask for one horizon instead, such as l5"
        raise UndefinedConceptError(message)

    def anticipate(self, i: int, s: int, horizon: int) -> Anticipation:
        """Return what DM ``i`` expects of its best move from the feasible state ``s``.

        Where several moves lead to the same expected end, the one to the first state is told.
        """
        line: list[Move] = []
        here, mover = s, i
        for expected in self._falling(1 - i, horizon - 1):
            there = self.engine.moves(mover, here)
            worth = self.rank[mover][expected[there]]
            if not there.size or (line and worth.max() <= self.rank[mover, here]):
                break
            line.append(Move(mover, here, int(there[worth.argmax()])))
            here, mover = line[-1].target, 1 - mover
        return Anticipation(horizon, tuple(line), bool(self.rank[i, here] <= self.rank[i, s]))

    @property
    def _everywhere(self) -> States:
        return np.arange(self.engine.feasible.size)

    def _expected(self, i: int, horizon: int) -> States:
        """Return where DM ``i``, whose turn it is, expects the conflict to end from each state [shape (S,)]."""
        (last,) = deque(self._rising(i, horizon), maxlen=1)
        return last

    def _rising(self, i: int, horizon: int) -> Iterator[States]:
        """Yield what is expected by turns, from no move ahead up to what DM ``i`` expects so many ahead."""
        expected = self._everywhere
        yield expected
        for ahead in range(1, horizon + 1):
            expected = self._deeper(i if (horizon - ahead) % 2 == 0 else 1 - i, expected)
            yield expected

    def _falling(self, i: int, horizon: int) -> Iterator[States]:
        """Yield the same from the farthest down, holding a few at a time."""
        most = max(KEPT // max(self.engine.feasible.size, 1), 1)
        while horizon >= 0:
            held = deque(self._rising(i, horizon), maxlen=most)
            while held:
                yield held.pop()
                i, horizon = 1 - i, horizon - 1

    def _deeper(self, i: int, after: States) -> States:
        """Return what DM ``i`` expects at each state, given what would follow its moves [shape (S,)]."""
        expected = self._everywhere
        [best] = self.engine.best_move(i, self.rank[i][after][None])
        moving = self.engine.feasible & (best > self.rank[i])
        expected[moving] = self.ordered[i][best[moving]]
        return expected


def _are(number: int) -> str:
    return f"{'is' if number == 1 else 'are'} {number}"
