"""A conflict analysed: the model of a situation, and the stability of its states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.case.conflict import Conflict
from detente.methods.gmcr.analysis import Stability, analyse
from detente.models.conflict_model import ConflictModel, model_conflict

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Ordinal
    from detente.situation import Situation


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the chapters of this lens speak of.

    Attributes
    ----------
    situation, conflict
        The case at its date, and its conflict.
    model, stability
        The engine with its names, and what is stable.
    """

    situation: Situation
    conflict: Conflict
    model: ConflictModel
    stability: Stability

    def concepts_of(self, state: int) -> tuple[str, ...]:
        """Return the short names of the concepts under which a state is an equilibrium."""
        return tuple(short(key) for key, stable in self.stability.stable.items() if stable[:, state].all())

    def holding(self) -> Ordinal:
        """Return under how many concepts each state is an equilibrium [shape (S,)]."""
        held = [stable.all(axis=0) for stable in self.stability.stable.values()]
        total: Ordinal = np.sum(held, axis=0, dtype=np.int32)
        return total

    def stays_under(self, maker: int, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a decision maker stays at a state."""
        return tuple(key for key, stable in self.stability.stable.items() if stable[maker, state])


def short(key: str) -> str:
    """Return a concept's abbreviation as the field writes it."""
    return "Nash" if key == "nash" else key.upper()


def analyse_situation(situation: Situation) -> Analysis:
    """Return the analysis of the conflict in a situation.

    Raises
    ------
    LookupError
        If the case has no conflict.
    FlawedModelError
        If it cannot be modelled at this date.
    """
    conflict = situation.case.conflict
    if conflict is None:
        raise LookupError(f"the case '{situation.case.case.id}' has no conflict section")
    closed = [name for name, found in situation.options.items() if not found.open]
    model = model_conflict(conflict, closed)
    return Analysis(situation, conflict, model, analyse(model.engine))
