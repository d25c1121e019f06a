"""Drivers of a claim: what each lever does to it while all others stay where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from detente.methods.transport.break_even import break_even
from detente.models.corridor.claims.results import Driver

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float
    from detente.models.corridor.claims.trial import Trial
    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome

MOST_DRIVERS = 3
_STILL = 1e-9
"""A lever that moves a claim by less does not move it [spreads between draws]."""


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Every uncertain lever at its low end and at its high end, with all others at their central values.

    Attributes
    ----------
    model
        The corridor.
    levers
        The numbers of the levers that are uncertain.
    outcome
        Where cargo goes: first with all levers at their central values, then with each at its low end, then with each
        at its high end; worked out once for all claims.
    """

    model: CorridorModel
    levers: tuple[int, ...]
    outcome: Outcome

    @classmethod
    def of(cls, model: CorridorModel) -> Self:
        """Return the moves of a model's levers."""
        levers = tuple(number for number, lever in enumerate(model.levers) if not lever.value.is_point)
        rows = np.repeat(model.central(), 1 + 2 * len(levers), axis=1)
        for place, number in enumerate(levers):
            rows[number, 1 + place] = model.levers[number].value.low
            rows[number, 1 + len(levers) + place] = model.levers[number].value.high
        return cls(model, levers, model.run(rows))

    def margins(self, trial: Trial) -> tuple[float, Float, Float]:
        """Return the margin of a claim in the middle, and with each lever at its low and high end [shape (levers,)]."""
        margin = trial.margin(self.outcome)
        return float(margin[0]), margin[1 : 1 + len(self.levers)], margin[1 + len(self.levers) :]


def drivers(trial: Trial, moves: Moves) -> tuple[Driver, ...]:
    """Return the levers that move a claim most, the strongest first; none where it is not known in the middle."""
    middle, low, high = moves.margins(trial)
    effect = np.fmax(np.abs(low - middle), np.abs(high - middle))
    strongest = [place for place in np.argsort(-effect, kind="stable")[:MOST_DRIVERS] if effect[place] > _STILL]
    holds = trial.holds(moves.outcome)
    other = 1 - holds[0]
    at_low, at_high = holds[1 : 1 + len(moves.levers)], holds[1 + len(moves.levers) :]
    found: list[Driver] = []
    for place in strongest:
        number, flips = moves.levers[place], bool(at_low[place] == other or at_high[place] == other)
        value = _break_even(trial, number) if flips else None
        found.append(Driver(moves.model.levers[number], _known(low[place]), _known(high[place]), flips, value))
    return tuple(found)


def _known(margin: float) -> float | None:
    return None if np.isnan(margin) else float(margin)


def _break_even(trial: Trial, number: int) -> float | None:
    model = trial.model
    lever = model.levers[number]

    def margin(values: Float) -> Float:
        rows = np.repeat(model.central(), len(values), axis=1)
        rows[number] = values
        return trial.margin(model.run(rows))

    return break_even(margin, lever.value.low, lever.central, lever.value.high)
