"""Outcomes of the conflict: those that nobody would leave, and those of them that everybody prefers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.brief.status_quo import judged
from detente.lenses.conflict.concepts import NASH
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.named import asked_about
from detente.lenses.conflict.words import taken
from detente.lenses.wording import counted, listed, one_or_many

if TYPE_CHECKING:
    from detente.brief.matter import Matter

_MOST = 3


def holding(matter: Matter) -> str:
    """Return which outcomes would hold in the model; nothing where the case has no conflict at the date."""
    if not matter.tells("conflict"):
        return ""
    analysis = judged(matter)
    if not isinstance(analysis, Explicit):
        return _counted(analysis.equilibria[NASH].count, analysis.model.stability.feasible.count)
    payoffs, quo = analysis.model.engine.payoffs, analysis.model.status_quo
    left = np.logical_and.reduce(analysis.stability.stable[NASH], axis=0) & ~analysis.irreversible
    held = {name: state for name, state in sorted(asked_about(analysis).items()) if left[state]}
    better = [name for name, state in held.items() if quo is not None and (payoffs[:, state] > payoffs[:, quo]).all()]
    if better:
        would = one_or_many(
            len(better),
            "would hold once reached, and everybody prefers it",
            "would hold once reached, and everybody prefers them",
        )
        return f"In the model, {_names(matter, better)} {would}."
    if held:
        return f"In the model, {_names(matter, list(held))} would hold once reached."
    states = [int(state) for state in np.flatnonzero(left & analysis.model.engine.feasible) if state != quo]
    if 0 < len(states) <= _MOST and analysis.model.labels is None:
        named = sorted(f"“{', '.join(taken(analysis, state))}”" for state in states)
        return f"In the model, {listed(named)} would hold once reached."
    return _counted(int(np.count_nonzero(left & analysis.model.engine.feasible)), int(analysis.states.size))


def _names(matter: Matter, names: list[str]) -> str:
    more = [f"{len(names) - _MOST} more"] if len(names) > _MOST else []
    return listed([*(matter.speech.label(name) for name in names[:_MOST]), *more])


def _counted(held: int, states: int) -> str:
    would = one_or_many(held, "would hold", "would hold")
    return (
        f"In the model, {held or 'none'} of {counted(states, 'possible state')} {would} with nobody gaining by leaving."
    )
