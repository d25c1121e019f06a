"""A claim on trial: its predicate in the draws of an outcome, and wherever else levers are put."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from detente.models.corridor.predicate.evaluation import ALIKE, Evaluation
from detente.models.corridor.predicate.expressions import comparisons_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.methods.transport.arrays import Float
    from detente.models.corridor.model import CorridorModel
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.predicate.expressions import Comparison, Expression, Output
    from detente.models.corridor.predicate.found import Found


@dataclass(frozen=True, eq=False, repr=False)
class Trial:
    """A predicate on trial.

    Attributes
    ----------
    predicate, outputs
        What must hold, and its outputs as numbers.
    model, outcome
        The corridor, and draws of where cargo goes.
    scales
        What the two sides of each comparison differ by from draw to draw.
    truth
        In which draws it holds: 1 where it does, 0 where not, ``nan`` where there is no telling. [shape (D,)]
    """

    predicate: Expression
    outputs: Mapping[Output, Found]
    model: CorridorModel
    outcome: Outcome
    scales: Mapping[Comparison, float]
    truth: Float

    @classmethod
    def of(cls, predicate: Expression, outputs: Mapping[Output, Found], model: CorridorModel, outcome: Outcome) -> Self:
        """Return a predicate on trial in an outcome."""
        evaluation = Evaluation(outcome, outputs)
        scales: dict[Comparison, float] = {}
        for each in comparisons_of(predicate):
            left, right = evaluation.number(each.left), evaluation.number(each.right)
            there = np.isfinite(left - right)
            spread = float((left - right)[there].std()) if there.any() else 0.0
            most = float(np.abs([left[there], right[there]]).max()) if there.any() else 0.0
            scales[each] = spread if spread > ALIKE * max(most, 1.0) else 1.0
        return cls(predicate, outputs, model, outcome, scales, evaluation.truth(predicate))

    @property
    def undefined(self) -> Iterator[Output]:
        """The outputs that are no number in any draw."""
        found = self.evaluation(self.outcome)
        return (output for output in self.outputs if np.isnan(found.number(output)).all())

    def evaluation(self, outcome: Outcome) -> Evaluation:
        """Return its predicate in another outcome."""
        return Evaluation(outcome, self.outputs)

    def margin(self, outcome: Outcome) -> Float:
        """Return by how much it holds in each draw of an outcome [spreads between draws; shape (D,)]."""
        return self.evaluation(outcome).margin(self.predicate, self.scales)

    def holds(self, outcome: Outcome) -> Float:
        """Return in which draws of an outcome it holds, as ``truth`` has it [shape (D,)]."""
        return self.evaluation(outcome).truth(self.predicate)

    @cached_property
    def central(self) -> bool | None:
        """Whether it holds with all levers at their central values; ``None`` where it speaks of what is not there."""
        (found,) = self.holds(self.model.centre)
        return None if np.isnan(found) else bool(found)

    def assumed(self) -> float | None:
        """Return which share of the cargo and money that it speaks of rests on tonnages that no source states.

        That is the mean over its outputs, with all levers at their central values; ``None`` where it speaks of costs
        only, or of nothing that there is.
        """
        shares: list[float] = []
        for found in self.outputs.values():
            whole, part = found.volume(self.model.centre), found.volume(self.model.stated)
            if whole is not None and part is not None and whole[0] > 0:
                shares.append(1 - float(part[0] / whole[0]))
        return float(np.mean(shares)) if shares else None
