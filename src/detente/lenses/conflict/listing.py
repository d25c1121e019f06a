"""The conflict for programs: ``detente.conflict/1``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.transition import document_head

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.methods.gmcr.arrays import Ordinal, States

_FIRST = 20


def document(analysis: Analysis, max_states: int) -> dict[str, Any]:
    """Return states, ranks, stability and equilibria; long lists become counts with the first ones."""
    model, stability = analysis.model, analysis.stability
    states = np.flatnonzero(model.engine.feasible)
    listing = Listing(analysis, brief=states.size > max_states)
    return document_head("detente.conflict/1", analysis.situation) | {
        "decision_makers": list(model.decision_makers),
        "options": list(model.options),
        "status_quo": None if model.status_quo is None else model.name(model.status_quo),
        "states": {"count": int(states.size), "list": None if listing.brief else listing.of(states)},
        "rank": None if listing.brief else listing.ranks(states),
        "stability": {
            key: {
                maker: listing.of(np.flatnonzero(row)) for maker, row in zip(model.decision_makers, rows, strict=True)
            }
            for key, rows in stability.stable.items()
        },
        "equilibria": {key: listing.of(found) for key, found in stability.equilibria.items()},
        "named": {name: None if state is None else model.name(state) for name, state in model.named.items()},
    }


class Listing:
    """Lists of states by name, or their counts where there are too many."""

    def __init__(self, analysis: Analysis, *, brief: bool) -> None:
        self.model = analysis.model
        self.brief = brief

    def of(self, states: States) -> list[str] | dict[str, Any]:
        """Return some states by name, or how many they are and the first ones."""
        if not self.brief:
            return self._names(states)
        return {"count": int(states.size), "first": self._names(states[:_FIRST])}

    def counts(self, states: States, numbers: Ordinal) -> dict[str, int]:
        """Return a number by name for each of some states, or for the first ones."""
        shown = states[:_FIRST] if self.brief else states
        return dict(zip(self._names(shown), numbers[shown].tolist(), strict=True))

    def ranks(self, states: States) -> dict[str, dict[str, int]]:
        """Return ranks by decision maker and state: 1 is best, ties share a rank."""
        payoffs = self.model.engine.payoffs[:, states]
        names = self._names(states)
        return {
            maker: dict(zip(names, (int(row.max()) + 1 - row).tolist(), strict=True))
            for maker, row in zip(self.model.decision_makers, payoffs, strict=True)
        }

    def _names(self, states: Iterable[Any]) -> list[str]:
        return [self.model.name(int(state)) for state in states]
