"""Exact weights: numbers as written, scaled to whole ones, so that sums tie where a reader says they tie."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class PreferenceError(ValueError):
    """Preferences that do not order the feasible states."""


def whole_weights(weights: Sequence[float]) -> list[int]:
    """Return weights in proportion as whole numbers, exact in the decimal digits as written.

    Raises
    ------
    PreferenceError
        If they have too many digits to add exactly.
    """
    exact = [Fraction(str(weight)) for weight in weights]
    scale = lcm(*(weight.denominator for weight in exact))
    whole = [int(weight * scale) for weight in exact]
    if sum(map(abs, whole)) >= 1 << 62:
        msg = "the weights have too many digits to be added exactly: round them"
        raise PreferenceError(msg)
    return whole
