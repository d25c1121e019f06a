"""Coalitions for programs: at which states each stays, as ``detente.conflict/1`` lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.listing import Listing
from detente.lenses.look import AskError

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.methods.gmcr.coalitions.analysis import CoalitionStability


def coalition_lists(analysis: Analysis, found: CoalitionStability | str, max_states: int) -> dict[str, Any]:
    """Return by coalition and concept the states at which it stays; long lists become counts.

    Raises
    ------
    AskError
        If there are too many states to compute it.
    """
    if isinstance(found, str):
        raise AskError("coalitions", found)
    model = analysis.model
    listing = Listing(analysis, brief=int(np.count_nonzero(model.engine.feasible)) > max_states)
    return {
        "coalitions": {
            "+".join(model.decision_makers[i] for i in members): {
                key: listing.of(np.flatnonzero(held)) for key, held in stable.items()
            }
            for members, stable in found.stable.items()
        }
    }
