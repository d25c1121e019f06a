"""Uncertain preferences for programs: the key ``uncertainty`` of ``detente.conflict/1``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from detente.lenses.conflict.uncertainty.chapter import standard_error
from detente.lenses.conflict.uncertainty.questions import effects
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.lenses.conflict.uncertainty.questions import Effect
    from detente.lenses.conflict.uncertainty.readings import Sureness

_DIGITS = 6


def uncertainty(sureness: Sureness | None, max_states: int) -> dict[str, Any]:
    """Return the shares of states; above so many states only those of the status quo and the named ones."""
    if sureness is None:
        return {}
    model = sureness.analysis.model
    feasible = np.flatnonzero(model.engine.feasible)
    listed = feasible if feasible.size <= max_states else np.unique(np.array(sureness.watched, dtype=np.intp))
    states: list[int] = listed.tolist()
    draws, exact = sureness.readings.draws, sureness.readings.exact
    found: dict[str, Any] = {"exact": exact}
    if draws is None:
        found["profiles"] = sureness.shares.size
    else:
        found |= {"draws": draws, "seed": sureness.seed, "standard_error": round(standard_error(draws), _DIGITS)}
    found["equilibria"] = {key: _shares(sureness, key, states) for key in shipped()}
    every, some = (_lists(sureness, states, every=every) if exact else None for every in (True, False))
    found |= {"every": every, "some": some}
    quo = model.status_quo
    found["status_quo"] = None if quo is None else _state(sureness, quo)
    named = {name: s for name, s in model.named.items() if s is not None and model.can_be(s)}
    found["named"] = {name: _state(sureness, named[name]) if name in named else None for name in model.named}
    if sureness.has_bounds:
        bounds = {name: _bounds(sureness, s) for name, s in named.items()}
        found["bounds"] = {"status_quo": None if quo is None else _bounds(sureness, quo), "named": bounds}
    found["questions"] = [_effect(sureness, each) for each in effects(sureness)]
    return {"uncertainty": found}


def _shares(sureness: Sureness, key: str, states: list[int]) -> dict[str, float]:
    name, some = sureness.analysis.model.name, sureness.stability.profiles[key]
    return {name(s): round(sureness.share(key, s), _DIGITS) for s in states if some[s]}


def _lists(sureness: Sureness, states: list[int], *, every: bool) -> dict[str, list[str]]:
    name = sureness.analysis.model.name
    least = sureness.shares.size if every else 1
    return {key: [name(s) for s in states if sureness.stability.profiles[key][s] >= least] for key in shipped()}


def _state(sureness: Sureness, state: int) -> dict[str, float]:
    return {key: round(sureness.share(key, state), _DIGITS) for key in shipped()}


def _bounds(sureness: Sureness, state: int) -> dict[str, list[float]]:
    found = {key: sureness.bounds(key, state) for key in shipped()}
    return {key: [round(end, _DIGITS) for end in ends] for key, ends in found.items() if ends is not None}


def _effect(sureness: Sureness, effect: Effect) -> dict[str, Any]:
    model, question = sureness.analysis.model, effect.question
    stated = sureness.analysis.conflict.decision_makers[question.maker].preferences

    def called(k: int) -> str:
        item = stated.statements[k] if stated and stated.statements else None
        return (item.id if item else None) or str(k + 1)

    return {
        "decision_maker": model.decision_makers[question.maker],
        "statement": called(question.statement),
        "before": None if question.before is None else called(question.before),
        "state": model.name(effect.state),
        "concepts": list(effect.concepts),
        "if_so": round(effect.if_so, _DIGITS),
        "if_not": round(effect.if_not, _DIGITS),
    }
