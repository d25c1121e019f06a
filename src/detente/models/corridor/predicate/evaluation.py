"""What predicates come to in an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from operator import ge, gt, le, lt
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from detente.models.corridor.predicate.expressions import (
    MOST,
    Comparison,
    Expression,
    Not,
    Number,
    Output,
    Product,
    Several,
    Sum,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.methods.transport.arrays import Bool, Float
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.predicate.found import Found

_COMPARE = MappingProxyType({"<": lt, "<=": le, ">": gt, ">=": ge})


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Predicates in an outcome.

    Attributes
    ----------
    outcome
        Where cargo goes.
    outputs
        What each output is asked of, as numbers.
    """

    outcome: Outcome
    outputs: Mapping[Output, Found]

    def truth(self, predicate: Expression) -> Bool:
        """Return in which draws a predicate holds; a comparison with what is not there does not [shape (D,)]."""
        match predicate:
            case Comparison(sign, left, right):
                one, other = self.number(left), self.number(right)
                return np.asarray(_COMPARE[sign](one, other))
            case Not(part):
                return ~self.truth(part)
            case Several(joint, parts):
                truths = np.array([self.truth(part) for part in parts])
                return np.asarray(truths.all(axis=0) if joint == "and" else truths.any(axis=0))
            case _:
                raise TypeError(f"{predicate} is a number")

    def margin(self, predicate: Expression, scales: Mapping[Comparison, float]) -> Float:
        """Return by how much a predicate holds in each draw: above 0 where it does, below where not [shape (D,)].

        Parameters
        ----------
        scales
            What the two sides of each comparison differ by from draw to draw: its margin counts in this.
        """
        match predicate:
            case Comparison(sign, left, right):
                more = self.number(left) - self.number(right)
                found = (more if sign.startswith(">") else -more) / scales[predicate]
                return np.where(np.isnan(found), -1.0, found)
            case Not(part):
                return -self.margin(part, scales)
            case Several(joint, parts):
                margins = np.array([self.margin(part, scales) for part in parts])
                return np.asarray(margins.min(axis=0) if joint == "and" else margins.max(axis=0))
            case _:
                raise TypeError(f"{predicate} is a number")

    def number(self, expression: Expression) -> Float:
        """Return what a number is in each draw; ``nan`` where there is none, or one beyond ``MOST`` [shape (D,)]."""
        match expression:
            case Number(value):
                return np.full(self.outcome.rows.shape[1], value)
            case Output():
                return self.outputs[expression].of(self.outcome)
            case Sum() | Product():
                with np.errstate(over="ignore", invalid="ignore"):
                    found = self._worked_out(expression)
                return np.where(np.abs(found) <= MOST, found, np.nan)
            case _:
                raise TypeError(f"{expression} is true or false")

    def _worked_out(self, expression: Sum | Product) -> Float:
        match expression:
            case Sum(parts):
                signed = [self.number(part) * (-1.0 if sign == "-" else 1.0) for sign, part in parts]
                return np.asarray(np.sum(signed, axis=0))
            case Product(parts):
                found = np.ones(self.outcome.rows.shape[1])
                for sign, part in parts:
                    number = self.number(part)
                    found = _ratio(found, number) if sign == "/" else found * number
                return found


def _ratio(above: Float, below: Float) -> Float:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below != 0)
