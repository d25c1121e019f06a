"""A conflict analysed without listing its states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.explicit import short
from detente.models.conflict.symbolic import SymbolicModel, model_symbolic

if TYPE_CHECKING:
    from detente.case.conflict import Conflict
    from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class SymbolicAnalysis:
    """Everything the symbolic chapters speak of.

    Attributes
    ----------
    situation, conflict
        The case at its date, and its conflict.
    model
        What is stable, with the names of the states.
    """

    situation: Situation
    conflict: Conflict
    model: SymbolicModel

    def concepts_of(self, state: int) -> tuple[str, ...]:
        """Return the short names of the concepts under which a state is an equilibrium."""
        return tuple(short(key) for key, found in self.model.stability.equilibria.items() if found.holds(state))

    def stays_under(self, maker: int, state: int) -> tuple[str, ...]:
        """Return the short names of the concepts under which a decision maker stays at a state."""
        stable = self.model.stability.stable
        return tuple(short(key) for key, found in stable.items() if found[maker].holds(state))


def analyse_symbolically(situation: Situation, conflict: Conflict) -> SymbolicAnalysis:
    """Return the analysis of the conflict in a situation.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled at this date.
    """
    closed = [name for name, found in situation.options.items() if not found.open]
    return SymbolicAnalysis(situation, conflict, model_symbolic(conflict, closed))
