"""What is least certain: the one input to find out next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.brief.numbers import Number, numbers
from detente.brief.resting import lasting
from detente.brief.speech import line
from detente.brief.status_quo import hangs, question
from detente.brief.ways import paths
from detente.findings import LeastCertain
from detente.lenses.conflict.uncertainty.shares import Shares
from detente.lenses.wording import sentence

if TYPE_CHECKING:
    from detente.brief.matter import Matter
    from detente.case.conflict import Statement
    from detente.lenses.conflict.uncertainty.shares import OpenQuestion


def least_certain(matter: Matter) -> LeastCertain | None:
    """Return the input that changes most; ``None`` where no input is uncertain.

    First what decides whether anything possible now is acceptable to all, then what the status quo hangs on, then what
    changes another answer, then the assumption behind the soonest day, and last what moves a number most.
    """
    turning = next((each for each in numbers(matter) if each.shuts or each.opens), None)
    if turning is not None:
        return turning.told
    found = tuple(numbers(matter))
    if hangs(matter) and (deciding := question(matter)) is not None:
        return _asked(matter, deciding)
    flipping = next((each for each in found if each.bar.flips), None)
    if flipping is not None:
        return flipping.told
    shares = matter.found("conflict", Shares)
    if shares is not None and shares.questions:
        return _asked(matter, shares.questions[0])
    return _assumed_day(matter) or _widest(found)


def _widest(found: tuple[Number, ...]) -> LeastCertain | None:
    widest = max(found, key=lambda each: each.span, default=None)
    return widest.told if widest is not None else None


def _asked(matter: Matter, asked: OpenQuestion) -> LeastCertain:
    """Return an open question about what somebody wants, in the words of the reason that the case gives."""
    name = matter.speech.names[asked.decision_maker]
    conflict = matter.case.conflict
    makers = conflict.decision_makers if conflict is not None else ()
    stated = next((each.preferences for each in makers if each.actor == asked.decision_maker), None)
    wishes = {wish.id or str(k): wish for k, wish in enumerate((stated and stated.statements) or (), 1)}
    first, second = (_reason(wishes.get(each or "")) for each in (asked.statement, asked.before))
    if first and second:
        text = f"what matters more to {name}: “{first}” or “{second}”"
    else:
        text = f"whether this moves {name}: “{first}”" if first else f"what {name} wants"
    return LeastCertain(sentence(text), f"conflict.{asked.decision_maker}.{asked.statement}")


def _reason(wish: Statement | None) -> str:
    return line(wish.why) if wish is not None and wish.why else ""


def _assumed_day(matter: Matter) -> LeastCertain | None:
    """Return how long the step takes whose length is assumed, and on which the soonest day hangs."""
    road = matter.road
    if road is None or not road.paths:
        return None
    longest = next(iter(lasting(road, paths(matter, road)[0])), None)
    if longest is None:
        return None
    text = f"how long {matter.speech.quoted(longest.name)} takes"
    return LeastCertain(sentence(text), f"steps.{longest.id}.duration")
