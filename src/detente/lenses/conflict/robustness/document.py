"""Robustness for programs: every small change, and what it does to the equilibria."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.listing import Listing
from detente.lenses.conflict.robustness.changes import labels

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.lenses.conflict.robustness.survival import Robustness


def robust_document(analysis: Analysis, found: Robustness | None, max_states: int) -> dict[str, Any]:
    """Return the survival table: by concept, how many changes each equilibrium survives, and what each change does."""
    if found is None:
        return {"robust": {"changes": [], "survival": {}}}
    listing = Listing(analysis, brief=int(np.count_nonzero(analysis.model.engine.feasible)) > max_states)
    before, after = found.survival.before, found.survival.after
    changes = [
        {
            "by": analysis.model.decision_makers[change.maker],
            "change": change.kind,
            "statements": labels(analysis, change),
            "lost": {key: listing.of(np.flatnonzero(held & ~after[key][k])) for key, held in before.items()},
            "gained": {key: listing.of(np.flatnonzero(after[key][k] & ~held)) for key, held in before.items()},
        }
        for k, change in enumerate(found.changes)
    ]
    survival = {key: listing.counts(np.flatnonzero(held), found.survival.survived(key)) for key, held in before.items()}
    return {"robust": {"changes": changes, "survival": survival}}
