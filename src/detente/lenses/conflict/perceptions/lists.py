"""Perceptions for programs: where each stays as it sees things, as ``detente.conflict/1`` lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.lenses.conflict.perceptions.seen import Seen, Views
    from detente.methods.gmcr.arrays import States


def perception_lists(views: Views | None, max_states: int) -> dict[str, Any]:
    """Return the hypergame; nothing where all see the conflict alike, and counts for long lists."""
    if views is None:
        return {}
    analysis, game = views.analysis, views.hypergame
    listing = Listing(analysis, brief=int(np.count_nonzero(analysis.model.engine.feasible)) > max_states)
    makers = analysis.model.decision_makers
    return {
        "hypergame": {
            "perceptions": {makers[i]: _own(seen, i, max_states) for i, seen in views.seen.items()},
            "equilibria": _by_concept(listing, game.equilibria),
            "only_by_perception": _by_concept(listing, game.only_seen(analysis.stability)),
            "lost_by_perception": _by_concept(listing, game.lost(analysis.stability)),
        }
    }


def _own(seen: Seen, i: int, max_states: int) -> dict[str, Any]:
    """Return what can be in a decision maker's own model, where it stays, and where it thinks that all stay."""
    feasible = np.flatnonzero(seen.analysis.model.engine.feasible)
    listing = Listing(seen.analysis, brief=feasible.size > max_states)
    stability = seen.analysis.stability
    return {
        "states": {"count": int(feasible.size), "list": None if listing.brief else listing.of(feasible)},
        "stability": {key: listing.of(np.flatnonzero(rows[i])) for key, rows in stability.stable.items()},
        "equilibria": _by_concept(listing, stability.equilibria),
    }


def _by_concept(listing: Listing, found: Mapping[str, States]) -> dict[str, Any]:
    return {key: listing.of(states) for key, states in found.items()}
