"""Verdicts: the model of a conflict, and which of its states are stable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.case.conflict import Conflict
from detente.methods.gmcr.stability.analysis import Stability, analyse
from detente.models.conflict.model import ConflictModel, model_conflict


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """A conflict at a date, judged state by state.

    Attributes
    ----------
    conflict
        The conflict as the case has it.
    model
        The engine with its names.
    stability
        At which states each decision maker stays, under each concept.
    """

    conflict: Conflict
    model: ConflictModel
    stability: Stability


def judge(conflict: Conflict, closed: Sequence[str]) -> Verdicts:
    """Return the verdicts on a conflict in which some options cannot be taken.

    Raises
    ------
    FlawedModelError
        If it cannot be modelled.
    """
    model = model_conflict(conflict, list(closed))
    return Verdicts(conflict, model, analyse(model.engine))
