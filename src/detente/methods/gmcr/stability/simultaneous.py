"""Simultaneity: what becomes of a gain if others make gains of their own at the same moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.engines.option_form import OptionForm
from detente.methods.gmcr.engines.steps import Steps
from detente.methods.gmcr.moves.sequences import Move
from detente.methods.gmcr.stability.concept import UndefinedConceptError

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.engines.engine import Engine

MOST_OPTIONS = 16
"""The most options for which every gain is met with every combination of the others' gains."""

PIECE = 1 << 22
"""How many combinations are looked at together."""


@dataclass(frozen=True, slots=True)
class Coincidence:
    """An improvement, and what the others' own improvements at the same moment could make of it.

    Attributes
    ----------
    to
        The state that it leads to alone.
    answer
        Improvements of others from the state that is left, all at the same moment, that take the gain away:
        by as few as possible; ``None`` where there are none.
    ends_at
        The state that all these moves lead to together; ``None`` without an answer.
    """

    to: int
    answer: tuple[Move, ...] | None
    ends_at: int | None


@dataclass(frozen=True, slots=True)
class Simultaneous:
    """Why a decision maker stays at a state or leaves it when everybody moves at the same moment.

    Attributes
    ----------
    improvements
        All its unilateral improvements, the one it likes best first.
    """

    improvements: tuple[Coincidence, ...]

    @property
    def stays(self) -> bool:
        """Whether it stays: every improvement may be met so that nothing is gained."""
        return all(each.answer is not None for each in self.improvements)


@dataclass(frozen=True, slots=True, eq=False)
class AtOnce:
    """What decision maker ``i`` and all others can do at the same moment.

    Attributes
    ----------
    form
        The conflict.
    i
        Whose stability is asked about.
    steps
        The moves of each decision maker.
    settings
        Every setting of the others' options, the bits of ``i`` clear. [shape (B,)]
    worth
        What ``i`` makes of each setting of its own options with each of the others'; the largest number where
        that cannot be. [shape (A, B)]
    """

    form: OptionForm
    i: int
    steps: tuple[Steps, ...]
    settings: States
    worth: Ordinal

    @classmethod
    def of(cls, engine: Engine, i: int) -> AtOnce:
        """Return what can happen at the same moment as a move of DM ``i``.

        Raises
        ------
        UndefinedConceptError
            If moves are not changes of options, or there are too many of them.
        """
        if not isinstance(engine, OptionForm):
            raise UndefinedConceptError(
                "moves at the same moment are combined option by option, and this conflict has a graph of states, or "
                "states that were merged"
            )
        if len(engine.owners) > MOST_OPTIONS:
            raise UndefinedConceptError(
                f"every gain is met with every combination of the others' gains, for at most {MOST_OPTIONS} options, "
                f"and there are {len(engine.owners)}: leave out options that are settled at this date"
            )
        steps = tuple(
            Steps.of([d if owner == j else None for owner, d in zip(engine.owners, engine.directions, strict=True)])
            for j in range(len(engine.payoffs))
        )
        others = [steps[j].choices for j in range(len(steps)) if j != i]
        settings = reduce(lambda some, more: np.add.outer(some, more).reshape(-1), others, np.zeros(1, dtype=np.intp))
        together = steps[i].choices[:, None] | settings
        most = np.iinfo(engine.payoffs.dtype).max
        worth = np.where(engine.feasible[together], engine.payoffs[i][together], most)
        return cls(engine, i, steps, settings, worth)

    def stable(self) -> Bool:
        """Return the feasible states from which each improvement of ``i`` may be met [shape (S,)]."""
        stays = self.form.feasible.copy()
        states = np.flatnonzero(stays)
        for piece in np.array_split(states, -(-states.size * self.worth.size // PIECE) or 1):
            gains = self._gains(self.i, piece)
            tempted = gains.any(axis=1)
            met = self._met(piece[tempted]).any(axis=2)
            stays[piece[tempted]] = ~(gains[tempted] & ~met).any(axis=1)
        return stays

    def explain(self, s: int) -> Simultaneous:
        """Return how each improvement of ``i`` from the feasible state ``s`` may be met."""
        here = np.array([s], dtype=np.intp)
        met = self._met(here)[0]
        gains = np.flatnonzero(self._gains(self.i, here)[0])
        own = self.steps[self.i]
        to = (s & ~own.choices[-1]) | own.choices[gains]
        order = np.lexsort([to, -self.form.payoffs[self.i][to]])
        return Simultaneous(tuple(self._coincidence(s, int(to[k]), met[gains[k]]) for k in order))

    def _coincidence(self, s: int, to: int, met: Bool) -> Coincidence:
        """Return the answer by as few as possible, and of those the worst for ``i``."""
        ends = (to & self.steps[self.i].choices[-1]) | self.settings[met]
        if not ends.size:
            return Coincidence(to, None, None)
        masks = [int(step.choices[-1]) for step in self.steps]
        others = [j for j in range(len(masks)) if j != self.i]
        movers = np.sum([(ends ^ s) & masks[j] != 0 for j in others], axis=0)
        end = int(ends[np.lexsort([ends, self.form.payoffs[self.i][ends], movers])[0]])
        moves = [Move(j, s, (s & ~masks[j]) | (end & masks[j])) for j in others]
        return Coincidence(to, tuple(move for move in moves if move.target != s), end)

    def _gains(self, j: int, states: States) -> Bool:
        """Return to which setting of its options DM ``j`` would improve from each state [shape (m, 2**k)]."""
        there, allowed = self.steps[j].forward(states)
        payoff = self.form.payoffs[j]
        return np.asarray(allowed & self.form.feasible[there] & (payoff[there] > payoff[states][:, None]))

    def _met(self, states: States) -> Bool:
        """Return for each state and setting of ``i`` which settings of the others leave ``i`` no better off.

        Each of the others improves from the state on its own, or stays. [shape (m, A, B)]
        """
        willing = np.ones((states.size, 1), dtype=np.bool_)
        for j, step in enumerate(self.steps):
            if j != self.i:
                would = self._gains(j, states) | (step.choices == (states & step.choices[-1])[:, None])
                willing = (willing[:, :, None] & would[:, None, :]).reshape(
                    states.size, willing.shape[1] * would.shape[1]
                )
        no_better = self.worth <= self.form.payoffs[self.i][states][:, None, None]
        return np.asarray(no_better & willing[:, None, :])
