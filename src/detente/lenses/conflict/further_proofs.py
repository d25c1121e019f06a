"""Proofs for programs under the concepts that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.lenses.conflict.proofs import certificate

if TYPE_CHECKING:
    from detente.lenses.conflict.analysis import Analysis


def certificates(analysis: Analysis, i: int, state: int) -> dict[str, Any]:
    """Return why a decision maker stays at a state or leaves it, under each concept that was asked for."""
    proofs = {each.key: each.proof(analysis.model.engine, i, state) for each in analysis.further if each.proof}
    return {key: certificate(analysis.model, state, found) for key, found in proofs.items()}
