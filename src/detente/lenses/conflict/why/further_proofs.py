"""Proofs for programs under the concepts that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.lenses.conflict.why.certificates import moves
from detente.methods.gmcr.stability.foresight import Anticipation

if TYPE_CHECKING:
    from detente.lenses.conflict.engine.explicit import Analysis
    from detente.methods.gmcr.stability.simultaneous import Simultaneous
    from detente.models.conflict.model import ConflictModel


def certificates(analysis: Analysis, i: int, state: int) -> dict[str, Any]:
    """Return why a decision maker stays at a state or leaves it, under each concept that was asked for."""
    proofs = {each.key: each.proof(analysis.model.engine, i, state) for each in analysis.further if each.proof}
    return {key: _certificate(analysis.model, state, found) for key, found in proofs.items()}


def _certificate(model: ConflictModel, state: int, found: Anticipation | Simultaneous) -> dict[str, Any]:
    stable = {"stable": "true" if found.stays else "false"}
    if isinstance(found, Anticipation):
        return stable | {
            "horizon": found.horizon,
            "anticipated": moves(model, found.line),
            "ends_at": model.name(found.line[-1].target if found.line else state),
        }
    return stable | {
        "improvements": [
            {
                "to": model.name(each.to),
                "answer": None if each.answer is None else moves(model, each.answer),
                "ends_at": None if each.ends_at is None else model.name(each.ends_at),
            }
            for each in found.improvements
        ]
    }
