"""What a claim compares, in words: outputs of the model with their ranges, or the measure that the case words itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.corridor.balance.words import where
from detente.lenses.corridor.claims.outputs import said
from detente.lenses.corridor.numbers import ranged
from detente.models.corridor.predicate.expressions import Output, Sum

if TYPE_CHECKING:
    from detente.lenses.corridor.numbers import Range
    from detente.lenses.corridor.seen import Seen
    from detente.models.corridor.claims.results import ClaimResult, Compared
    from detente.models.corridor.predicate.expressions import Expression
    from detente.models.corridor.predicate.outputs import Asked


def compared(world: Seen, found: ClaimResult) -> str:
    """Return what a claim compares with its value in the model; nothing where it compares nothing."""
    value = found.compared
    if value is None:
        return ""
    return _difference(world, found, value) or _sum(world, found, value) or _single(world, found, value)


def _single(world: Seen, found: ClaimResult, value: Compared) -> str:
    asked = _asked(world, found, value.expression)
    if asked is None:
        measure = (found.claim.measure or "what it compares").rstrip(".")
        return f"{measure}: {ranged(_ends(value), value.unit)}"
    return f"{said(world, asked, _ends(value))}{_where(world, asked)}{_against(world, found, value)}"


def _difference(world: Seen, found: ClaimResult, value: Compared) -> str:
    """Return what somebody gains or loses in a world: the difference of one output in the base and there."""
    match value.expression:
        case Sum(parts=(("+", Output() as first), ("-", Output() as second))):
            one, other = _asked(world, found, first), _asked(world, found, second)
            same = one is not None and other is not None and one.of == other.of and first.name == second.name
            if one is None or other is None or not same or one.world != "base":
                return ""
            subject, place = world.called(one.of[0].text), _where(world, other)
            if first.name == "logsum":
                return f"shippers of “{subject}” gain {ranged(_ends(value))} dollars a unit{place}"
            if first.name == "fees":
                ends = _ends(value, 1e6)
                return f"{world.name(one.of[0].text)} loses {ranged(ends)} million dollars a year in fees{place}"
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
    return f"{amount}{_where(world, ways[0])}{_against(world, found, value)}"


def _against(world: Seen, found: ClaimResult, value: Compared) -> str:
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
    median, low, high = spread(Evaluation(world.outcome, outputs).number(right))
    scale = value.scale
    return f", against {ranged((float(median) / scale, float(low) / scale, float(high) / scale))}"


def _asked(world: Seen, found: ClaimResult, expression: Expression) -> Asked | None:
    """Return what an output is asked of; ``None`` for what is none."""
    if not isinstance(expression, Output):
        return None
    read = next(each for each in world.study.read if each.number == found.number)
    return read.asked[expression]


def _where(world: Seen, asked: Asked) -> str:
    number = world.model.world(asked.world)
    return where(world, number) if number is not None else ""


def _ends(value: Compared, scale: float = 1.0) -> Range:
    return value.median / scale, value.low / scale, value.high / scale
