"""Uncertain preferences for programs: in what share of the readings states hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import numpy as np

from detente.findings import UNASKED, Result, Unasked
from detente.lenses.conflict.uncertainty.questions import effects
from detente.lenses.conflict.uncertainty.readings import uncertainty
from detente.methods.gmcr.arrays import distinct
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.uncertainty.questions import Effect
    from detente.lenses.conflict.uncertainty.readings import Uncertainty
    from detente.lenses.look import Look

_DIGITS = 6

ShareBy: TypeAlias = Mapping[str, float]
"""Shares of the readings by concept, or by state."""

BoundsBy: TypeAlias = Mapping[str, tuple[float, float]]
"""By concept, the least and the greatest share as probabilities move within their intervals."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far shares move as probabilities move within their intervals.

    Attributes
    ----------
    status_quo
        The status quo's; null where the case states none.
    named
        Those of the states with names that can be.
    """

    status_quo: BoundsBy | None
    named: Mapping[str, BoundsBy]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What a question about preferences does to an outcome.

    Attributes
    ----------
    decision_maker
        Whose preferences it is about.
    statement
        The statement of which it is not known whether it is held, by id or by number from 1.
    before
        The statement of which it is not known whether it comes after that; null where the order is not asked about.
    state
        The outcome.
    concepts
        The concepts under which it is so.
    if_so, if_not
        In what share of the readings the outcome is an equilibrium if it is so, and if not.
    """

    decision_maker: str
    statement: str
    before: str | None
    state: str
    concepts: tuple[str, ...]
    if_so: float
    if_not: float


@dataclass(frozen=True, slots=True)
class Shares(Result):
    """In what share of the readings of uncertain preferences states are equilibria.

    Attributes
    ----------
    exact
        Whether every reading was looked at, rather than a sample.
    profiles
        How many readings there are, where all were looked at.
    draws, seed, standard_error
        How many were drawn, the seed of the draws, and the greatest standard error of a share, where some were drawn.
    equilibria
        By concept, the share of each state that is an equilibrium in some reading; above so many states only of
        those asked about.
    every, some
        By concept, the states that are equilibria in every reading and in some; null where readings were drawn.
    status_quo
        By concept, the share of the status quo; null where the case states none.
    named
        The same of each state with a name; null where it cannot be.
    bounds
        How far shares move within intervals of probability, where that is worked out.
    questions
        What each open question does to the outcomes asked about, the greatest difference first.
    """

    under: ClassVar[str] = "uncertainty"

    exact: bool
    profiles: int | Unasked
    draws: int | Unasked
    seed: int | Unasked
    standard_error: float | Unasked
    equilibria: Mapping[str, ShareBy]
    every: Mapping[str, tuple[str, ...]] | None
    some: Mapping[str, tuple[str, ...]] | None
    status_quo: ShareBy | None
    named: Mapping[str, ShareBy | None]
    bounds: Bounds | Unasked
    questions: tuple[OpenQuestion, ...]


def shares(look: Look[ConflictOptions]) -> Shares | None:
    """Return the shares of states; ``None`` where the case leaves nothing open."""
    uncertain = look.once(uncertainty)
    if uncertain is None:
        return None
    model, draws, error = uncertain.analysis.model, uncertain.readings.draws, uncertain.standard_error
    feasible, exact, quo = uncertain.analysis.states, uncertain.readings.exact, model.status_quo
    few = feasible.size <= look.options.max_states
    states: list[int] = (feasible if few else distinct(np.array(uncertain.watched, dtype=np.intp))).tolist()
    possible = {name: s for name, s in model.named.items() if s is not None and model.can_be(s)}
    return Shares(
        exact,
        int(uncertain.shares.size) if exact else UNASKED,
        UNASKED if draws is None else draws,
        UNASKED if exact else uncertain.seed,
        UNASKED if error is None else round(error, _DIGITS),
        {key: _shares(uncertain, key, states) for key in shipped()},
        _lists(uncertain, states, least=int(uncertain.shares.size)) if exact else None,
        _lists(uncertain, states, least=1) if exact else None,
        None if quo is None else _state(uncertain, quo),
        {name: _state(uncertain, possible[name]) if name in possible else None for name in model.named},
        _all_bounds(uncertain, possible) if uncertain.has_bounds else UNASKED,
        tuple(_question(uncertain, each) for each in look.once(effects)),
    )


def _shares(uncertain: Uncertainty, key: str, states: list[int]) -> ShareBy:
    name, some = uncertain.analysis.model.name, uncertain.stability.profiles[key]
    return {name(s): round(uncertain.share(key, s), _DIGITS) for s in states if some[s]}


def _lists(uncertain: Uncertainty, states: list[int], *, least: int) -> Mapping[str, tuple[str, ...]]:
    """Return the states that are equilibria in so many readings at least."""
    name, found = uncertain.analysis.model.name, uncertain.stability.profiles
    return {key: tuple(name(s) for s in states if found[key][s] >= least) for key in shipped()}


def _state(uncertain: Uncertainty, state: int) -> ShareBy:
    return {key: round(uncertain.share(key, state), _DIGITS) for key in shipped()}


def _all_bounds(uncertain: Uncertainty, possible: Mapping[str, int]) -> Bounds:
    quo = uncertain.analysis.model.status_quo
    named = {name: _bounds(uncertain, state) for name, state in possible.items()}
    return Bounds(None if quo is None else _bounds(uncertain, quo), named)


def _bounds(uncertain: Uncertainty, state: int) -> BoundsBy:
    found = {key: uncertain.bounds(key, state) for key in shipped()}
    return {key: (round(ends[0], _DIGITS), round(ends[1], _DIGITS)) for key, ends in found.items() if ends is not None}


def _question(uncertain: Uncertainty, effect: Effect) -> OpenQuestion:
    model, question = uncertain.analysis.model, effect.question
    stated = uncertain.analysis.conflict.decision_makers[question.maker].preferences

    def called(k: int) -> str:
        item = stated.statements[k] if stated and stated.statements else None
        return (item.id if item else None) or str(k + 1)

    return OpenQuestion(
        model.decision_makers[question.maker],
        called(question.statement),
        None if question.before is None else called(question.before),
        model.name(effect.state),
        effect.concepts,
        round(effect.if_so, _DIGITS),
        round(effect.if_not, _DIGITS),
    )
