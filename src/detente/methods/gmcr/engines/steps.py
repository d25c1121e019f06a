"""Steps: the single moves of a mover in option form, forwards and backwards, a few states at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.methods.gmcr.directions import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.methods.gmcr.arrays import Bool, States


@dataclass(frozen=True, slots=True)
class Steps:
    """The moves that change some options, as bit masks over state numbers.

    Attributes
    ----------
    choices
        Every setting of the mover's options, the others' bits clear [shape (2**k,)].
    take, drop
        Masks of the mover's take-only and drop-only options.
    """

    choices: States
    take: int
    drop: int

    @classmethod
    def of(cls, directions: Sequence[Direction | None]) -> Steps:
        """Return the steps for one direction per option, in written order; None does not change."""
        n = len(directions)
        bit = [1 << (n - 1 - k) for k in range(n)]
        choices = np.zeros(1, dtype=np.intp)
        for k in reversed(range(n)):
            if directions[k] is not None:
                choices = np.concatenate([choices, choices + bit[k]])
        take = sum(b for b, d in zip(bit, directions, strict=True) if d is Direction.TAKE_ONLY)
        drop = sum(b for b, d in zip(bit, directions, strict=True) if d is Direction.DROP_ONLY)
        return cls(choices, take, drop)

    def forward(self, states: States) -> tuple[States, Bool]:
        """Return where each state can be moved, and whether the directions allow it [both (m, 2**k)].

        The state itself is among the candidates, and so are infeasible states.
        """
        here, there = self._candidates(states)
        return there, self._allowed(here, there)

    def backward(self, states: States) -> tuple[States, Bool]:
        """Return from where each state can be reached, as :meth:`forward` does [both (m, 2**k)]."""
        there, here = self._candidates(states)
        return here, self._allowed(here, there)

    def _candidates(self, states: States) -> tuple[States, States]:
        given = states[:, None]
        return given, given & ~self.choices[-1] | self.choices

    def _allowed(self, here: States, there: States) -> Bool:
        undone = here & ~there & self.take | there & ~here & self.drop
        return np.asarray(undone == 0)
