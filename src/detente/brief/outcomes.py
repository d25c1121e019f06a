"""Outcomes of the conflict: those that would hold once reached, by what holds them, and which everybody prefers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.brief.speech import MOST, some, spoken
from detente.lenses.conflict.concepts import NASH
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.named import asked_about
from detente.lenses.conflict.words import taken
from detente.lenses.wording import listed, one_or_many
from detente.methods.gmcr.stability.registry import shipped
from detente.study.status_quo import CREDIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.brief.matter import Matter
    from detente.lenses.conflict.engine.symbolic import Symbolic

_TIERS = (
    (frozenset({NASH}), "as nobody gains by leaving"),
    (frozenset({CREDIBLE}), "as leaving it would not pay once others answer"),
    (frozenset(shipped()), "but only for fear of what others may do in return"),
)
"""By which concepts an outcome holds, the firmest first, and what holds it."""


def holding(matter: Matter) -> str:
    """Return which outcomes would hold in the model, the firmest; nothing where there is no conflict at the date."""
    analysis = matter.conflict
    if analysis is None:
        return ""
    asked = asked_about(analysis)
    for keys, why in _TIERS:
        named = sorted(name for name, state in asked.items() if _holds(analysis, keys, state))
        if named:
            better = [name for name in named if _preferred(analysis, asked[name])]
            them = one_or_many(len(better), "it", "them")
            more = f"; everybody prefers {them} to things as they are" if better else ""
            told = some([matter.speech.quoted(name) for name in better or named])
            return f"In the model, {told} would hold once reached, {why}{more}."
    return _unnamed(analysis) if isinstance(analysis, Explicit) else _many(analysis)


def _holds(analysis: Explicit | Symbolic, keys: Iterable[str], state: int) -> bool:
    """Whether a state holds by one of some concepts, rather than only because it cannot be undone."""
    stuck = analysis.irreversible[state] if isinstance(analysis, Explicit) else state in analysis.trapped
    return not stuck and not set(analysis.keys_of(state)).isdisjoint(keys)


def _preferred(analysis: Explicit | Symbolic, state: int) -> bool:
    """Whether everybody prefers a state to the status quo, where states are ranked one by one."""
    quo = analysis.model.status_quo
    if quo is None or not isinstance(analysis, Explicit):
        return False
    payoffs = analysis.model.engine.payoffs
    return bool((payoffs[:, state] > payoffs[:, quo]).all())


def _unnamed(analysis: Explicit) -> str:
    """Return which states would hold, where they have no names: what is done in them, or how many they are."""
    quo = analysis.model.status_quo
    for keys, why in _TIERS:
        states = [state for state in _stable(analysis, keys) if state != quo]
        if 0 < len(states) <= MOST:
            done = sorted(f"“{spoken('; '.join(taken(analysis, state)))}”" for state in states)
            return f"In the model, {listed(done)} would hold once reached, {why}."
        if states:
            of = f"{len(states):,} of {analysis.states.size:,} possible states"
            return f"In the model, {of} would hold once reached, {why}."
    return "In the model, no other outcome would hold." if quo is not None else "In the model, no outcome would hold."


def _stable(analysis: Explicit, keys: Iterable[str]) -> Iterator[int]:
    """Yield the states that hold by one of some concepts."""
    held = np.logical_or.reduce([analysis.stability.stable[key].all(axis=0) for key in keys])
    yield from np.flatnonzero(held & ~analysis.irreversible & analysis.model.engine.feasible).tolist()


def _many(analysis: Symbolic) -> str:
    """Return how many states would hold of more than are listed; nothing where that could not be worked out."""
    found = analysis.equilibria.get(NASH)
    if found is None:
        return ""
    share = found.count / analysis.model.stability.feasible.count
    some = f"about {100 * share:.0f}" if share >= 0.01 else "less than 1" if found.count else "none"
    return f"In the model, {some} in 100 possible states would hold once reached, {_TIERS[0][1]}."
