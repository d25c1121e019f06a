"""What a claim compares, in words: outputs of the model with their ranges. The claim itself says in which world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from detente.lenses.corridor.claims.outputs import SCALES, said
from detente.lenses.corridor.numbers import ranged
from detente.models.corridor.predicate.evaluation import Evaluation
from detente.models.corridor.predicate.expressions import Number, Output, Sum, comparisons_of, outputs_of
from detente.models.corridor.predicate.found import Found
from detente.models.corridor.predicate.passing import Passing
from detente.models.corridor.spread import spread

if TYPE_CHECKING:
    from detente.lenses.corridor.numbers import Range
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, Compared
    from detente.models.corridor.predicate.expressions import Expression
    from detente.models.corridor.predicate.outputs import Asked


_HUNDRED = 100


def compared(world: Seen, found: ClaimResult) -> str:
    """Return what a claim compares with its value in the model; nothing where it compares nothing."""
    value = found.compared
    if value is None:
        return ""
    return _difference(world, found, value) or _sum(world, found, value) or _single(world, found, value)


def _single(world: Seen, found: ClaimResult, value: Compared) -> str:
    asked = _asked(world, found, value.expression)
    if asked is None:
        return f"what it compares comes to {ranged(_ends(value), value.unit)}"
    return f"{said(world, asked, _ends(value))}{_against(world, found, SCALES.get(asked.name, 1.0))}"


def _difference(world: Seen, found: ClaimResult, value: Compared) -> str:
    """Return what somebody gains or loses in a world: the difference of one output in the base and there."""
    match value.expression:
        case Sum(parts=(("+", Output() as first), ("-", Output() as second))):
            one, other = _asked(world, found, first), _asked(world, found, second)
            if one is None or other is None or first.name != second.name or one.world != "base":
                return ""
            if [word.text for word in one.of] != [word.text for word in other.of]:
                return ""
            subject = world.called(one.of[0].text)
            if first.name == "logsum":
                return f"shippers of “{subject}” gain {ranged(_ends(value))} dollars a unit"
            if first.name == "fees":
                lost = ranged(_ends(value, SCALES["fees"]), places=1)
                return f"{world.name(one.of[0].text)} loses {lost} million dollars a year in fees"
    return ""


def _sum(world: Seen, found: ClaimResult, value: Compared) -> str:
    """Return the cargo on several ways together."""
    if not isinstance(value.expression, Sum) or any(sign == "-" for sign, _ in value.expression.parts):
        return ""
    asked = [_asked(world, found, part) for _, part in value.expression.parts]
    ways = [each for each in asked if each is not None and each.kind.of == ("carrier",)]
    if len(ways) < len(asked) or len({each.world for each in ways}) > 1:
        return ""
    names = " and ".join(f"“{world.called(each.of[0].text)}”" for each in ways)
    amount = f"{ranged(_ends(value, 1e3))} million tonnes a year pass {names}"
    return f"{amount}{_against(world, found, SCALES[ways[0].name])}"


def _against(world: Seen, found: ClaimResult, scale: float) -> str:
    """Return what that is held against, where it is no number that the claim names: of one unit with it."""
    read = next(each for each in world.study.read if each.number == found.number)
    right = next(comparisons_of(read.predicate)).right
    if isinstance(right, Number) or not list(outputs_of(right)):
        return ""
    passing = Passing(world.model.routing)
    outputs = {
        each: Found(read.asked[each], world.model, world.model.world(read.asked[each].world) or 0, passing)
        for each in outputs_of(right)
    }
    number = Evaluation(world.outcome, outputs).number(right)
    if not np.isfinite(number).all():
        return ""
    median, low, high = (float(each) / scale for each in spread(number))
    return f", against {ranged((median, low, high), places=1 if scale == 1 and abs(median) < _HUNDRED else 2)}"


def _asked(world: Seen, found: ClaimResult, expression: Expression) -> Asked | None:
    """Return what an output is asked of; ``None`` for what is none."""
    if not isinstance(expression, Output):
        return None
    read = next(each for each in world.study.read if each.number == found.number)
    return read.asked[expression]


def _ends(value: Compared, scale: float = 1.0) -> Range:
    return value.median / scale, value.low / scale, value.high / scale
