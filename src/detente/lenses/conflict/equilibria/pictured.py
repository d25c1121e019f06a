"""States as pictures show them: their names, and what holds them, if anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.methods.gmcr.arrays import Ordinal

KINDS = ("nobody gains by leaving", "gains would be answered", "somebody leaves")


def kinds(analysis: Analysis) -> Ordinal:
    """Return for each state which of ``KINDS`` it is; infeasible ones are the last [shape (S,)]."""
    firm = np.logical_and.reduce(analysis.stability.stable["nash"], axis=0)
    return np.where(firm, 0, np.where(analysis.holding() > 0, 1, 2)).astype(np.int32)


def named_states(analysis: Analysis) -> Iterator[tuple[str, int]]:
    """Yield the states that have names: the status quo, then the outcomes asked about that can be now."""
    model = analysis.model
    same = [name.replace("-", " ") for name, state in model.named.items() if state == model.status_quo]
    if model.status_quo is not None:
        yield f"status quo ({', '.join(same)})" if same else "status quo", model.status_quo
    for name, state in model.named.items():
        if state is not None and state != model.status_quo and model.can_be(state):
            yield name.replace("-", " "), state
