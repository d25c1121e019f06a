"""What a claim compares, in words: outputs of the model side by side, and how much it would take for it to hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.corridor.claims.beside import side_by_side
from detente.lenses.corridor.claims.outputs import SCALES, Told, called, container, told
from detente.lenses.corridor.numbers import ranged, words
from detente.lenses.wording import listed
from detente.models.corridor.predicate.evaluation import Evaluation
from detente.models.corridor.predicate.expressions import Number, Output, Product, Sum, comparisons_of, outputs_of
from detente.models.corridor.predicate.found import Found
from detente.models.corridor.predicate.passing import Passing
from detente.models.corridor.spread import spread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from detente.lenses.corridor.numbers import Range
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult
    from detente.models.corridor.predicate.expressions import Comparison, Expression
    from detente.models.corridor.predicate.outputs import Asked


def compared(world: Seen, found: ClaimResult) -> Sides:
    """Return what a claim compares, to be told; the claim is one that could be tested."""
    read = next(each for each in world.study.read if each.number == found.number)
    return Sides(world, tuple(comparisons_of(read.predicate)), read.asked)


@dataclass(frozen=True, eq=False)
class Sides:
    """What a claim compares.

    Attributes
    ----------
    world
        The worlds of the corridor.
    comparisons
        What the claim compares with what.
    asked
        What each output of them is asked of.
    """

    world: Seen
    comparisons: tuple[Comparison, ...]
    asked: Mapping[Output, Asked]

    @property
    def figures(self) -> str:
        """What stands on the sides, with ranges; nothing where that has no short name, or there is no such number."""
        sides = [_without_factor(side) for each in self.comparisons for side in (each.left, each.right)]
        if not all(isfinite(end) for side in sides for end in self._ends(side)):
            return ""
        first = self.comparisons[0].left
        if gained := self._difference(first):
            return gained
        found = dict.fromkeys(each for each in map(self._told, sides) if each is not None)
        return side_by_side(self.world, tuple(found)) if self._told(first) is not None else ""

    @property
    def bound(self) -> str:
        """How much it would take for the claim to hold: "more than 10"; nothing where that is no number."""
        only = self.comparisons[0]
        if len(self.comparisons) > 1 or not all(map(isfinite, self._ends(only.right))):
            return ""
        if isinstance(only.left, Output) and not any(outputs_of(only.right)):
            return self._number(only, self.asked[only.left])
        match only.left, only.right:
            case Output() as left, Product(parts=(("*", Number(value)), ("*", Output() as right))):
                return f"{_than(only.sign)} {words(100 * value)} per cent of that" if left.name == right.name else ""
        if self._difference(only.left):
            scale = SCALES.get(next(outputs_of(only.left)).name, 1.0)
            return f"{_than(only.sign)} {ranged(_scaled(self._ends(only.right), scale), places=1)}"
        return ""

    def _number(self, only: Comparison, asked: Asked) -> str:
        """Return the number that an output has to pass; of a fall how deep it has to be."""
        value, _, _ = self._ends(only.right)
        if asked.name == "change" and value < 0:
            return f"{'less' if only.sign.startswith('>') else 'more'} than {words(-value, 1)}"
        return f"{_than(only.sign)} {words(value / SCALES.get(asked.name, 1.0), 1)}"

    def _told(self, side: Expression) -> Told | None:
        """Return a side in words: an output, or what goes on several ways together."""
        match side:
            case Output():
                return told(self.world, self.asked[side], self._ends(side))
            case Sum(parts) if all(sign != "-" and isinstance(part, Output) for sign, part in parts):
                asked = [self.asked[part] for _, part in parts if isinstance(part, Output)]
                if {each.name for each in asked} == {"tonnes"} and len({each.world for each in asked}) == 1:
                    names = listed([called(self.world, each) for each in asked])
                    return replace(told(self.world, asked[0], self._ends(side)), tail=f"pass {names}")
        return None

    def _difference(self, side: Expression) -> str:
        """Return what somebody gains or loses in a world: the difference of one output in the base and there."""
        match side:
            case Sum(parts=(("+", Output() as first), ("-", Output() as second))):
                one, other = self.asked[first], self.asked[second]
                alike = one.name == other.name and [w.text for w in one.of] == [w.text for w in other.of]
                if not alike or one.world != "base":
                    return ""
                amount = ranged(_scaled(self._ends(side), SCALES.get(one.name, 1.0)), places=1)
                if one.name == "logsum":
                    return f"its shippers gain {amount} dollars a {container(self.world, one.of[0].text)}"
                if one.name == "fees":
                    return f"{self.world.name(one.of[0].text)} loses fees of {amount} million dollars a year"
        return ""

    def _ends(self, side: Expression) -> Range:
        """Return the median and the range of a side, as the model has it, over the draws in which it is a number."""
        numbers = self._evaluation.number(side)
        median, low, high = (float(each) for each in spread(numbers[np.isfinite(numbers)]))
        return median, low, high

    @cached_property
    def _evaluation(self) -> Evaluation:
        model, passing = self.world.model, Passing(self.world.model.routing)
        found = {
            output: Found(asked, model, model.world(asked.world) or 0, passing) for output, asked in self.asked.items()
        }
        return Evaluation(self.world.outcome, found)


def _without_factor(side: Expression) -> Expression:
    """Return a side, or the output that it is a share of."""
    match side:
        case Product(parts=(("*", Number()), ("*", Output() as output))):
            return output
    return side


def _than(sign: str) -> str:
    return "more than" if sign.startswith(">") else "less than"


def _scaled(ends: Range, scale: float) -> Range:
    median, low, high = (each / scale for each in ends)
    return median, low, high
