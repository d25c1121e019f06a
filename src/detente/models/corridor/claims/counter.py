"""Counter-examples: the least that has to be otherwise for a claim to come out the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.claims.results import CounterExample
from detente.models.corridor.predicate.expressions import comparisons_of

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float
    from detente.models.corridor.claims.drivers import Moves
    from detente.models.corridor.claims.trial import Trial


def counter_example(trial: Trial, moves: Moves) -> CounterExample | None:
    """Return the nearest draw in which a claim comes out the other way, with no more levers than it takes.

    Near is what differs little from the central values in the levers that move the claim, each measured by its range.
    Of the levers those come first that do most for it by themselves.

    Returns
    -------
    CounterExample or None
        ``None`` where the claim comes out one way in all draws, and with all levers in the middle, there is no telling
        how it does there, or no lever is uncertain.
    """
    other = np.flatnonzero(trial.truth == (not trial.central))
    if trial.central is None or not len(other) or not moves.levers:
        return None
    model, numbers = trial.model, np.array(moves.levers)
    middle, low, high = moves.margins(trial)
    effect = np.fmax(np.abs(low - middle), np.abs(high - middle))
    values = [model.levers[number].value for number in moves.levers]
    width = np.array([[value.high - value.low] for value in values])
    off = (trial.outcome.rows[numbers][:, other] - model.central()[numbers]) / width
    moving = effect > 0 if (effect > 0).any() else np.ones(len(effect), dtype=bool)
    nearest = int(np.argmin((off[moving] ** 2).sum(axis=0)))
    gain = np.where(off[:, nearest] < 0, low, high) - middle
    helps = gain * np.abs(off[:, nearest]) * (-1 if trial.central else 1)
    order = np.argsort(-helps, kind="stable")
    return _fewest(trial, numbers[order], trial.outcome.rows[:, other[nearest]])


def _fewest(trial: Trial, order: Float, draw: Float) -> CounterExample | None:
    """Return the first levers, in an order, that turn a claim where they are as in a draw."""
    model = trial.model
    rows = np.repeat(model.central(), len(order), axis=1)
    for place, number in enumerate(order):
        rows[number, place:] = draw[number]
    outcome = model.run(rows)
    turned = np.flatnonzero(trial.holds(outcome) == (not trial.central))
    if not len(turned):
        return None
    count = int(turned[0]) + 1
    first = next(comparisons_of(trial.predicate))
    value = float(trial.evaluation(outcome).number(first.left)[count - 1])
    levers = tuple((model.levers[number], float(draw[number])) for number in order[:count])
    return CounterExample(levers, value if np.isfinite(value) else None)
