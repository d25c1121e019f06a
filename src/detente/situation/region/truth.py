"""Conditions of which the parts may be open: whether they hold, do not, or cannot be said to."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from detente.methods.gmcr.preference.expressions import And, Expression, Iff, Implies, Name, Not, Or, Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.dates import Truth


def truth_of(expression: Expression, truths: Mapping[str, Truth]) -> Truth:
    """Return whether a condition holds, where that of each of its names may be open."""
    match expression:
        case Name(id=name):
            return truths[name]
        case Not(part):
            return ~truth_of(part, truths)
        case And(several):
            return reduce(and_, (truth_of(part, truths) for part in several))
        case Or(several):
            return reduce(or_, (truth_of(part, truths) for part in several))
        case Implies(reason, result):
            return ~truth_of(reason, truths) | truth_of(result, truths)
        case Iff(left, right):
            one, other = truth_of(left, truths), truth_of(right, truths)
            return (~one | other) & (~other | one)
        case Pattern():
            raise TypeError("conditions on the region have no patterns")
