"""Numbers of the model: rounded for programs, and in words with two digits, as more would pretend to be exact."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from detente.methods.transport.arrays import Float

_FOR_PROGRAMS = 4
_FOR_PEOPLE = 2


def rounded(value: float, digits: int = _FOR_PROGRAMS) -> float:
    """Return a number with so many significant digits; 0 has none."""
    if value == 0 or not isfinite(value):
        return 0.0 if value == 0 else value
    found = round(value, digits - 1 - floor(log10(abs(value))))
    return found or 0.0


def words(value: float) -> str:
    """Return a number in words, with two significant digits and no more than two places: "3.8", "−12", "1,900"."""
    found = rounded(rounded(value, _FOR_PEOPLE), 6)
    if abs(found) < 0.005:
        return "0"
    places = max(0, min(2, _FOR_PEOPLE - 1 - floor(log10(abs(found)))))
    text = f"{abs(found):,.{places}f}"
    return f"−{text}" if found < 0 else text
