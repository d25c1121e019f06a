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

    from detente.methods.transport.arrays import Float
    from detente.models.corridor.outcome import Outcome
    from detente.models.corridor.predicate.found import Found

ALIKE = 1e-9
"""Numbers that differ by less, of the larger one or as they are, are alike: that much rounding does."""

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

    def truth(self, predicate: Expression) -> Float:
        """Return in which draws a predicate holds: 1 where it does, 0 where not [shape (D,)].

        ``nan`` where a number that it compares is not there: nothing is known then of it, nor of its negation.
        """
        match predicate:
            case Comparison(sign, left, right):
                one, other = self.number(left), self.number(right)
                holds = np.where(
                    np.isclose(one, other, rtol=ALIKE, atol=ALIKE), "=" in sign, _COMPARE[sign](one, other)
                )
                return np.where(np.isnan(one) | np.isnan(other), np.nan, holds)
            case Not(part):
                return 1 - self.truth(part)
            case Several(joint, parts):
                truths = np.array([self.truth(part) for part in parts])
                return np.asarray(truths.min(axis=0) if joint == "and" else truths.max(axis=0))
            case _:
                raise TypeError(f"{predicate} is a number")

    def margin(self, predicate: Expression, scales: Mapping[Comparison, float]) -> Float:
        """Return by how much a predicate holds in each draw: above 0 where it does, below where not [shape (D,)].

        ``nan`` where nothing is known of it.

        Parameters
        ----------
        scales
            What the two sides of each comparison differ by from draw to draw: its margin counts in this.
        """
        match predicate:
            case Comparison(sign, left, right):
                more = self.number(left) - self.number(right)
                return (more if sign.startswith(">") else -more) / scales[predicate]
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
                return _sound(self.outputs[expression].of(self.outcome))
            case Sum() | Product():
                with np.errstate(over="ignore", invalid="ignore"):
                    found = self._worked_out(expression)
                return _sound(found)
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


def _sound(numbers: Float) -> Float:
    return np.where(np.abs(numbers) <= MOST, numbers, np.nan)
