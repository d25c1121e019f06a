"""Shares: what part of one measure another one is, as far as their bounds tell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from math import isfinite
from typing import TYPE_CHECKING

from detente.units import quantity

if TYPE_CHECKING:
    from detente.case.measure import Observation

_ALL = 100.0


@dataclass(frozen=True, slots=True)
class Share:
    """What part of another measure a measure is [percent].

    Attributes
    ----------
    of
        Id of the other measure.
    low, high
        The least and the most that it can be by the bounds of both: 0 and 100 where nothing else is known.
    rough
        Whether a source says "about" or "nearly" of one of the numbers, so that the bounds are no more exact.
    """

    of: str
    low: float
    high: float
    rough: bool


def share(whole: str, seen: Observation, every: Observation) -> Share | None:
    """Return what part of a whole a part is by one observation of each; ``None`` where numbers are below zero."""
    if min(seen.value.low, every.value.low) < 0 or every.most <= 0:
        return None
    low = _ALL * max(0.0, seen.least) / every.most if isfinite(every.most) else 0.0
    high = _ALL * seen.most / every.least if every.least > 0 else _ALL
    return Share(whole, min(low, _ALL), min(high, _ALL), seen.is_rough or every.is_rough)


def in_words(found: Share) -> str | None:
    """Return a share as a reader writes it, with its bounds kept: ``at most 1.3 %``; ``None`` where nothing is known.

    Bounds are rounded outwards, so that they hold.
    """
    low, high = found.low, found.high
    about = "about " if found.rough else ""
    if low <= 0 and high >= _ALL:
        return None
    if low == high:
        return about + _percent(low, high, ROUND_HALF_EVEN, ROUND_HALF_EVEN)
    if low <= 0:
        return f"at most {about}{_percent(high, high, ROUND_CEILING, ROUND_CEILING)}"
    if high >= _ALL:
        return f"at least {about}{_percent(low, low, ROUND_FLOOR, ROUND_FLOOR)}"
    return about + _percent(low, high, ROUND_FLOOR, ROUND_CEILING)


def _percent(low: float, high: float, down: str, up: str) -> str:
    return quantity(_rounded(low, down), _rounded(high, up), "%")


def _rounded(percent: float, way: str) -> float:
    """Return a percentage to two digits, counted from the nearer end of the scale, so that 99.6 is not all."""
    exact = Decimal(f"{percent:.12g}")
    near = min(exact, 100 - exact)
    if near <= 0:
        return percent
    return float(exact.quantize(Decimal(1).scaleb(near.adjusted() - 1), rounding=way))
