"""Coalitions judged: the stability of states for each, worked out once for all that speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.choice import explicit
from detente.methods.gmcr.coalitions.analysis import analyse_coalitions
from detente.methods.gmcr.states import TooManyStatesError

if TYPE_CHECKING:
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.look import Look
    from detente.methods.gmcr.coalitions.analysis import CoalitionStability


def judged(look: Look[ConflictOptions]) -> CoalitionStability | str:
    """Return the stability of states for every coalition, or why there are too many to compute it."""
    try:
        return analyse_coalitions(explicit(look).model.engine)
    except TooManyStatesError as error:
        return str(error)
