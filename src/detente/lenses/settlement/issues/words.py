"""Words: places on a scale as a mediator would say them."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import TYPE_CHECKING

from detente.lenses.wording import listed
from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.issue import Continuum
    from detente.lenses.settlement.issues.reading import Estimate


def number(scale: Continuum, low: float, high: float | None = None) -> str:
    """Return a place on a scale, or a stretch of it, as exactly as its length deserves, with its unit."""
    ends = [shown(scale, end) for end in (low, low if high is None else high)]
    return quantity(ends[0], ends[1], scale.unit)


def shown(scale: Continuum, value: float) -> float:
    """Return a place on a scale as exactly as its length deserves."""
    digits = max(0, 2 - floor(log10(scale.high - scale.low)))
    return round(value, digits) + 0.0


def cell(scale: Continuum, value: float) -> float | None:
    """Return a place for a table; ``None`` where there is none."""
    return shown(scale, value) if isfinite(value) else None


def spread(scale: Continuum, answer: Estimate) -> str:
    """Return between which places four of five trials lie."""
    low, high = shown(scale, answer.low), shown(scale, answer.high)
    if low == high:
        return f"four of five trials round to {number(scale, low)}"
    return f"four of five trials lie within {number(scale, low, high)}"


def meaning(scale: Continuum, value: float) -> str:
    """Return a place by the labels next to it; "" where the scale has none."""
    at = [mark for mark in scale.labels if shown(scale, mark) == shown(scale, value)]
    if at:
        return f"at “{scale.labels[at[0]]}”"
    below = max((mark for mark in scale.labels if mark < value), default=None)
    above = min((mark for mark in scale.labels if mark > value), default=None)
    sides = [mark for mark in (below, above) if mark is not None]
    if not sides:
        return ""
    names = [f"“{scale.labels[mark]}” ({number(scale, mark)})" for mark in sides]
    if len(sides) == 1:
        return f"{'beyond' if above is None else 'short of'} {names[0]}"
    left, right = (abs(mark - value) for mark in sides)
    nearer = "half way between them" if left == right else f"nearer to the {'first' if left < right else 'second'}"
    return f"between {listed(names)}, {nearer}"


def nearest(scale: Continuum, value: float) -> str:
    """Return which label of the scale a place is at or nearest to; "" where it has none, or two are as near."""
    marks = sorted(scale.labels, key=lambda mark: abs(mark - value))
    if not marks:
        return ""
    if shown(scale, marks[0]) == shown(scale, value):
        return f"at “{scale.labels[marks[0]]}”"
    tied = len(marks) > 1 and abs(marks[0] - value) == abs(marks[1] - value)
    return "" if tied else f"nearest to “{scale.labels[marks[0]]}”"


def model_name(title: str) -> str:
    """Return the name of a model inside a sentence."""
    return title if title.startswith("Nash") else title[:1].lower() + title[1:]
