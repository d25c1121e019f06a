"""Open questions: what each uncertain preference does to the outcomes that were asked about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.conflict.uncertainty.readings import uncertainty
from detente.methods.gmcr.stability.registry import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.uncertainty.readings import Uncertainty
    from detente.lenses.look import Look
    from detente.methods.gmcr.arrays import Bool


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Something that is not known of a decision maker's preferences.

    Attributes
    ----------
    maker
        Whose, from 0.
    statement
        The statement of which it is not known whether it is held, or whether it comes before another; from 0.
    before
        That other one, where the order is asked about.
    yes, no
        The readings in which it is so and in which it is not. [each shape (B,)]
    """

    maker: int
    statement: int
    before: int | None
    yes: Bool
    no: Bool


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """What a question does to an outcome under some concepts that agree on it.

    Attributes
    ----------
    question
        The question.
    state
        The outcome.
    concepts
        Keys.
    if_so, if_not
        In what share of the readings the outcome is an equilibrium if it is so, and if not.
    """

    question: Question
    state: int
    concepts: tuple[str, ...]
    if_so: float
    if_not: float


def effects(look: Look[ConflictOptions]) -> list[Effect]:
    """Return what every open question changes for every state watched, the greatest change first."""
    uncertain = look.once(uncertainty)
    if uncertain is None:
        return []
    found = [each for question in questions(uncertain) for each in _effects(uncertain, question)]
    return sorted(found, key=lambda each: -round(abs(each.if_so - each.if_not), 9))


def questions(uncertain: Uncertainty) -> Iterator[Question]:
    """Yield every question that some readings answer with yes and some with no."""
    readings = uncertain.readings
    for i, (order, places) in enumerate(zip(readings.orders, readings.places, strict=True)):
        chosen = places[readings.profiles.choice[i]]
        held = chosen >= 0
        asked = [Question(i, k, None, held[:, k], ~held[:, k]) for k in range(len(order.held))]
        start = 0
        for length in order.runs:
            for a, b in combinations(range(start, start + length), 2):
                both, first = held[:, a] & held[:, b], chosen[:, a] < chosen[:, b]
                asked.append(Question(i, a, b, both & first, both & ~first))
            start += length
        yield from (each for each in asked if each.yes.any() and each.no.any())


def _effects(uncertain: Uncertainty, question: Question) -> Iterator[Effect]:
    """Yield the states watched whose share the answer changes; concepts with the same shares are named together."""
    for row, state in enumerate(uncertain.watched):
        agreeing: dict[tuple[float, float], list[str]] = {}
        for key in shipped():
            holds = uncertain.stability.watched[key][row]
            both = tuple(round(_share(uncertain, holds, among), 9) for among in (question.yes, question.no))
            agreeing.setdefault((both[0], both[1]), []).append(key)
        for (if_so, if_not), keys in agreeing.items():
            if if_so != if_not:
                yield Effect(question, state, tuple(keys), if_so, if_not)


def _share(uncertain: Uncertainty, holds: Bool, among: Bool) -> float:
    shares = np.where(among, uncertain.shares, 0.0)
    return float(shares @ holds / shares.sum())
