"""Uncertain numbers in documents: in the shortest form that a case would write them in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from detente.case.value import Value


@dataclass(frozen=True, slots=True)
class Peaked:
    """An interval with a likeliest value.

    Attributes
    ----------
    low, high
        Its ends.
    mode
        The likeliest value.
    """

    low: float
    mode: float
    high: float


Number: TypeAlias = float | tuple[float, float] | Peaked
"""A point, the ends of an interval, or those with a likeliest value."""


def number(value: Value) -> Number:
    """Return a number of the case for a document."""
    if value.is_point:
        return value.low
    return (value.low, value.high) if value.mode is None else Peaked(value.low, value.mode, value.high)
