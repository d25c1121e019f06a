"""Proofs for programs: certificates of one state, and the ways from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.methods.gmcr.moves.paths import paths_from
from detente.methods.gmcr.stability.certificates import Certificate, certify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.methods.gmcr.moves.sequences import Move, Reach
    from detente.models.conflict.model import ConflictModel


def certificates(model: ConflictModel, state: int) -> dict[str, Any]:
    """Return why each decision maker stays at a state or leaves it, under each concept."""
    return {
        "state": model.name(state),
        "decision_makers": {
            maker: {key: _certificate(model, found) for key, found in certify(model.engine, i, s=state).items()}
            for i, maker in enumerate(model.decision_makers)
        },
    }


def paths(model: ConflictModel, start: int, *, brief: bool) -> dict[str, Any]:
    """Return the ways from a state to all others; ``brief`` for their number, and those to named states."""
    found = paths_from(model.engine, start)
    return {
        "from": model.name(start),
        "by_moves": _reach(model, found.by_moves, brief=brief),
        "by_improvements": _reach(model, found.by_improvements, brief=brief),
        "least_reluctant": _reach(model, found.least_reluctant, brief=brief),
    }


def _certificate(model: ConflictModel, found: Certificate) -> dict[str, Any]:
    improvements = []
    for each in found.improvements:
        ends = None if each.answer is None else model.name(each.answer[-1].target)
        answer = None if each.answer is None else moves(model, each.answer)
        improvements.append({"to": model.name(each.to), "answer": answer, "ends_at": ends})
    return {"stable": "true" if found.stays else "false", "improvements": improvements}


def _reach(model: ConflictModel, reach: Reach, *, brief: bool) -> dict[str, Any]:
    reached = reach.reached().tolist()
    if not brief:
        return _ways(model, reach, reached)
    named = sorted({state for state in model.named.values() if state is not None} & set(reached))
    return {"count": len(reached), "named": _ways(model, reach, named)}


def _ways(model: ConflictModel, reach: Reach, states: Iterable[int]) -> dict[str, Any]:
    ways = {model.name(state): moves(model, reach.path(state) or ()) for state in states}
    return {name: {"length": len(path), "path": path} for name, path in ways.items()}


def moves(model: ConflictModel, path: Iterable[Move]) -> list[dict[str, str]]:
    """Return moves: by whom, from which state, to which."""
    return [
        {"by": model.decision_makers[each.by], "from": model.name(each.source), "to": model.name(each.target)}
        for each in path
    ]
