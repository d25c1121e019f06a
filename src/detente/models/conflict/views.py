"""Views: one model of a conflict seen from another, state by state."""

from __future__ import annotations

import numpy as np

from detente.methods.gmcr.arrays import States
from detente.models.conflict.model import ConflictModel


def places(model: ConflictModel, other: ConflictModel) -> States:
    """Return the number in ``other`` of each state of ``model``, by name; -1 where it has none or it cannot be.

    Parameters
    ----------
    model, other
        Two models whose states are named alike: with the same options, or with the same listed or merged states.

    Returns
    -------
    States
        One number for each state of ``model``. [shape (S,)]
    """
    if model.labels is None:
        found = np.arange(model.engine.feasible.size, dtype=np.intp)
    else:
        numbers = {name: number for number, name in enumerate(other.labels or ())}
        found = np.array([numbers.get(name, -1) for name in model.labels], dtype=np.intp)
    return np.where((found >= 0) & other.engine.feasible[found], found, -1)


def place_of(model: ConflictModel, other: ConflictModel, state: int) -> int:
    """Return the same of one state."""
    if model.labels is None:
        found = state
    else:
        found = (other.labels or ()).index(model.labels[state]) if model.labels[state] in (other.labels or ()) else -1
    return found if found >= 0 and other.engine.feasible[found] else -1
