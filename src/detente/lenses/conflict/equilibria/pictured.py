"""States as pictures show them: their names, and what holds them, if anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.concepts import NASH
from detente.lenses.conflict.named import asked_about, status_quo_named
from detente.lenses.conflict.words import CANNOT_BE_UNDONE, maker_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.arrays import Ordinal, States

KINDS = ("nobody gains by leaving", "gains would be answered", "somebody leaves", CANNOT_BE_UNDONE)


@dataclass(frozen=True, slots=True)
class Scatter:
    """The states as a picture of two preferences shows them.

    Attributes
    ----------
    analysis, pair
        The conflict, and whose preferences lie across and upwards.
    states
        The feasible states [shape (k,)].
    steps
        For each of the pair, how many steps there are.
    place
        The step of each state for each of the pair [shape (2, k)].
    kind
        Which of ``KINDS`` each is [shape (k,)].
    """

    analysis: Explicit
    pair: tuple[int, int]
    states: States
    steps: tuple[int, int]
    place: Ordinal
    kind: Ordinal

    @property
    def names(self) -> tuple[str, str]:
        """Return the names of the two."""
        names = maker_names(self.analysis)
        return names[self.pair[0]], names[self.pair[1]]

    def at(self, state: int) -> tuple[int, int]:
        """Return the place of a feasible state."""
        k = int(np.searchsorted(self.states, state))
        return int(self.place[0, k]), int(self.place[1, k])


def kinds(analysis: Explicit) -> Ordinal:
    """Return for each state which of ``KINDS`` it is; infeasible ones are the last [shape (S,)]."""
    firm = np.logical_and.reduce(analysis.stability.stable[NASH], axis=0)
    held = np.where(firm, 0, np.where(analysis.holding > 0, 1, 2))
    return np.where(analysis.irreversible, 3, held).astype(np.int32)


def named_states(analysis: Explicit) -> Iterator[tuple[str, int]]:
    """Yield the states that have names: the status quo, then the outcomes asked about that can be now."""
    model = analysis.model
    if model.status_quo is not None:
        yield status_quo_named(analysis, model.status_quo), model.status_quo
    yield from asked_about(analysis).items()
