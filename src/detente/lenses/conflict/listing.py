"""States and moves by name for programs: lists of states, or their counts where there are too many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.methods.gmcr.arrays import Bool, Ordinal, States
    from detente.methods.gmcr.moves.sequences import Move
    from detente.models.conflict.model import ConflictModel

_FIRST = 20


@dataclass(frozen=True, slots=True)
class Brief:
    """A set of states that is too large to list.

    Attributes
    ----------
    count
        How many states it has.
    first
        The names of the first ones.
    """

    count: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feasible:
    """The states that can be at this date.

    Attributes
    ----------
    count
        How many they are.
    list
        Their names; null where they are too many to list.
    """

    count: int
    list: tuple[str, ...] | None


Named: TypeAlias = tuple[str, ...] | Brief
"""Some states by name, or how many they are and the first ones."""

NamedBy: TypeAlias = Mapping[str, Named]
"""States by the key of a concept, or by decision maker."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How the states of a model are listed.

    Attributes
    ----------
    model
        The model.
    brief
        Whether there are too many to list.
    """

    model: ConflictModel
    brief: bool

    @classmethod
    def of(cls, analysis: Explicit, most: int) -> Listing:
        """Return how states are listed of which there may be so many."""
        return cls(analysis.model, analysis.states.size > most)

    def named(self, states: States) -> Named:
        """Return some states by name, or how many they are and the first ones."""
        if not self.brief:
            return self.names(states)
        return Brief(int(states.size), self.names(states[:_FIRST]))

    def held(self, truth: Bool) -> Named:
        """Return the states at which something is true."""
        return self.named(np.flatnonzero(truth))

    def by_concept(self, found: Mapping[str, States]) -> NamedBy:
        """Return the states of each concept."""
        return {key: self.named(states) for key, states in found.items()}

    def counts(self, states: States, numbers: Ordinal) -> dict[str, int]:
        """Return a number by name for each of some states, or for the first ones."""
        shown = states[:_FIRST] if self.brief else states
        return dict(zip(self.names(shown), numbers[shown].tolist(), strict=True))

    def names(self, states: Iterable[int]) -> tuple[str, ...]:
        """Return the names of some states."""
        return tuple(self.model.name(int(state)) for state in states)


@dataclass(frozen=True, slots=True)
class Step:
    """A move of one decision maker.

    Attributes
    ----------
    by
        Who moves.
    from_, to
        From which state, to which.
    """

    by: str
    from_: str
    to: str


def steps(model: ConflictModel, moves: Iterable[Move]) -> tuple[Step, ...]:
    """Return moves by the names of movers and states."""
    return tuple(Step(model.decision_makers[m.by], model.name(m.source), model.name(m.target)) for m in moves)
