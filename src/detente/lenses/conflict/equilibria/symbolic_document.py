"""A conflict without a list of its states, for programs: ``detente.conflict/1``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.lenses.transition import document_head

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.symbolic import SymbolicAnalysis
    from detente.methods.gmcr.symbolic.region import Region

_FIRST = 20


def document(analysis: SymbolicAnalysis) -> dict[str, Any]:
    """Return counts, first states, projections and cubes under the keys of the listed document."""
    model = analysis.model
    stability = model.stability
    return document_head("detente.conflict/1", analysis.situation) | {
        "engine": "symbolic",
        "decision_makers": list(model.decision_makers),
        "options": list(model.options),
        "status_quo": None if model.status_quo is None else model.name(model.status_quo),
        "states": {"count": stability.feasible.count, "list": None},
        "rank": None,
        "stability": {
            key: {maker: _brief(analysis, each) for maker, each in zip(model.decision_makers, regions, strict=True)}
            for key, regions in stability.stable.items()
        },
        "equilibria": {key: _brief(analysis, region) for key, region in stability.equilibria.items()},
        "named": {name: model.name(state) for name, state in model.named.items()},
        "projections": {key: _projection(analysis, region) for key, region in stability.equilibria.items()},
        "cubes": {key: region.cubes(_FIRST) for key, region in stability.equilibria.items()},
        "too_large": dict(stability.too_large),
    }


def _brief(analysis: SymbolicAnalysis, region: Region) -> dict[str, Any]:
    """Return how many states a set has, and the first ones."""
    return {"count": region.count, "first": [analysis.model.name(state) for state in region.first(_FIRST)]}


def _projection(analysis: SymbolicAnalysis, region: Region) -> dict[str, int]:
    """Return in how many states of a set each option is taken."""
    return dict(zip(analysis.model.options, region.taken(), strict=True))
