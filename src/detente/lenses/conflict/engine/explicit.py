"""A conflict analysed: the model of a situation, and the stability of its states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from detente.case.conflict import Conflict
from detente.lenses.conflict.engine.also import undefined
from detente.lenses.look import AskError
from detente.methods.gmcr.stability.analysis import Stability, analyse
from detente.methods.gmcr.stability.concept import UndefinedConceptError
from detente.methods.gmcr.stability.registry import shipped
from detente.models.conflict.model import ConflictModel, model_conflict

if TYPE_CHECKING:
    from detente.methods.gmcr.arrays import Ordinal
    from detente.methods.gmcr.stability.concept import Concept
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
    further
        The concepts that were asked for besides those that are always worked out.
    """

    situation: Situation
    conflict: Conflict
    model: ConflictModel
    stability: Stability
    further: tuple[Concept, ...] = ()

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were worked out, in order."""
        return (*shipped().values(), *self.further)

    def concepts_of(self, state: int) -> tuple[str, ...]:
        """Return the short names of the concepts under which a state is an equilibrium."""
        return tuple(short(key) for key, stable in self.stability.stable.items() if stable[:, state].all())

    def holding(self) -> Ordinal:
        """Return under how many of the concepts always worked out each state is an equilibrium [shape (S,)]."""
        held = [self.stability.stable[key].all(axis=0) for key in shipped()]
        total: Ordinal = np.sum(held, axis=0, dtype=np.int32)
        return total

    def stays_under(self, maker: int, state: int) -> tuple[str, ...]:
        """Return the keys of the concepts under which a decision maker stays at a state."""
        return tuple(key for key, stable in self.stability.stable.items() if stable[maker, state])


def short(key: str) -> str:
    """Return a concept's abbreviation as the field writes it."""
    return "Nash" if key == "nash" else key.upper()


def analyse_situation(situation: Situation, further: tuple[Concept, ...] = ()) -> Analysis:
    """Return the analysis of the conflict in a situation, with some further concepts.

    Raises
    ------
    LookupError
        If the case has no conflict.
    FlawedModelError
        If it cannot be modelled at this date.
    AskError
        If a further concept is not defined for this conflict.
    """
    conflict = situation.case.conflict
    if conflict is None:
        raise LookupError(f"the case '{situation.case.case.id}' has no conflict section")
    closed = [name for name, found in situation.options.items() if not found.open]
    model = model_conflict(conflict, closed)
    try:
        stability = analyse(model.engine, further)
    except UndefinedConceptError as error:
        raise AskError("also", undefined(model, error)) from error
    return Analysis(situation, conflict, model, stability, further)
