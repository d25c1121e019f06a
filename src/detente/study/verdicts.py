"""Verdicts: the model of a conflict, and which of its states are stable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from detente.case.conflict import Conflict
from detente.methods.gmcr.stability.analysis import Stability, analyse
from detente.methods.gmcr.stability.concept import Concept, verdicts
from detente.models.conflict.model import ConflictModel, model_conflict


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """A conflict at a date, judged state by state.

    Attributes
    ----------
    conflict
        The conflict as its model is written.
    model
        The engine with its names.
    stability
        At which states each decision maker stays, under each concept.
    """

    conflict: Conflict
    model: ConflictModel
    stability: Stability

    def with_further(self, concepts: Sequence[Concept]) -> Stability:
        """Return what is stable, also under some further concepts; only these are worked out.

        Raises
        ------
        UndefinedConceptError
            If one of them is not defined for this conflict.
        """
        if not concepts:
            return self.stability
        engine, before = self.model.engine, self.stability
        found = np.array([verdicts(engine, i, concepts) for i in range(len(engine.payoffs))])
        stable = {concept.key: found[:, k] for k, concept in enumerate(concepts)}
        equilibria = {key: np.flatnonzero(rows.all(axis=0)) for key, rows in stable.items()}
        return Stability(
            MappingProxyType({**before.stable, **stable}), MappingProxyType({**before.equilibria, **equilibria})
        )


def judge(conflict: Conflict, closed: Sequence[str]) -> Verdicts:
    """Return the verdicts on a conflict in which some options cannot be taken.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled.
    """
    model = model_conflict(conflict, list(closed))
    return Verdicts(conflict, model, analyse(model.engine))
